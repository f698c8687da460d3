#include "report/detail/lines.hpp"
#include "report/detail/remembered.hpp"

#include <algorithm>
#include <iterator>
#include <list>
#include <map>

namespace begroot::report::detail {

namespace {

/// The slots in document order; one never moves, so that parts may be put in while slots are added.
using Slots = std::list<Slot>;

/// Finds or makes the slot of a goal at a speerpunt; a new one goes behind the last slot of that speerpunt.
Slot& slot_at(const Plan& plan, Slots& slots, const Goal& goal, const SpeerpuntId& at) {
    const auto found =
        std::ranges::find_if(slots, [&](const Slot& slot) { return slot.goal == &goal && slot.at == at; });
    if (found != slots.end()) return *found;
    const auto rank = [&plan](const SpeerpuntId& id) {
        return std::ranges::find(plan.speerpunten, id, &Speerpunt::id) - plan.speerpunten.begin();
    };
    const auto after = std::ranges::find_if(slots, [&](const Slot& slot) { return rank(slot.at) > rank(at); });
    return *slots.insert(after, Slot{&goal, at, std::nullopt, {}, {}, {}});
}

void place_plan_amounts(const Plan& plan, View view, Slots& slots) {
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals)
            slots.push_back({&goal, speerpunt.id, number(goal.amount), {}, {}, {}});
    }
    if (view == View::plan) return;
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals) {
            if (goal.amount.booked.empty() || !number(goal.amount)) continue;
            slot_at(plan, slots, goal, speerpunt.id).amount = Money();
            for (const BookedPart& part : goal.amount.booked) {
                Slot& slot = slot_at(plan, slots, goal, part.at);
                slot.amount = slot.amount.value_or(Money()) + part.amount;
            }
        }
    }
}

/// Gives the slot of a target, or nothing for one outside the plan.
Slot* slot_of(const Plan& plan, View view, Slots& slots, const Target& target) {
    if (target.kind != TargetKind::goal) return nullptr;
    const Goal* goal = find_goal(plan, target.goal);
    BEGROOT_CHECK(goal != nullptr, "koppelregel naar een onbekend doel");
    return &slot_at(plan, slots, *goal, view == View::plan ? goal->speerpunt : target.booked_at);
}

/// Gives every change of the shown budget to the slot whose amount it changed.
void place_changes(const Facts& facts, View view, Slots& slots) {
    const auto shown = changes_shown(facts);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Mutation& mutation = shown[i].mutation;
        const Goal* goal = find_goal(*facts.plan, mutation.goal);
        if (goal == nullptr) continue;
        slot_at(*facts.plan, slots, *goal, view == View::plan ? goal->speerpunt : mutation.booked_at)
            .changes.push_back(i);
    }
}

void place_budget(const Facts& facts, View view, Slots& slots) {
    std::map<Target, Slot*> known;
    for (std::size_t i = 0; i < facts.budget_parts->size(); ++i) {
        const Target& target = (*facts.budget_parts)[i].target;
        auto found = known.find(target);
        if (found == known.end()) found = known.emplace(target, slot_of(*facts.plan, view, slots, target)).first;
        if (found->second != nullptr) found->second->budget_parts.push_back(i);
    }
}

void place_postings(const Facts& facts, View view, Month until, Slots& slots, PlacedParts& placed) {
    Remembered<Target, std::vector<std::size_t>*> lists;
    const auto list_of = [&](const Target& target) {
        if (Slot* slot = slot_of(*facts.plan, view, slots, target)) return &slot->posting_parts;
        return target.kind == TargetKind::outside_plan ? &placed.outside_plan : &placed.unassigned;
    };
    for (std::size_t i = 0; i < facts.posting_parts->size(); ++i) {
        const PostingPart& part = (*facts.posting_parts)[i];
        if (!counts(facts, facts.ledger->postings[part.posting], until)) continue;
        const Target& target = target_of(part, *facts.rules);
        lists.of(target, [&] { return list_of(target); })->push_back(i);
    }
}

}  // namespace

bool counts(const Facts& facts, const Posting& posting, Month until) {
    return posting.coding->side != Side::balance && is_within(posting.period(), year_of(*facts.plan), until);
}

PlacedParts place_parts(const Facts& facts, View view, std::optional<Month> until) {
    PlacedParts placed;
    Slots slots;
    place_plan_amounts(*facts.plan, view, slots);
    place_changes(facts, view, slots);
    if (facts.budget != nullptr) place_budget(facts, view, slots);
    if (facts.ledger != nullptr && until) place_postings(facts, view, *until, slots, placed);
    placed.slots.assign(std::make_move_iterator(slots.begin()), std::make_move_iterator(slots.end()));
    return placed;
}

}  // namespace begroot::report::detail
