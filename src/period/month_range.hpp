#pragma once
// Months that follow each other, and the part of a plan's twelve months that lies in another year.

#include "period/fiscal_year.hpp"
#include "period/month.hpp"
#include "period/plan_year.hpp"

#include <algorithm>
#include <optional>

namespace begroot {

/// Names the months from `first` up to and including `last`.
struct MonthRange {
    Month first;
    Month last;

    [[nodiscard]] constexpr bool contains(Month month) const { return first <= month && month <= last; }

    friend auto operator<=>(const MonthRange&, const MonthRange&) = default;
};

/// Tells whether a booking period is an ordinary month within the range.
[[nodiscard]] constexpr bool is_within(BookPeriod period, MonthRange range) {
    return period.number >= 1 && period.number <= 12 && range.contains(Month{period.year, period.number});
}

/// Gives the months that two years have in common: of school year 2024-2025 and calendar year 2024 August to December.
/// Nothing when they have none.
[[nodiscard]] constexpr std::optional<MonthRange> common_months(PlanYear one, PlanYear other) {
    const MonthRange range{std::max(one.first(), other.first()), std::min(one.last(), other.last())};
    if (range.last < range.first) return std::nullopt;
    return range;
}

}  // namespace begroot
