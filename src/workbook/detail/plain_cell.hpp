#pragma once
// The fast path: nearly every cell of a large sheet is written in one of a few ways, which need no general XML scanner.

#include "workbook/detail/raw_cell.hpp"

#include <cstddef>
#include <string_view>

namespace begroot::workbook::detail {

/// Scans `<c r="B2" s="1" t="s"><v>12</v></c>`, `<c r="B2" s="1"/>` or `<c r="B2" t="inlineStr"><is><t>a</t></is></c>`
/// at the start of `ahead`, which a zero byte must follow. Gives the bytes it takes, or 0 when the cell is written in
/// any other way, is cut off, has entities, or does not lie in row `row` (0-based): then the general scanner decides.
[[nodiscard]] std::size_t scan_plain_cell(std::string_view ahead, std::uint32_t row, RawCell& cell);

}  // namespace begroot::workbook::detail
