#pragma once
// The multi-year part of a model file: [meerjaren], lists, tables of points, correlations and what it includes.

#include "model/definition.hpp"
#include "scenario/scenario.hpp"
#include "store/detail/included_files.hpp"
#include "store/detail/section.hpp"
#include "store/model_file.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace begroot::store::detail {

/// What `[meerjaren]` says.
struct MultiYearHead {
    std::int32_t base_year = 0;
    std::int32_t first_year = 0;
    std::int32_t last_year = 0;
    SchoolYearParts school_year;
    std::optional<model::ContinuityRule> continuity;
    std::vector<std::string> own_units;
    IncludedNames includes;
};

/// Reads `[meerjaren]`; nothing when a model has none (then none of the multi-year sections may stand there: reported).
[[nodiscard]] std::optional<MultiYearHead> read_multi_year_head(const Section& root);

/// Reads the multi-year part of `model`, whose plan is known, from its own file and then from the files that it
/// includes; what the model says itself under the same code stays.
void read_multi_year(const Section& root, std::span<const Section> included, const MultiYearHead& head, Model& model);

}  // namespace begroot::store::detail
