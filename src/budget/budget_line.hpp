#pragma once
// What was budgeted: one line of the office's budget, with the cell of every amount.

#include "base/codes.hpp"
#include "base/place.hpp"
#include "period/phasing.hpp"

#include <array>
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
    Money year;
    std::optional<MonthAmounts> months;  ///< absent when the workbook gives a year only
    Origin year_origin;
    std::array<std::uint32_t, 12> month_columns{};  ///< columns of the month cells, in the row of `year_origin`
};

}  // namespace begroot
