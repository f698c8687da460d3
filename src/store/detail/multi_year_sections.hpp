#pragma once
// The multi-year part of a model file: [meerjaren], lists, tables of points, correlations and what it includes.

#include "model/definition.hpp"
#include "scenario/scenario.hpp"
#include "store/detail/section.hpp"
#include "store/detail/variable_sections.hpp"

#include <optional>
#include <string>
#include <vector>

namespace begroot::store::detail {

/// The multi-year part of one file.
struct MultiYearPart {
    model::Definition definition;
    scenario::ScenarioBook scenarios;
    std::vector<std::string> includes;  ///< files named by `inclusief`, relative to the model
    Place includes_place;
    std::vector<std::string> own_units;
};

/// Reads the multi-year part of a model; nothing when it has no `[meerjaren]` (then none of its sections may stand
/// there: reported).
[[nodiscard]] std::optional<MultiYearPart> read_multi_year(const Section& root, const Plan& plan);

/// Adds what an included file says to a model; what the model says itself under the same code stays.
void include_part(const Section& included, const Plan& plan, MultiYearPart& part);

}  // namespace begroot::store::detail
