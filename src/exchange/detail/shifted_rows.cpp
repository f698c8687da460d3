#include "exchange/detail/shifted_rows.hpp"

#include "exchange/detail/label.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace begroot::exchange::detail {

namespace {

using workbook::Cell;

/// Counts the fields of the widest row down to the heads; an empty last field has left its mark there.
std::uint32_t head_fields(const SheetGrid& grid, const Header& header) {
    std::uint32_t fields = header.heads.back().column + 1;
    for (std::uint32_t row = 0; row <= header.row; ++row) {
        if (const auto cells = grid.row(row); !cells.empty()) fields = std::max(fields, cells.back().column() + 1);
    }
    return fields;
}

Error shifted(const SheetGrid& grid, const Cell& cell, char delimiter, std::string found, std::uint32_t fields) {
    const std::string action = delimiter == ','
                                   ? "zet een bedrag of tekst met een komma tussen aanhalingstekens, of laat een ander "
                                     "teken de kolommen scheiden"
                                   : "zet een tekst waarin het scheidingsteken staat tussen aanhalingstekens";
    return {ErrorKind::input, to_place(grid.origin(cell)), std::move(found),
            "hoogstens " + std::to_string(fields) + " velden, zoveel als de kopregel heeft",
            action + "; staat er een kolom meer, geef haar dan een kop"};
}

/// Finds the first filled field of a row beyond those of the heads. A note that stands apart from the row, behind an
/// empty field, is none where the comma does not separate columns: as many delimiters in one text would move a text
/// into the amounts.
const Cell* filled_beyond(std::span<const Cell> row, std::uint32_t fields, char delimiter) {
    if (row.empty() || row.back().column() < fields) return nullptr;
    const auto first =
        std::ranges::find_if(row, [fields](const Cell& cell) { return cell.column() >= fields && !is_blank(cell); });
    if (first == row.end()) return nullptr;
    const bool note = delimiter != ',' && first->column() > fields && std::none_of(first, row.end(), may_be_amount);
    return note ? nullptr : &*first;
}

bool is_whole(std::string_view text) {
    text = trim(text);
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

/// Finds a whole debit with a credit of one or two digits right of it: `100,75` where the comma separates columns.
const Cell* cut_amount(std::span<const Cell> row, std::span<const SideColumn> sides) {
    constexpr std::size_t cents_digits = 2;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
        const Cell& next = row[i + 1];
        const auto side = std::ranges::find(sides, row[i].column(), &SideColumn::column);
        const auto other = std::ranges::find(sides, next.column(), &SideColumn::column);
        if (side == sides.end() || other == sides.end() || side->credit == other->credit) continue;
        const bool cut = next.column() == row[i].column() + 1 && is_whole(row[i].text()) && is_whole(next.text()) &&
                         trim(next.text()).size() <= cents_digits && is_digit(trim(next.text())[0]);
        if (cut) return &row[i];
    }
    return nullptr;
}

}  // namespace

std::optional<Error> refuse_shifted_rows(const workbook::Workbook& workbook, const SheetGrid& grid,
                                         const Header& header, std::span<const SideColumn> sides) {
    if (!workbook.text_format || header.heads.empty()) return std::nullopt;
    const std::uint32_t fields = head_fields(grid, header);
    if (grid.column_count() <= fields) return std::nullopt;  // nearly always
    const char delimiter = workbook.text_format->delimiter;
    for (const auto row : grid.sheet().cells.rows(header.first_row)) {
        const Cell* const beyond = filled_beyond(row, fields, delimiter);
        if (beyond != nullptr && std::ranges::any_of(row, may_be_amount)) {
            return shifted(grid, *beyond, delimiter,
                           "de rij heeft een veld meer dan de kopregel, \"" + shown_text(*beyond) +
                               "\", dus haar velden kunnen verschoven zijn",
                           fields);
        }
        const Cell* const cut = delimiter == ',' && beyond == nullptr ? cut_amount(row, sides) : nullptr;
        if (cut != nullptr) {
            return shifted(grid, *cut, delimiter,
                           "er zijn rijen met meer velden dan de kopregel, en \"" + shown_text(*cut) +
                               "\" met het veld erachter kan één bedrag met een decimale komma zijn",
                           fields);
        }
    }
    return std::nullopt;
}

}  // namespace begroot::exchange::detail
