#pragma once
// A sheet made ready to read rows from: chosen, its heads known, its hidden parts and unused columns reported.

#include "base/place.hpp"
#include "base/result.hpp"
#include "exchange/detail/header.hpp"
#include "exchange/detail/notation.hpp"
#include "exchange/detail/sheet_grid.hpp"
#include "exchange/profile.hpp"
#include "exchange/source.hpp"
#include "workbook/workbook.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace begroot::exchange::detail {

/// What both profiles start from.
struct OpenedSheet {
    SheetGrid grid;
    Header header;
    AmountReader amounts;
    ReadReport report;
    std::size_t not_computed = 0;  ///< formulas without a value
    CellPlace first_not_computed;  ///< where there are any
};

/// Chooses the sheet, finds its header and decides the notation and unit of its amount columns. Refuses a profile of
/// another shape, an unknown sheet, a header that is not found, and a column of personal data.
[[nodiscard]] Result<OpenedSheet> open_sheet(const workbook::Workbook& workbook, const SourceSettings& settings,
                                             Shape shape, std::span<const HeadRule> rules);

/// Gives what is looked for in a sheet under these settings.
[[nodiscard]] HeadSearch search_of(const SourceSettings& settings, Shape shape, std::span<const HeadRule> rules);

/// Tells whether a row repeats the header (a page break in the export).
[[nodiscard]] bool repeats_header(const OpenedSheet& opened, std::uint32_t row);

/// Gives the error for a sheet that has a header but no data under it.
[[nodiscard]] Error no_rows(const OpenedSheet& opened, std::string found);

/// Asks for the texts of rows that are read soon: they lie in the order in which the file first has them, so that each
/// would have to be waited for.
class TextsAhead {
public:
    explicit TextsAhead(workbook::CellList::Rows rows) : at_(rows.begin()), end_(rows.end()) {
        for (int i = 0; i < rows_ahead; ++i) step();
    }
    /// Moves one row on.
    void step() {
        if (at_ == end_) return;
        for (const workbook::Cell& cell : *at_) {
            if (cell.kind() == workbook::CellKind::text) __builtin_prefetch(cell.text().data());
        }
        ++at_;
    }

private:
    static constexpr int rows_ahead = 8;

    workbook::CellList::RowIterator at_;
    workbook::CellList::RowIterator end_;
};

/// Gives every row below the header that holds anything to `rows.take`; reports a run of blank rows between them as
/// one. Where `passed` is given it is the sheet's own list, which lets go of the rows that are taken.
template <typename Rows>
[[nodiscard]] Result<void> take_rows(OpenedSheet& opened, Rows& rows, workbook::CellList* passed = nullptr) {
    constexpr std::uint32_t piece_rows = 4096;  // between two times of letting go
    std::uint32_t next = opened.header.first_row;
    std::uint32_t first = next;
    for (bool more = true; more;) {
        more = false;
        const auto sheet_rows = opened.grid.sheet().cells.rows(first);
        TextsAhead texts(sheet_rows);
        for (const auto cells : sheet_rows) {
            texts.step();
            const std::uint32_t row = cells.front().row();
            if (passed != nullptr && row >= first + piece_rows) {
                first = row;
                more = true;
                break;
            }
            if (std::ranges::all_of(cells, [](const workbook::Cell& cell) { return is_blank(cell); })) continue;
            if (const std::uint32_t blanks = row - next; blanks > 0) {
                opened.report.skipped.push_back(
                    {opened.grid.origin(next, 0), "lege rij", blanks == 1 ? "" : std::to_string(blanks) + " rijen"});
            }
            next = row + 1;
            if (auto taken = rows.take(cells); !taken) return taken;
        }
        if (more) passed->drop_before(first);
    }
    return {};
}

/// Gives the cells of one row by meaning; N is the profile's number of meanings.
template <std::size_t N>
class RowCells {
public:
    RowCells(const SheetGrid& grid, const Header& header) : slots_(grid.column_count(), N) {
        for (std::size_t m = 0; m < header.columns.size(); ++m) {
            if (header.columns[m]) slots_[header.columns[m]->column] = m;
        }
    }

    /// Points every meaning at its cell in the row, or at nothing.
    void load(std::span<const workbook::Cell> row) {
        cells_.fill(nullptr);
        for (const workbook::Cell& cell : row) {
            if (const std::size_t slot = slots_[cell.column()]; slot < N && !is_blank(cell)) cells_[slot] = &cell;
        }
    }

    [[nodiscard]] const workbook::Cell* operator[](std::size_t meaning) const { return cells_[meaning]; }

private:
    std::vector<std::size_t> slots_;
    std::array<const workbook::Cell*, N> cells_{};
};

}  // namespace begroot::exchange::detail
