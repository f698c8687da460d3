#include "period/phasing.hpp"

namespace begroot {

PhasingKey school_year_months(SchoolYearParts parts) {
    constexpr std::size_t months_before_august = 7;
    constexpr std::size_t months_from_august = 5;
    PhasingKey key{"schooljaar", {}};
    for (std::size_t month = 0; month < key.weights.size(); ++month) {
        // a part's weight per month, on the common denominator of 7 and 5 months
        key.weights[month] = month < months_before_august
                                 ? parts.january_july * static_cast<std::int64_t>(months_from_august)
                                 : parts.august_december * static_cast<std::int64_t>(months_before_august);
    }
    return key;
}

}  // namespace begroot
