#include "exchange/ledger_sheet.hpp"

#include "exchange/detail/label.hpp"
#include "exchange/detail/ledger_rows.hpp"
#include "exchange/detail/sheet_report.hpp"
#include "exchange/detail/variance_columns.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace begroot::exchange {

namespace {

/// Reads postings; where `own` is given it is the workbook itself, whose rows go as they are read.
Result<LedgerReading> read_postings(const workbook::Workbook& workbook, workbook::Workbook* own,
                                    const SourceSettings& settings) {
    auto opened = detail::open_sheet(workbook, settings, Shape::ledger, detail::ledger_heads);
    if (!opened) return failure(std::move(opened).error());
    Ledger ledger;
    ledger.make_room(opened->grid.row_count() - opened->header.first_row);
    detail::LedgerRows rows(*opened, ledger, settings);
    if (auto ready = rows.prepare(); !ready) return failure(std::move(ready).error());
    workbook::CellList* passed = nullptr;
    if (own != nullptr) {
        for (workbook::Sheet& sheet : own->sheets) {
            if (&sheet == &opened->grid.sheet()) passed = &sheet.cells;
        }
    }
    if (auto taken = detail::take_rows(*opened, rows, passed); !taken) return failure(std::move(taken).error());
    if (ledger.postings.empty()) return failure(detail::no_rows(*opened, "geen enkele boeking"));
    if (auto finished = rows.finish(); !finished) return failure(std::move(finished).error());
    detail::close_report(*opened, rows.last_data_row());
    const FileAmounts amounts = rows.amounts();
    return LedgerReading{std::move(ledger), std::move(opened->report), amounts, rows.administration()};
}

}  // namespace

workbook::ChooseColumns needed_columns(const SourceSettings& settings) {
    return [&settings](const workbook::Sheet& so_far) -> std::optional<workbook::ColumnChoice> {
        const detail::SheetGrid grid(so_far);
        const bool named = !settings.sheet.empty();
        if (named && detail::normalise(settings.sheet) != detail::normalise(so_far.source->sheet))
            return workbook::ColumnChoice{};
        const auto header = detail::find_header(
            grid, {detail::ledger_heads, settings.columns, settings.year.year, settings.header_row});
        if (!header || !header->has(detail::ledger_account)) return std::nullopt;
        // Merged heads are only known once the whole sheet is read: where heads may hang from a row above, all is kept.
        const bool two_rows = std::ranges::any_of(
            header->heads, [](const detail::Head& head) { return !head.own || !head.upper_key.empty(); });
        if (two_rows || !header->undecided.empty()) return std::nullopt;
        workbook::ColumnChoice choice{std::vector<bool>(workbook::Cell::columns_max, true),
                                      header->columns[detail::ledger_account]->column};
        for (const detail::Head& head : header->heads) choice.kept[head.column] = detail::is_mark_head(head.key);
        for (const auto& column : header->columns) {
            if (column) choice.kept[column->column] = true;
        }
        return choice;
    };
}

Result<LedgerReading> read_ledger(const workbook::Workbook& workbook, const SourceSettings& settings) {
    return read_postings(workbook, nullptr, settings);
}

Result<LedgerReading> read_ledger(workbook::Workbook&& workbook, const SourceSettings& settings) {
    workbook::Workbook own = std::move(workbook);
    return read_postings(own, &own, settings);
}

}  // namespace begroot::exchange
