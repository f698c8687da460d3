#pragma once
// The scenarios and tariff sets of a model.

#include "model/definition.hpp"
#include "scenario/scenario.hpp"
#include "store/detail/section.hpp"

namespace begroot::store::detail {

/// Reads all `[[tarievenset]]` and `[[scenario]]`; numbers are read in the unit of what they change.
[[nodiscard]] scenario::ScenarioBook read_scenarios(const Section& root, const model::Definition& definition);

}  // namespace begroot::store::detail
