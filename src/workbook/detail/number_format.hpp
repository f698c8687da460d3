#pragma once
// Whether a number format shows a number as a date or a time: the only thing that makes a number in a workbook a date.

#include <cstdint>
#include <string_view>

namespace begroot::workbook::detail {

/// What a format makes of a number. A time (no day, month or year in it) is the same in both date systems.
enum class FormatKind : std::uint8_t { number, date, time };

/// Judges a format code (`dd-mm-yyyy`, `[h]:mm`, `#,##0.00`) by its first section; literals, colours and conditions
/// do not count.
[[nodiscard]] FormatKind format_kind(std::string_view code);

/// Judges a builtin format by its number (ECMA-376 part 1, 18.8.30, with the East Asian dates 27-36 and 50-58).
[[nodiscard]] FormatKind builtin_format_kind(std::uint32_t id);

}  // namespace begroot::workbook::detail
