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
    EXPECT_EQ(accumulation_of(ledger_of({{1, 10}, {1, 25, "4020"}})), Accumulation::one_period);
}

/// Eight periods of three accounts that grow by about as much each time; `down` of the amounts are put below the last.
std::vector<Balance> growing(std::size_t down) {
    std::vector<Balance> balances;
    for (const char* account : {"4010", "4020", "4030"}) {
        for (std::int32_t period = 1; period <= 8; ++period) {
            const bool goes_down = period % 3 == 0 && down > 0;
            if (goes_down) --down;
            balances.push_back({period, 100 * period - (goes_down ? 150 : 0), account});
        }
    }
    return balances;
}

TEST(Accumulation, BearsACorrection) {
    EXPECT_EQ(accumulation_of(ledger_of(growing(0))), Accumulation::cumulative);
    EXPECT_EQ(accumulation_of(ledger_of(growing(2))), Accumulation::cumulative) << "2 of 21 steps go down";
    EXPECT_EQ(accumulation_of(ledger_of(growing(5))), Accumulation::per_period) << "5 of 21 steps go down";
    std::vector<Balance> fixed;
    for (std::int32_t period = 1; period <= 12; ++period) {
        fixed.push_back({period, 500, "4010"});
        fixed.push_back({period, period == 6 ? 90 : 100, "4020"});
        fixed.push_back({period, 300 + period, "4030"});
    }
    EXPECT_EQ(accumulation_of(ledger_of(fixed)), Accumulation::per_period) << "most amounts are the same every month";
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
