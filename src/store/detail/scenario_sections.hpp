#pragma once
// The scenarios and tariff sets of a model.

#include "model/definition.hpp"
#include "scenario/scenario.hpp"
#include "store/detail/section.hpp"

namespace begroot::store::detail {

/// Adds all `[[tarievenset]]` and `[[scenario]]`; numbers are read in the unit of what they change.
void read_scenarios(const Section& root, const model::Definition& definition, scenario::ScenarioBook& book);

}  // namespace begroot::store::detail
