#pragma once
// A scenario as the text that a model keeps.

#include "model/definition.hpp"
#include "scenario/scenario.hpp"

#include <string>
#include <vector>

namespace begroot::store {

/// Writes a scenario as a `[[scenario]]` section to add to a model; `remarks` become comment lines at its head. A model
/// with it reads the same scenario back, but for places.
[[nodiscard]] std::string scenario_text(const scenario::Scenario& scenario, const model::Definition& definition,
                                        const std::vector<std::string>& remarks);

}  // namespace begroot::store
