#pragma once
// A budget of one calendar year as part of a plan that runs over two.

#include "budget/budget_line.hpp"
#include "money/money.hpp"
#include "period/fiscal_year.hpp"
#include "period/plan_year.hpp"

#include <cstddef>
#include <cstdint>

namespace begroot {

/// Keeps of a line of calendar year `year` what lies in the plan's twelve months, in their order: the first amount of
/// `months` is that of the plan's first month. A line without months is spread equally, so that a school year takes
/// 5/12 of its first calendar year and 7/12 of its second. What two plans that follow each other keep of one line adds
/// up to that line to the cent.
[[nodiscard]] inline BudgetLine part_of_plan_year(BudgetLine line, FiscalYear year, PlanYear plan) {
    const MonthAmounts months = line.months ? *line.months : phase(line.year, equal_months());
    MonthAmounts kept;
    std::array<std::uint32_t, 12> columns{};
    for (std::size_t month = 0; month < months.size(); ++month) {
        const std::int32_t position = plan.position(Month{year.year, static_cast<std::int32_t>(month) + 1});
        if (position < 1 || position > 12) continue;
        kept[static_cast<std::size_t>(position) - 1] = months[month];
        columns[static_cast<std::size_t>(position) - 1] = line.month_columns[month];
    }
    if (line.months) {
        line.month_columns = columns;
    } else {
        line.month_columns.fill(line.year_origin.column);
    }
    line.year = sum(kept);
    line.months = kept;
    line.year_is_sum = true;
    return line;
}

}  // namespace begroot
