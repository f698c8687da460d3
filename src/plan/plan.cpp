#include "plan/plan.hpp"

#include <algorithm>

namespace begroot {

const Goal* find_goal(const Plan& plan, const GoalId& id) {
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        const auto found = std::ranges::find(speerpunt.goals, id, &Goal::id);
        if (found != speerpunt.goals.end()) return &*found;
    }
    return nullptr;
}

const Speerpunt* find_speerpunt(const Plan& plan, const SpeerpuntId& id) {
    const auto found = std::ranges::find(plan.speerpunten, id, &Speerpunt::id);
    return found != plan.speerpunten.end() ? &*found : nullptr;
}

}  // namespace begroot
