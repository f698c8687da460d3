#pragma once
// A calendar month, written as `2025-08`.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace begroot {

/// Names one month of one year; month runs 1 to 12.
struct Month {
    std::int32_t year = 0;
    std::int32_t month = 1;

    friend auto operator<=>(const Month&, const Month&) = default;
};

/// Writes a month as `2025-08`.
[[nodiscard]] std::string to_text(Month month);

/// Reads `2025-08`; nothing when the text is anything else. Years run 1900 to 2199.
[[nodiscard]] std::optional<Month> parse_month(std::string_view text);

/// Gives the Dutch name of a month: `augustus`.
[[nodiscard]] const char* month_name(std::int32_t month);

}  // namespace begroot
