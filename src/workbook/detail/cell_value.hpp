#pragma once
// The values that cells store as text: numbers and ISO dates.

#include <cstddef>
#include <optional>
#include <string_view>

namespace begroot::workbook::detail {

/// The days between the date systems of 1900 and 1904: day 0 of the second is day 1462 of the first.
inline constexpr double days_1904 = 1462.0;

/// Gives ten to the power `exponent`, at most 22: those that a double holds exactly.
[[nodiscard]] double power_of_ten(std::size_t exponent);

/// Reads a number as XML Schema's double writes it, rounded to the nearest; nothing for other text, infinity and NaN.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// Reads `2024-03-01`, `2024-03-01T12:30:00`, with fraction and Z, or `12:30:00` as an Excel serial day of the 1900
/// system. Nothing for other text and for dates before 1 January 1900.
[[nodiscard]] std::optional<double> parse_iso_date(std::string_view text);

/// Tells whether a serial day is one that Excel shows as a date: 1900 up to and with 9999.
[[nodiscard]] constexpr bool is_serial_date(double serial) { return serial >= 0.0 && serial < 2'958'466.0; }

}  // namespace begroot::workbook::detail
