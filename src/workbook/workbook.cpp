#include "workbook/workbook.hpp"

#include <algorithm>

namespace begroot::workbook {

bool hidden_by_filter(const Sheet& sheet, std::uint32_t row) {
    if (!std::ranges::binary_search(sheet.hidden_rows, row)) return false;
    return std::ranges::any_of(sheet.filters, [row](const AutoFilter& filter) {
        return filter.active && row > filter.range.first_row && row <= filter.range.last_row;
    });
}

}  // namespace begroot::workbook
