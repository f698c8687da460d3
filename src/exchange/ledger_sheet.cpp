#include "exchange/ledger_sheet.hpp"

#include "exchange/detail/ledger_rows.hpp"
#include "exchange/detail/sheet_report.hpp"

#include <utility>

namespace begroot::exchange {

Result<LedgerReading> read_ledger(const workbook::Workbook& workbook, const SourceSettings& settings) {
    auto opened = detail::open_sheet(workbook, settings, Shape::ledger, detail::ledger_heads);
    if (!opened) return failure(std::move(opened).error());
    Ledger ledger;
    ledger.postings.reserve(opened->grid.row_count() - opened->header.first_row);
    detail::LedgerRows rows(*opened, ledger, settings);
    if (auto ready = rows.prepare(); !ready) return failure(std::move(ready).error());
    if (auto taken = detail::take_rows(*opened, rows); !taken) return failure(std::move(taken).error());
    if (ledger.postings.empty()) return failure(detail::no_rows(*opened, "geen enkele boeking"));
    if (auto finished = rows.finish(); !finished) return failure(std::move(finished).error());
    detail::close_report(*opened, rows.last_data_row());
    return LedgerReading{std::move(ledger), std::move(opened->report)};
}

}  // namespace begroot::exchange
