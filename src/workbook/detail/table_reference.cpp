#include "workbook/detail/table_reference.hpp"

#include "workbook/detail/zip.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace begroot::workbook::patching {

namespace {

/// Gives the items of `[#Headers],[Bedrag]:[Saldo]`; a single item may stand without brackets of its own. An
/// apostrophe makes the next character stand for itself.
std::vector<std::string> items_of(std::string_view inside) {
    std::vector<std::string> items;
    while (inside.starts_with(' ')) inside.remove_prefix(1);
    if (!inside.starts_with('[')) {
        std::string item;
        for (std::size_t i = 0; i < inside.size(); ++i) {
            if (inside[i] == '\'' && i + 1 < inside.size()) ++i;
            item += inside[i];
        }
        if (!item.empty()) items.push_back(std::move(item));
        return items;
    }
    std::optional<std::string> item;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const char c = inside[i];
        if (!item) {
            if (c == '[') item.emplace();
        } else if (c == ']') {
            items.push_back(std::move(*item));
            item.reset();
        } else {
            if (c == '\'' && i + 1 < inside.size()) ++i;
            *item += inside[i];
        }
    }
    return items;
}

/// Which rows of a table are meant.
struct Rows {
    bool headers = false;
    bool data = false;
    bool totals = false;
    bool this_row = false;

    [[nodiscard]] bool any() const { return headers || data || totals || this_row; }
};

/// Reads `#Data` and the like; false where the item is none.
bool read_rows(std::string_view lower, Rows& rows) {
    if (lower == "#all") {
        rows = {true, true, true, rows.this_row};
    } else if (lower == "#headers") {
        rows.headers = true;
    } else if (lower == "#data") {
        rows.data = true;
    } else if (lower == "#totals") {
        rows.totals = true;
    } else if (lower == "#this row") {
        rows.this_row = true;
    } else {
        return false;
    }
    return true;
}

}  // namespace

Reference table_reference(const SheetTable& table, std::uint32_t sheet, std::string_view inside, CellPlace place) {
    const Reference whole{{sheet, sheet, table.range}};
    Rows rows;
    std::optional<std::uint32_t> first_column;
    std::optional<std::uint32_t> last_column;
    for (const std::string& item : items_of(inside)) {
        const std::string lower = detail::lower_case(item);
        if (read_rows(lower, rows)) continue;
        const auto column = std::ranges::find_if(
            table.columns, [&lower](const std::string& name) { return detail::lower_case(name) == lower; });
        if (column == table.columns.end()) return whole;
        const auto index = table.range.first_column + static_cast<std::uint32_t>(column - table.columns.begin());
        first_column = std::min(first_column.value_or(index), index);
        last_column = std::max(last_column.value_or(index), index);
    }
    Reference reference = whole;
    CellRange& range = reference.box.range;
    if (first_column) range.first_column = *first_column;
    if (last_column) range.last_column = std::min(*last_column, table.range.last_column);
    if (rows.this_row && !rows.headers && !rows.data && !rows.totals) {
        range.first_row = place.row;
        range.last_row = place.row;
        reference.first_row_moves = true;
        reference.last_row_moves = true;
        return reference;
    }
    if (!rows.any()) rows.data = true;
    const std::uint32_t first_data = range.first_row + (table.header_row ? 1U : 0U);
    const std::uint32_t behind_data = range.last_row + (table.totals_row ? 0U : 1U);
    if (first_data >= behind_data) return whole;
    if (!rows.headers) range.first_row = rows.data || rows.this_row ? first_data : behind_data;
    if (!rows.totals) range.last_row = (rows.data || rows.this_row ? behind_data : first_data) - 1;
    if (range.first_row > range.last_row || range.last_row > table.range.last_row) return whole;
    return reference;
}

}  // namespace begroot::workbook::patching
