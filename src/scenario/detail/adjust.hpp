#pragma once
// A change to a value as an adjustment of a variable.

#include "scenario/scenario.hpp"

#include <string>

namespace begroot::scenario::detail {

/// Gives the action that does what a change says.
[[nodiscard]] Action action_of(model::Change::Kind kind);

/// Gives the adjustment that changes all members of a variable in every year after the base year.
[[nodiscard]] Adjustment adjustment_of(const std::string& variable, const model::Change& change);

}  // namespace begroot::scenario::detail
