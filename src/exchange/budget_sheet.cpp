#include "exchange/budget_sheet.hpp"

#include "exchange/detail/budget_columns.hpp"
#include "exchange/detail/budget_periods.hpp"
#include "exchange/detail/budget_rows.hpp"
#include "exchange/detail/sheet_report.hpp"

#include <utility>

namespace begroot::exchange {

Result<BudgetReading> read_budget(const workbook::Workbook& workbook, const SourceSettings& settings) {
    auto opened = detail::open_sheet(workbook, settings, Shape::budget, detail::budget_heads);
    if (!opened) return failure(std::move(opened).error());
    if (auto error = detail::refuse_amount_columns(*opened, settings)) return failure(std::move(*error));
    detail::report_years(*opened, settings);
    detail::leave_total_of_school_year(*opened, settings);
    Budget budget{settings.year, {}, {}};
    if (auto error = detail::refuse_cumulative(*opened, settings)) return failure(std::move(*error));
    detail::BudgetRows rows(*opened, budget, settings);
    if (auto taken = detail::take_rows(*opened, rows); !taken) return failure(std::move(taken).error());
    if (budget.lines.empty()) return failure(detail::no_rows(*opened, "geen enkele begrotingsregel" + rows.of_year()));
    if (auto finished = rows.finish(); !finished) return failure(std::move(finished).error());
    detail::report_other_periods(*opened);
    if (auto error = detail::refuse_rows_a_period(*opened)) return failure(std::move(*error));
    detail::close_report(*opened, rows.last_data_row());
    return BudgetReading{std::move(budget), std::move(opened->report), detail::months_read(opened->header)};
}

}  // namespace begroot::exchange
