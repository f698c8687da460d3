#pragma once
// A scenario and the parents above it.

#include "scenario/scenario.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace begroot::scenario::detail {

/// Gives a scenario behind its parents, the oldest first; none for `basis` or no name. Errors: an unknown scenario
/// (usage), an unknown parent, a circle of parents (printed), more than `depth_max` parents.
[[nodiscard]] Result<std::vector<const Scenario*>> family_of(const ScenarioBook& book, std::string_view name);

/// Says that a scenario names a tariff set that is not there, with the nearest.
[[nodiscard]] Error unknown_tariff_set(const ScenarioBook& book, const Scenario& scenario, std::string_view code);

}  // namespace begroot::scenario::detail
