#pragma once
// Functions that stand for other formulas: vorig, indexeer and schooljaar.

#include "model/formula.hpp"

#include <expected>
#include <vector>

namespace begroot::model::detail {

/// The years that a formula may name.
inline constexpr double year_least = 1900;
inline constexpr double year_most = 2199;

/// Moves every reference of a formula `years` back. Refuses what has no cell of last year: cumulatief and the totals of
/// rubriek, speerpunt, doel and balans; and looking further back than `years_back_max`.
[[nodiscard]] std::expected<Expression, FormulaError> years_earlier(Expression expression, std::int32_t years);

/// Writes vorig(x) or vorig(x; jaren) as what it stands for.
[[nodiscard]] std::expected<Expression, FormulaError> rewrite_previous(std::vector<Expression> arguments);

/// Writes indexeer(x; index; jaar) as x * index / index@jaar.
[[nodiscard]] std::expected<Expression, FormulaError> rewrite_index(std::vector<Expression> arguments);

/// Writes schooljaar(x) as the two school years that a calendar year has, each for its part.
[[nodiscard]] std::expected<Expression, FormulaError> rewrite_school_year(Expression argument, SchoolYearParts parts);

}  // namespace begroot::model::detail
