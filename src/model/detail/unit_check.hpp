#pragma once
// Units along a formula: pupils are never added to euros.

#include "model/detail/catalogue.hpp"

#include <expected>

namespace begroot::model::detail {

/// Checks a formula whose outcome must be in `wanted`. A number literal takes the unit of its neighbour in sums,
/// comparisons, min and max, also after it is multiplied by an index or a share; with a unit it is a bare number. The
/// refusal names both sides with their units.
[[nodiscard]] std::expected<void, FormulaError> check_units(const Expression& formula, const Unit& wanted,
                                                            const Catalogue& catalogue);

}  // namespace begroot::model::detail
