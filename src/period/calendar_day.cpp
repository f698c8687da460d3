#include "period/calendar_day.hpp"

#include "base/check.hpp"

#include <array>
#include <chrono>
#include <cstdio>

namespace begroot {

namespace {

std::chrono::sys_days day_count(Day day) {
    using namespace std::chrono;
    return sys_days{year{day.year} / month{static_cast<unsigned>(day.month)} /
                    std::chrono::day{static_cast<unsigned>(day.day)}};
}

Day day_of(std::chrono::sys_days count) {
    const std::chrono::year_month_day date{count};
    return {static_cast<std::int32_t>(static_cast<int>(date.year())),
            static_cast<std::int32_t>(static_cast<unsigned>(date.month())),
            static_cast<std::int32_t>(static_cast<unsigned>(date.day()))};
}

/// Reads a number of digits only; nothing when there is anything else.
std::optional<std::int32_t> digits_of(std::string_view text) {
    std::int32_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

Day add_days(Day day, std::int32_t days) {
    BEGROOT_CHECK(exists(day), "een dag die niet bestaat");
    return day_of(day_count(day) + std::chrono::days{days});
}

Day last_day(Month month) {
    const bool december = month.month == 12;
    const Day next{month.year + (december ? 1 : 0), december ? 1 : month.month + 1, 1};
    return add_days(next, -1);
}

std::string iso_text(Day day) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
    return text.data();
}

std::string dutch_text(Day day) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%02d-%02d-%04d", day.day, day.month, day.year);
    return text.data();
}

std::optional<Day> parse_day(std::string_view text) {
    constexpr std::size_t length = 10;
    constexpr std::size_t month_length = 7;
    if (text.size() != length || text[month_length] != '-') return std::nullopt;
    const auto month = parse_month(text.substr(0, month_length));
    const auto number = digits_of(text.substr(month_length + 1));
    if (!month || !number) return std::nullopt;
    const Day day{month->year, month->month, *number};
    return exists(day) ? std::optional(day) : std::nullopt;
}

}  // namespace begroot
