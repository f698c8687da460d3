#pragma once
// What was budgeted: one line of the office's budget, with the cell of every amount.

#include "base/codes.hpp"
#include "base/place.hpp"
#include "period/phasing.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace begroot {

/// One line of a budget. Amounts are positive for income and for expense alike, as budgets print them; `side` says
/// which.
struct BudgetLine {
    Side side = Side::expense;
    RubricId rubric;
    std::string rubric_name;
    AccountId account;
    std::string name;
    CostCentreId cost_centre;
    CostUnitId cost_unit;
    BoardId board = {};
    NeighbourhoodId neighbourhood = {};
    Money year;
    std::optional<MonthAmounts> months;  ///< absent when the workbook gives a year only
    Origin year_origin;
    bool school_years = false;  ///< the months are twelfths of school years: each column counts for part of its amount
    bool year_is_sum = false;   ///< the workbook prints no year: the months were added up
    std::array<std::uint32_t, 12> month_columns{};  ///< columns of the month cells, in the row of `year_origin`
};

/// Gives the cell of a month (0 is January); of a line without months the cell of the year.
[[nodiscard]] inline Origin month_origin(const BudgetLine& line, std::size_t month) {
    Origin origin = line.year_origin;
    if (line.months) origin.column = line.month_columns[month];
    return origin;
}

}  // namespace begroot
