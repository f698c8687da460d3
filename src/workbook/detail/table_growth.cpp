#include "workbook/detail/table_growth.hpp"

#include "workbook/detail/formula_references.hpp"

#include <algorithm>
#include <optional>
#include <variant>

namespace begroot::workbook::patching {

namespace {

bool fills_row(std::span<const CellWrite> writes, std::uint32_t sheet, const CellRange& range, std::uint32_t row) {
    return std::ranges::any_of(writes, [&](const CellWrite& write) {
        return write.sheet == sheet && write.place.row == row && write.place.column >= range.first_column &&
               write.place.column <= range.last_column && !std::holds_alternative<std::monostate>(write.value);
    });
}

/// Tells whether the row is free for a table to take in: no cell with a value, no other table, nothing merged.
bool is_free(const Sheet& sheet, const CellRange& range, std::uint32_t row) {
    const auto in_the_way = [&](const CellRange& other) {
        return other.first_row <= row && row <= other.last_row && other.first_column <= range.last_column &&
               range.first_column <= other.last_column;
    };
    const auto cells = sheet.cells.row(row);
    const bool has_value = std::ranges::any_of(cells, [&](const Cell& cell) {
        return cell.column() >= range.first_column && cell.column() <= range.last_column;
    });
    return !has_value && std::ranges::none_of(sheet.merged, in_the_way) &&
           std::ranges::none_of(sheet.tables, in_the_way, &SheetTable::range);
}

}  // namespace

Result<std::vector<GrownTable>> grown_tables(const detail::ZipArchive& archive, const detail::WorkbookMap& map,
                                             const Workbook& workbook, std::span<const CellWrite> writes,
                                             const ReadLimits& limits) {
    std::vector<GrownTable> grown;
    for (std::uint32_t index = 0; index < workbook.sheets.size(); ++index) {
        const Sheet& sheet = workbook.sheets[index];
        std::optional<std::vector<std::string>> parts;
        for (std::size_t i = 0; i < sheet.tables.size(); ++i) {
            const SheetTable& table = sheet.tables[i];
            CellRange range = table.range;
            while (!table.totals_row && range.last_row < last_sheet_row &&
                   fills_row(writes, index, range, range.last_row + 1) && is_free(sheet, range, range.last_row + 1)) {
                ++range.last_row;
            }
            if (range.last_row == table.range.last_row) continue;
            if (!parts) {
                auto found = detail::parts_of_kind(archive, map.sheets[index].part, "table", limits);
                if (!found) return failure(found.error());
                parts = std::move(*found);
            }
            if (i < parts->size()) grown.push_back({(*parts)[i], table.name, range});
        }
    }
    return grown;
}

}  // namespace begroot::workbook::patching
