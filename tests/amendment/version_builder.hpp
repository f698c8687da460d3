#pragma once
// Versions of a budget in a few words.

#include "amendment/stack.hpp"
#include "plan/plan_builder.hpp"

#include <string>
#include <utility>
#include <vector>

namespace begroot::test {

/// Adds so many euros to a goal, or takes them away.
[[nodiscard]] inline Mutation adds(const std::string& goal, std::int64_t whole_euros) {
    Mutation made;
    made.goal = GoalId(goal);
    made.amount = Money::from_euros(whole_euros);
    made.place = {"plan.toml", "", "", 30, 1};
    return made;
}

/// Makes the amount of a goal what a cell says: `€ 5.000`, `p.m.`.
[[nodiscard]] inline Mutation becomes(const std::string& goal, const std::string& printed) {
    Mutation made = adds(goal, 0);
    made.amount = parse_plan_amount(printed).value();
    return made;
}

/// Makes a version of a day of 2025 with a reason and a decision.
[[nodiscard]] inline BudgetVersion version(const std::string& code, Day date, std::vector<Mutation> mutations) {
    return {code, "begrotings" + code, date, "reden", "ALV", std::move(mutations), {"plan.toml", "", "", 25, 1}};
}

}  // namespace begroot::test
