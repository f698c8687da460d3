#include "workbook/workbook.hpp"

#include "workbook/detail/cell_reference.hpp"
#include "workbook/detail/zip.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace begroot::workbook {

std::optional<CellRange> parse_cell_range(std::string_view text) {
    std::string plain(text);
    std::erase(plain, '$');
    return detail::parse_range(plain, {});
}

bool hidden_by_filter(const Sheet& sheet, std::uint32_t row) {
    if (!std::ranges::binary_search(sheet.hidden_rows, row)) return false;
    return std::ranges::any_of(sheet.filters, [row](const AutoFilter& filter) {
        return filter.active && row > filter.range.first_row && row <= filter.range.last_row;
    });
}

std::optional<SheetRange> range_of(const Workbook& workbook, const DefinedName& name) {
    const std::size_t mark = name.text.rfind('!');
    if (mark == std::string::npos) return std::nullopt;
    std::string sheet = name.text.substr(0, mark);
    if (sheet.size() > 1 && sheet.front() == '\'' && sheet.back() == '\'') {
        std::string plain;
        for (std::size_t i = 1; i + 1 < sheet.size(); ++i) {
            plain += sheet[i];
            if (sheet[i] == '\'' && sheet[i + 1] == '\'') ++i;
        }
        sheet = std::move(plain);
    }
    std::string cells = name.text.substr(mark + 1);
    std::erase(cells, '$');
    const auto range = detail::parse_range(cells, {});
    const auto found = std::ranges::find_if(workbook.sheets, [&sheet](const Sheet& one) {
        return one.source && detail::lower_case(one.source->sheet) == detail::lower_case(sheet);
    });
    if (!range || found == workbook.sheets.end()) return std::nullopt;
    return SheetRange{static_cast<std::uint32_t>(found - workbook.sheets.begin()), *range};
}

}  // namespace begroot::workbook
