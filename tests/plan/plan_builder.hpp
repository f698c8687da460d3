#pragma once
// Small plans in memory, so that a test shows its whole input.

#include "plan/plan.hpp"

#include <string>
#include <utility>
#include <vector>

namespace begroot::test {

/// Makes a goal from its code and its printed cell; the cell must be one.
[[nodiscard]] inline Goal goal(const std::string& code, const std::string& printed) {
    Goal made;
    made.id = GoalId(code);
    made.speerpunt = SpeerpuntId(code.substr(0, code.find('.')));
    made.name = "doel " + code;
    made.amount = parse_plan_amount(printed).value();
    made.place = {"plan.toml", "", "", 10, 1};
    return made;
}

/// Makes a speerpunt with its goals.
[[nodiscard]] inline Speerpunt speerpunt(const std::string& number, std::vector<Goal> goals) {
    Speerpunt made;
    made.id = SpeerpuntId(number);
    made.name = "speerpunt " + number;
    made.goals = std::move(goals);
    made.place = {"plan.toml", "", "", 5, 1};
    return made;
}

/// Makes the plan of 2025.
[[nodiscard]] inline Plan plan(std::vector<Speerpunt> speerpunten) {
    Plan made;
    made.organisation = "Voorbeeld";
    made.title = "Jaarplan 2025";
    made.year = 2025;
    made.speerpunten = std::move(speerpunten);
    return made;
}

}  // namespace begroot::test
