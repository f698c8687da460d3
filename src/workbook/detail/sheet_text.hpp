#pragma once
// Text on its way into a sheet: legal XML, within Excel's length, and measured so that columns and rows fit it.

#include <cstddef>
#include <string>
#include <string_view>

namespace begroot::workbook::writing {

/// Counts what Excel allows in one cell, in UTF-16 units.
inline constexpr std::size_t text_units_max = 32'767;

/// Makes text that a sheet may hold: bytes that are no UTF-8 become U+FFFD, control characters go (tab becomes a space,
/// line feed stays), a literal `_x0041_` is escaped so that Excel shows it as it stands, and text beyond `units_max`
/// UTF-16 units ends in an ellipsis.
[[nodiscard]] std::string sheet_text(std::string_view text, std::size_t units_max = text_units_max);

/// Counts the characters (code points) of the longest line.
[[nodiscard]] std::size_t longest_line(std::string_view text);

/// Counts the characters of the longest word; a break is a space, a line feed or a hyphen.
[[nodiscard]] std::size_t longest_word(std::string_view text);

/// Counts the lines that `text` takes when it wraps between words at `width` characters; at least 1.
[[nodiscard]] std::size_t wrapped_lines(std::string_view text, double width);

}  // namespace begroot::workbook::writing
