#include "report/detail/lines.hpp"

#include <algorithm>

namespace begroot::report::detail {

void keep_part(BudgetVsActual& table, Line& line, SchoolYearSplit split) {
    if (!table.options.part || !line.amounts.budget) return;
    if (table.options.part->split == YearSplit::school_year) {
        line.months = spread_school_years(split.january_july, split.august_december);
        std::ranges::rotate(line.months, line.months.begin() + table.year.first_month - 1);
        line.phasing = year_split_name(YearSplit::school_year);
    }
    Money rest;
    for (std::size_t i = 0; i < line.months.size(); ++i) {
        if (table.counted.contains(table.year.month_at(static_cast<std::int32_t>(i) + 1))) continue;
        rest += line.months[i];
        line.months[i] = Money();
    }
    const Money whole = *line.amounts.budget;
    const bool income = line.side == Side::income;
    table.part_tie->whole += income ? -whole : whole;
    table.part_tie->rest += income ? -rest : rest;
    line.rest_of_plan = rest;
    line.amounts.budget = sum(line.months);
    line.amounts.budget_to_date = sum_to(line.months, table.year.position(table.until));
}

}  // namespace begroot::report::detail
