#include "money/allocate.hpp"
#include "period/phasing.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace begroot {

namespace {

constexpr std::size_t months_from_august = 12 - months_before_august;

}  // namespace

PhasingKey school_year_months(SchoolYearParts parts) {
    PhasingKey key{"schooljaar", {}};
    for (std::size_t month = 0; month < key.weights.size(); ++month) {
        // a part's weight per month, on the common denominator of 7 and 5 months
        key.weights[month] = month < months_before_august
                                 ? parts.january_july * static_cast<std::int64_t>(months_from_august)
                                 : parts.august_december * static_cast<std::int64_t>(months_before_august);
    }
    return key;
}

SchoolYearSplit split_school_year(Money total, SchoolYearParts parts) {
    const auto split = allocate(total, std::array{parts.august_december, parts.january_july});
    return {split[0], split[1]};
}

MonthAmounts spread_school_years(Money january_july, Money august_december) {
    MonthAmounts months;
    const std::vector<std::int64_t> equal(months.size(), 1);
    const std::span<const std::int64_t> weights(equal);
    const auto before = allocate(january_july, weights.first(months_before_august));
    const auto from = allocate(august_december, weights.first(months_from_august));
    std::ranges::copy(from, std::ranges::copy(before, months.begin()).out);
    return months;
}

}  // namespace begroot
