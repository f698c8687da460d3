#include "report/detail/lines.hpp"

#include <algorithm>

namespace begroot::report::detail {

namespace {

/// Finds or makes the slot of a goal at a speerpunt; a new one goes behind the last slot of that speerpunt.
Slot& slot_at(const Plan& plan, std::vector<Slot>& slots, const Goal& goal, const SpeerpuntId& at) {
    const auto found =
        std::ranges::find_if(slots, [&](const Slot& slot) { return slot.goal == &goal && slot.at == at; });
    if (found != slots.end()) return *found;
    const auto rank = [&plan](const SpeerpuntId& id) {
        return std::ranges::find(plan.speerpunten, id, &Speerpunt::id) - plan.speerpunten.begin();
    };
    const auto after = std::ranges::find_if(slots, [&](const Slot& slot) { return rank(slot.at) > rank(at); });
    return *slots.insert(after, Slot{&goal, at, std::nullopt, {}, {}});
}

void place_plan_amounts(const Plan& plan, View view, std::vector<Slot>& slots) {
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals) slots.push_back({&goal, speerpunt.id, number(goal.amount), {}, {}});
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

}  // namespace

bool counts(const Facts& facts, const Posting& posting, Month until) {
    return posting.coding->side != Side::balance && is_within(posting.period(), FiscalYear{facts.plan->year}, until);
}

std::vector<Slot> make_slots(const Facts& facts, View view, Month until) {
    std::vector<Slot> slots;
    place_plan_amounts(*facts.plan, view, slots);
    const auto slot_of = [&](const Target& target) -> Slot* {
        if (target.kind != TargetKind::goal) return nullptr;
        const Goal* goal = find_goal(*facts.plan, target.goal);
        BEGROOT_CHECK(goal != nullptr, "koppelregel naar een onbekend doel");
        return &slot_at(*facts.plan, slots, *goal, view == View::plan ? goal->speerpunt : target.booked_at);
    };
    if (facts.budget != nullptr) {
        for (std::size_t i = 0; i < facts.budget_parts->size(); ++i) {
            if (Slot* slot = slot_of((*facts.budget_parts)[i].target)) slot->budget_parts.push_back(i);
        }
    }
    if (facts.ledger != nullptr) {
        for (std::size_t i = 0; i < facts.posting_parts->size(); ++i) {
            const PostingPart& part = (*facts.posting_parts)[i];
            if (!counts(facts, facts.ledger->postings[part.posting], until)) continue;
            if (Slot* slot = slot_of(target_of(part, *facts.rules))) slot->posting_parts.push_back(i);
        }
    }
    return slots;
}

}  // namespace begroot::report::detail
