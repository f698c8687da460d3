#pragma once
// References as sheets write them: `D14`, `A1:C3`; within the limits of the sheet.

#include "workbook/read_limits.hpp"
#include "workbook/workbook.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace begroot::workbook::detail {

/// A cell's place, 0-based.
struct CellPlace {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
};

/// Reads `D14`; nothing for other text and for a cell outside the limits.
[[nodiscard]] std::optional<CellPlace> parse_cell(std::string_view text, const ReadLimits& limits);

/// Reads `A1:C3` or a single cell; nothing for other text, swapped corners and cells outside the limits.
[[nodiscard]] std::optional<CellRange> parse_range(std::string_view text, const ReadLimits& limits);

/// Reads a whole text of digits as a number; nothing for other text and for more than 32 bits.
[[nodiscard]] std::optional<std::uint32_t> parse_count(std::string_view text);

/// Reads XML's boolean: `1` and `true` are true, everything else is false.
[[nodiscard]] constexpr bool is_true(std::optional<std::string_view> text) { return text == "1" || text == "true"; }

}  // namespace begroot::workbook::detail
