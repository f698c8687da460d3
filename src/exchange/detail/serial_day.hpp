#pragma once
// Excel's day count as a calendar day.

#include <chrono>
#include <optional>

namespace begroot::exchange::detail {

/// Turns a serial day of the 1900 system (its time dropped) into a day; nothing before 1900 or beyond 9999.
[[nodiscard]] inline std::optional<std::chrono::year_month_day> day_of_serial(double serial) {
    constexpr double serial_end = 2'958'466;  // 1 January 10000
    if (!(serial >= 1 && serial < serial_end)) return std::nullopt;
    using namespace std::chrono;
    return year_month_day{sys_days{year{1899} / 12 / 30} + days{static_cast<int>(serial)}};
}

}  // namespace begroot::exchange::detail
