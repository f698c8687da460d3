#pragma once
// The rows of the begroot-versus-werkelijk table: values, and for a workbook the formula behind each.

#include "report/budget_table.hpp"

#include <vector>

namespace begroot::report::detail {

/// Where each column stands in the main table.
struct MainColumns {
    std::vector<Column> columns;
    std::size_t code = 0, name = 0, budget = 0, budget_to_date = 0, actual = 0, variance = 0, percent = 0, verdict = 0,
                remaining = 0, forecast = 0, phasing = 0;
    std::optional<std::size_t> printed, skipped;  ///< text columns that only a workbook has
};

/// Where each line stands in the main table.
struct MainRows {
    std::vector<std::size_t> of_line;
    std::vector<std::size_t> of_remainder;
};

/// Names the year of a table in a head: `2025`, or `deel 2024-2025` of a part.
[[nodiscard]] std::string year_words(const BudgetVsActual& answer);

/// Chooses the columns of the main table.
[[nodiscard]] MainColumns main_columns(const Plan& plan, const BudgetVsActual& answer, Medium medium);

/// Makes the main table with all its rows; fills in `rows`.
[[nodiscard]] Table make_main_table(const Facts& facts, const BudgetVsActual& answer, const TableStyle& style,
                                    const MainColumns& columns, MainRows& rows);

}  // namespace begroot::report::detail
