#pragma once
// A calendar day.

#include <compare>
#include <cstdint>

namespace begroot {

/// Names a calendar day; all parts 1-based.
struct Day {
    std::int32_t year = 0;
    std::int32_t month = 1;
    std::int32_t day = 1;

    friend auto operator<=>(const Day&, const Day&) = default;
};

/// Tells whether the calendar has this day: 29-02-2025 and 31-06-2025 do not exist.
[[nodiscard]] constexpr bool exists(Day day) {
    if (day.year < 1 || day.month < 1 || day.month > 12 || day.day < 1) return false;
    const bool leap = day.year % 4 == 0 && (day.year % 100 != 0 || day.year % 400 == 0);
    const bool short_month = day.month == 4 || day.month == 6 || day.month == 9 || day.month == 11;
    return day.day <= (day.month == 2 ? (leap ? 29 : 28) : short_month ? 30 : 31);
}

}  // namespace begroot
