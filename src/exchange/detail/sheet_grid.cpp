#include "exchange/detail/sheet_grid.hpp"

#include "exchange/detail/label.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace begroot::exchange::detail {

using workbook::Cell;
using workbook::CellKind;

SheetGrid::SheetGrid(const workbook::Sheet& sheet) : sheet_(&sheet) {
    const std::size_t rows = sheet.cells.empty() ? 0 : std::size_t{sheet.cells.back().row} + 1;
    starts_.assign(rows + 1, sheet.cells.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
        const Cell& cell = sheet.cells[i];
        for (; next <= cell.row; ++next) starts_[next] = i;
        column_count_ = std::max(column_count_, cell.column + 1);
    }
}

std::span<const Cell> SheetGrid::row(std::uint32_t row) const {
    if (row >= row_count()) return {};
    return std::span(sheet_->cells).subspan(starts_[row], starts_[row + 1] - starts_[row]);
}

const Cell* SheetGrid::find(std::uint32_t row, std::uint32_t column) const {
    const std::span<const Cell> cells = this->row(row);
    const auto found = std::ranges::lower_bound(cells, column, {}, &Cell::column);
    return found != cells.end() && found->column == column ? &*found : nullptr;
}

Origin SheetGrid::origin(std::uint32_t row, std::uint32_t column) const { return {sheet_->source, row, column}; }

std::string number_code(const Cell& cell) {
    if (!cell.digits.empty() && cell.digits.find_first_of(".eE") == std::string_view::npos)
        return std::string(cell.digits);
    // Fifteen significant digits are what Excel itself shows of a number.
    std::array<char, 40> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), cell.number, std::chars_format::general, 15);
    return {buffer.data(), end.ptr};
}

std::string shown_text(const Cell& cell) {
    switch (cell.kind) {
        case CellKind::text:
            return std::string(trim(cell.text));
        case CellKind::number:
        case CellKind::date:
            return number_code(cell);
        case CellKind::boolean:
            return cell.number != 0.0 ? "WAAR" : "ONWAAR";
        case CellKind::error:
            return std::string(dutch_excel_error(cell.text).value_or(cell.text));
        case CellKind::empty:
        case CellKind::not_computed:
            break;
    }
    return {};
}

bool is_blank(const Cell& cell) {
    return cell.kind == CellKind::empty || (cell.kind == CellKind::text && trim(cell.text).empty());
}

}  // namespace begroot::exchange::detail
