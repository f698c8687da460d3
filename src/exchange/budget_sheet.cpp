#include "exchange/budget_sheet.hpp"

#include "exchange/detail/budget_rows.hpp"
#include "exchange/detail/sheet_report.hpp"

#include <utility>

namespace begroot::exchange {

namespace {

/// Refuses a header in which the amounts are incomplete: neither all twelve months nor a year.
std::optional<Error> refuse_columns(const detail::OpenedSheet& opened) {
    const detail::Header& header = opened.header;
    std::string missing;
    std::size_t months = 0;
    for (unsigned m = detail::budget_month; m < detail::budget_year; ++m) {
        if (header.has(m))
            ++months;
        else
            missing += (missing.empty() ? "" : ", ") + std::string(detail::budget_heads[m].meaning);
    }
    const Place place = to_place(opened.grid.origin(header.row, header.columns[detail::budget_account]->column));
    const std::string action = "noem de kolom in het model onder kolommen";
    if (months == 0 && !header.has(detail::budget_year)) {
        return Error{ErrorKind::input, place, "geen kolom met bedragen", "twaalf maanden, of een kolom Totaal", action};
    }
    if (months > 0 && months < 12)
        return Error{ErrorKind::input, place, "geen kolom voor " + missing, "twaalf maanden", action};
    return std::nullopt;
}

}  // namespace

Result<BudgetReading> read_budget(const workbook::Workbook& workbook, const SourceSettings& settings) {
    auto opened = detail::open_sheet(workbook, settings, Shape::budget, detail::budget_heads);
    if (!opened) return failure(std::move(opened).error());
    if (auto error = refuse_columns(*opened)) return failure(std::move(*error));
    Budget budget{settings.year, {}, {}};
    detail::BudgetRows rows(*opened, budget);
    if (auto taken = detail::take_rows(*opened, rows); !taken) return failure(std::move(taken).error());
    if (budget.lines.empty()) return failure(detail::no_rows(*opened, "geen enkele begrotingsregel"));
    detail::close_report(*opened, rows.last_data_row());
    return BudgetReading{std::move(budget), std::move(opened->report)};
}

}  // namespace begroot::exchange
