#include "ledger/cumulative.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace begroot {
namespace {

struct Balance {
    std::int32_t period;
    std::int64_t euros;
    std::string account = "4010";
    std::string entry = {};
};

Ledger ledger_of(const std::vector<Balance>& balances) {
    Ledger ledger;
    for (const Balance& balance : balances) {
        Coding coding;
        coding.year = FiscalYear{2025};
        coding.account = AccountId(balance.account);
        ledger.add(
            coding,
            {.entry = balance.entry, .amount = Money::from_euros(balance.euros), .period_number = balance.period});
    }
    return ledger;
}

TEST(Accumulation, IsSeenWhereEverySeriesOnlyGrows) {
    EXPECT_EQ(accumulation_of(ledger_of({{1, 10}, {2, 25}, {3, 25}, {1, -5, "8100"}, {2, -9, "8100"}})),
              Accumulation::cumulative);
}

TEST(Accumulation, IsRuledOutByOneAmountThatGoesDown) {
    EXPECT_EQ(accumulation_of(ledger_of({{1, 10}, {2, 25}, {3, 20}})), Accumulation::per_period);
    EXPECT_EQ(accumulation_of(ledger_of({{1, 10}, {2, 25}, {3, -30}})), Accumulation::per_period);
}

TEST(Accumulation, IsNoQuestionForBookings) {
    EXPECT_EQ(accumulation_of(ledger_of({{1, 10, "4010", "1/1"}, {2, 25, "4010", "2/1"}, {3, 30, "4010", "3/1"}})),
              Accumulation::per_period);
    EXPECT_EQ(accumulation_of(ledger_of({{1, 10}, {1, 25}, {2, 30}})), Accumulation::per_period);
}

TEST(Accumulation, IsUndecidedWithTwoPeriods) {
    EXPECT_EQ(accumulation_of(ledger_of({{1, 10}, {2, 25}})), Accumulation::undecided);
}

TEST(PeriodAmounts, AreTheStepsOfEverySeries) {
    Ledger ledger = ledger_of({{3, 40}, {1, 10}, {2, 25}, {1, -5, "8100"}, {3, -9, "8100"}});
    to_period_amounts(ledger);
    std::vector<std::int64_t> euros;
    for (const Posting& posting : ledger.postings) euros.push_back(posting.amount.cents() / 100);
    EXPECT_EQ(euros, (std::vector<std::int64_t>{15, 10, 15, -5, -4}));
}

}  // namespace
}  // namespace begroot
