#pragma once
// Phasing (fasering): the named key that spreads a year's amount over its twelve months, to the cent.

#include "money/money.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace begroot {

/// Amounts of January to December of one book year.
using MonthAmounts = std::array<Money, 12>;

/// Names a key and its twelve weights (>= 0, not all 0). The name is shown on every line that uses it.
struct PhasingKey {
    std::string name;
    std::array<std::int64_t, 12> weights{};
};

/// Spreads a year over its months by largest remainder; the months add up to `year` to the cent.
[[nodiscard]] MonthAmounts phase(Money year, const PhasingKey& key);

/// Adds January up to and including month `last` (1 to 12).
[[nodiscard]] Money sum_to(const MonthAmounts& months, std::int32_t last);

/// Gives the key of twelve equal months, named `twaalf_gelijke_maanden`.
[[nodiscard]] PhasingKey equal_months();

/// Gives the key `schooljaar`: the part of the calendar year in school year t-1/t (January to July) against the part in
/// t/t+1 (August to December), each part in equal months. The sector's rule is 7 : 5 (7/12 and 5/12); a model may say
/// otherwise.
struct SchoolYearParts {
    std::int64_t january_july = 7;
    std::int64_t august_december = 5;
};
[[nodiscard]] PhasingKey school_year_months(SchoolYearParts parts = {});

/// Counts the months of a calendar year before its August, which belong to the school year that began before it.
inline constexpr std::size_t months_before_august = 7;

/// The amount of one school year in the two calendar years it lies in, in the order of time.
struct SchoolYearSplit {
    Money august_december;
    Money january_july;
};

/// Splits the amount of a school year (August to July) over its two calendar years by largest remainder; the two add up
/// to `total` to the cent, whichever of the two calendar years is asked for.
[[nodiscard]] SchoolYearSplit split_school_year(Money total, SchoolYearParts parts = {});

/// Gives the months of a calendar year in which two school years meet, each part spread over its own months equally;
/// the months add up to the parts to the cent.
[[nodiscard]] MonthAmounts spread_school_years(Money january_july, Money august_december);

}  // namespace begroot
