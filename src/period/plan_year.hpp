#pragma once
// The twelve months of a plan: a calendar year, or a school year from August.

#include "period/calendar_day.hpp"
#include "period/fiscal_year.hpp"
#include "period/month.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace begroot {

/// Names twelve months by the year in which they begin and the month with which they begin (1 to 12).
struct PlanYear {
    std::int32_t year = 0;
    std::int32_t first_month = 1;

    /// Gives the month at a position, 1 to 12: position 1 is the first month.
    [[nodiscard]] constexpr Month month_at(std::int32_t position) const {
        const std::int32_t index = first_month - 1 + position - 1;
        return {year + index / 12, index % 12 + 1};
    }
    [[nodiscard]] constexpr Month first() const { return month_at(1); }
    [[nodiscard]] constexpr Month last() const { return month_at(12); }
    /// Gives the position of a month; outside 1 to 12 when it is no month of this year.
    [[nodiscard]] constexpr std::int32_t position(Month month) const {
        return (month.year - year) * 12 + month.month - first_month + 1;
    }
    [[nodiscard]] constexpr bool contains(Month month) const { return position(month) >= 1 && position(month) <= 12; }
    [[nodiscard]] constexpr bool contains(Day day) const { return contains(Month{day.year, day.month}); }
    [[nodiscard]] constexpr Day first_day() const { return {first().year, first().month, 1}; }
    [[nodiscard]] Day last_day() const { return begroot::last_day(last()); }

    friend auto operator<=>(const PlanYear&, const PlanYear&) = default;
};

/// Tells whether a booking period is an ordinary month of the year, up to and including `last`.
[[nodiscard]] constexpr bool is_within(BookPeriod period, PlanYear year, Month last) {
    if (period.number < 1 || period.number > 12) return false;
    const Month month{period.year, period.number};
    return year.contains(month) && month <= last;
}

/// The month with which a school year (schooljaar) begins.
inline constexpr std::int32_t school_year_first_month = 8;

/// Writes `2025`, or `2023-2024` for twelve months that lie in two calendar years.
[[nodiscard]] inline std::string to_text(PlanYear year) {
    const std::string first = std::to_string(year.year);
    return year.first_month == 1 ? first : first + "-" + std::to_string(year.year + 1);
}

/// Writes `boekjaar 2025` or `schooljaar 2023-2024`.
[[nodiscard]] inline std::string name_of(PlanYear year) {
    return (year.first_month == 1 ? "boekjaar " : "schooljaar ") + to_text(year);
}

/// Reads a school year as `2023-2024`; nothing when the text is anything else. Years run 1900 to 2199.
[[nodiscard]] inline std::optional<PlanYear> parse_school_year(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto first = parse_month(std::string(text.substr(0, dash)) + "-08");
    const auto second = parse_month(std::string(text.substr(dash + 1)) + "-07");
    if (!first || !second || second->year != first->year + 1) return std::nullopt;
    return PlanYear{first->year, school_year_first_month};
}

}  // namespace begroot
