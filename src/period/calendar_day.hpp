#pragma once
// Counting with calendar days.

#include "period/day.hpp"
#include "period/month.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace begroot {

/// Gives the day that lies `days` later (or earlier, when negative); the day must exist.
[[nodiscard]] Day add_days(Day day, std::int32_t days);

/// Gives the last day of a month.
[[nodiscard]] Day last_day(Month month);

/// Writes a day as `2025-06-30`, which sorts as it reads.
[[nodiscard]] std::string iso_text(Day day);

/// Writes a day as `30-06-2025`, as Dutch documents do.
[[nodiscard]] std::string dutch_text(Day day);

/// Reads `2025-06-30`; nothing when the text is anything else or the day does not exist. Years run 1900 to 2199.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);

}  // namespace begroot
