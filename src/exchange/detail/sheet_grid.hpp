#pragma once
// A sheet as its readers look at it: cells by row and column, the origin of each, what a cell shows.

#include "base/place.hpp"
#include "workbook/workbook.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace begroot::exchange::detail {

/// Looks at a sheet by row and column; the sheet must outlive it.
class SheetGrid {
public:
    explicit SheetGrid(const workbook::Sheet& sheet) : sheet_(&sheet) {}

    [[nodiscard]] const workbook::Sheet& sheet() const { return *sheet_; }
    /// Gives one more than the last row that holds a cell.
    [[nodiscard]] std::uint32_t row_count() const { return sheet_->cells.row_count(); }
    /// Gives one more than the last column that holds a cell.
    [[nodiscard]] std::uint32_t column_count() const { return sheet_->cells.column_count(); }
    /// Gives the cells of a row, columns ascending; nothing beyond the last row.
    [[nodiscard]] std::span<const workbook::Cell> row(std::uint32_t row) const { return sheet_->cells.row(row); }
    /// Gives a cell, or nullptr where there is none.
    [[nodiscard]] const workbook::Cell* find(std::uint32_t row, std::uint32_t column) const {
        return sheet_->cells.find(row, column);
    }
    [[nodiscard]] Origin origin(std::uint32_t row, std::uint32_t column) const { return {sheet_->source, row, column}; }
    [[nodiscard]] Origin origin(const workbook::Cell& cell) const { return origin(cell.row(), cell.column()); }

private:
    const workbook::Sheet* sheet_;
};

/// Gives what a cell shows as text, trimmed: text as is, a number without float noise, an Excel error in Dutch.
[[nodiscard]] std::string shown_text(const workbook::Cell& cell);

/// Gives the same, in `room` where the cell does not hold it itself.
[[nodiscard]] std::string_view shown_text(const workbook::Cell& cell, std::string& room);

/// Writes a number cell as a code: `4425` and `4425.0` are `4425`, 4.0999999999999996 is `4.1`.
[[nodiscard]] std::string number_code(const workbook::Cell& cell);

/// Tells whether a cell holds nothing to read: empty, or white space only.
[[nodiscard]] bool is_blank(const workbook::Cell& cell);

}  // namespace begroot::exchange::detail
