#pragma once
// Excel's day count as a calendar day.

#include "period/day.hpp"

#include <chrono>
#include <cstdint>
#include <optional>

namespace begroot {

/// Turns a serial day of the 1900 system (its time dropped) into a day: 1 is 1 January 1900, 60 is the 29 February that
/// 1900 did not have; nothing before 1900 or beyond 9999.
[[nodiscard]] inline std::optional<Day> day_of_serial(double serial) {
    constexpr double serial_end = 2'958'466;  // 1 January 10000
    constexpr std::int32_t false_leap_day = 60;
    if (!(serial >= 1 && serial < serial_end)) return std::nullopt;
    const auto count = static_cast<std::int32_t>(serial);
    if (count == false_leap_day) return Day{1900, 2, 29};
    using namespace std::chrono;
    const sys_days start = sys_days{year{1899} / December / (count < false_leap_day ? 31 : 30)};
    const year_month_day date{start + days{count}};
    return Day{static_cast<std::int32_t>(static_cast<int>(date.year())),
               static_cast<std::int32_t>(static_cast<unsigned>(date.month())),
               static_cast<std::int32_t>(static_cast<unsigned>(date.day()))};
}

}  // namespace begroot
