#pragma once
// Months by name, as exports and controllers write them.

#include <cstdint>
#include <optional>
#include <string_view>

namespace begroot::exchange::detail {

/// Gives the month, 1 to 12, of a Dutch or English name or its usual abbreviation, whatever its capitals: `mrt`, `Mei`.
[[nodiscard]] std::optional<std::int32_t> month_of_name(std::string_view name);

/// Takes the letters at the start of `text` off it and gives them.
[[nodiscard]] std::string_view take_letters(std::string_view& text);

/// Takes the digits at the start of `text` off it and gives them.
[[nodiscard]] std::string_view take_digits(std::string_view& text);

/// Gives the value of at most nine digits; nothing for none or more.
[[nodiscard]] std::optional<std::int32_t> small_number(std::string_view digits);

/// Gives the year that two digits stand for: 70 to 99 are of the last century, 00 to 69 of this one.
[[nodiscard]] constexpr std::int32_t full_year(std::int32_t two_digits) {
    constexpr std::int32_t first_of_last_century = 70;
    return two_digits + (two_digits >= first_of_last_century ? 1900 : 2000);
}

}  // namespace begroot::exchange::detail
