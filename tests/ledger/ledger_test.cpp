#include "ledger/ledger.hpp"

#include "ledger/posting.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(Posting, CountsAsAMonthOnlyInPeriodsOneToTwelveOfItsYear) {
    Posting posting;
    const FiscalYear year{2025};
    struct Case {
        BookPeriod period;
        bool within;
    };
    for (const Case& one :
         {Case{{2025, 1}, true}, Case{{2025, 8}, true}, Case{{2025, 9}, false}, Case{{2025, 0}, false},
          Case{{2025, 13}, false}, Case{{2025, 55}, false}, Case{{2024, 8}, false}}) {
        posting.period = one.period;
        EXPECT_EQ(is_within(posting.period, year, Month{2025, 8}), one.within)
            << one.period.year << "/" << one.period.number;
    }
}

TEST(Ledger, StartsEmptyAndAtZero) {
    const Ledger ledger;
    EXPECT_TRUE(ledger.postings.empty());
    EXPECT_TRUE(ledger.source_total.is_zero());
}

}  // namespace
}  // namespace begroot
