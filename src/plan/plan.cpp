#include "plan/plan.hpp"

#include <algorithm>

namespace begroot {

const std::vector<std::string>& speerpunt_kind_names() {
    static const std::vector<std::string> names{"speerpunt", "thema", "blok"};
    return names;
}

const std::vector<std::string>& organisation_kind_names() {
    static const std::vector<std::string> names{"swv", "regio", "landelijk", "schoolbestuur", "gemeente", "partner"};
    return names;
}

std::optional<Day> adoption_day(const Plan& plan) { return plan.adopted ? plan.adopted : plan.date; }

bool is_known(const Plan& plan, const std::string& at) {
    return at == "plan" || find_goal(plan, GoalId(at)) != nullptr || find_speerpunt(plan, SpeerpuntId(at)) != nullptr;
}

const Organisation* find_organisation(const Plan& plan, const OrganisationId& id) {
    const auto found = std::ranges::find(plan.organisations, id, &Organisation::id);
    return found != plan.organisations.end() ? &*found : nullptr;
}

const Footnote* find_footnote(const Plan& plan, std::int64_t number) {
    const auto found = std::ranges::find(plan.footnotes, number, &Footnote::number);
    return found != plan.footnotes.end() ? &*found : nullptr;
}

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
