#pragma once
// A book year (boekjaar) and the periods an office books in: months 1 to 12, and odd ones such as 0, 13 and 55.

#include "period/month.hpp"

#include <cstdint>

namespace begroot {

/// Names a calendar book year.
struct FiscalYear {
    std::int32_t year = 0;

    friend auto operator<=>(const FiscalYear&, const FiscalYear&) = default;
};

/// Keeps a period as booked: the office's year and period number. It is a month only when 1 <= number <= 12.
struct BookPeriod {
    std::int32_t year = 0;
    std::int32_t number = 0;

    friend auto operator<=>(const BookPeriod&, const BookPeriod&) = default;
};

/// Tells whether a booking period is an ordinary month of the book year, up to and including `last`.
[[nodiscard]] constexpr bool is_within(BookPeriod period, FiscalYear year, Month last) {
    return period.year == year.year && period.number >= 1 && period.number <= 12 && last.year == year.year &&
           period.number <= last.month;
}

}  // namespace begroot
