#include "ledger/cumulative.hpp"

#include <string>
#include <utility>
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
    EXPECT_EQ(accumulation_of(ledger_of(growing(5))), Accumulation::mostly_up) << "5 of 21 steps go down";
    std::vector<Balance> fixed;
    for (std::int32_t period = 1; period <= 12; ++period) {
        fixed.push_back({period, 500, "4010"});
        fixed.push_back({period, period == 6 ? 90 : 100, "4020"});
        fixed.push_back({period, 300 + period, "4030"});
    }
    EXPECT_EQ(accumulation_of(ledger_of(fixed)), Accumulation::per_period) << "most amounts are the same every month";
}

TEST(Accumulation, IsDoubtedWhereFewAmountsGoUpAndFewerDown) {
    EXPECT_EQ(accumulation_of(ledger_of({{1, 10}, {2, 20}, {3, 30}, {1, 5, "4020"}, {2, 9, "4020"}, {3, 7, "4020"}})),
              Accumulation::mostly_up);
}

TEST(Accumulation, IsSeenOfRowsThatAreManyAPeriod) {
    const std::vector<Balance> departments{{1, 10}, {1, 20}, {2, 20}, {2, 40}, {3, 30}, {3, 60}};
    EXPECT_EQ(accumulation_of(ledger_of(departments)), Accumulation::cumulative);
    EXPECT_EQ(accumulation_of(ledger_of({{1, 10}, {2, 20}, {2, 40}, {3, 30}, {3, 60}, {3, 5}})),
              Accumulation::per_period)
        << "as many rows as happened to be booked";
}

std::vector<std::int64_t> euros_of(const Ledger& ledger) {
    std::vector<std::int64_t> euros;
    for (const Posting& posting : ledger.postings) euros.push_back(posting.amount.cents() / 100);
    return euros;
}

TEST(PeriodAmounts, AreTheStepsOfEverySeries) {
    Ledger ledger = ledger_of({{3, 40}, {1, 10}, {2, 25}, {1, -5, "8100"}, {3, -9, "8100"}});
    EXPECT_TRUE(to_period_amounts(ledger).empty());
    EXPECT_EQ(euros_of(ledger), (std::vector<std::int64_t>{15, 10, 15, -5, -4}));
}

TEST(PeriodAmounts, AreTakenRowByRowWhereAPeriodHasMore) {
    Ledger ledger = ledger_of({{1, 100}, {1, 200}, {2, 200}, {2, 400}, {3, 900}});
    EXPECT_TRUE(to_period_amounts(ledger).empty());
    EXPECT_EQ(euros_of(ledger), (std::vector<std::int64_t>{100, 200, 100, 200, 300})) << "together what period 3 holds";
}

TEST(PeriodAmounts, TellOfABalanceThatStops) {
    Ledger ledger = ledger_of({{1, 10}, {2, 25}, {1, 7, "4020"}, {1, 0, "4030"}});
    const Findings findings = to_period_amounts(ledger);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].kind, "saldo_ontbreekt");
    EXPECT_NE(findings[0].found.find("rekening 4020 staat het laatst in periode 1 met € 7,00"), std::string::npos)
        << findings[0].found;
}

/// Lays files behind each other; each gives balances up to its own period.
Ledger joined_of(const std::vector<std::vector<Balance>>& files, std::vector<Import>& imports, FileAmounts amounts) {
    Ledger ledger;
    for (const std::vector<Balance>& file : files) {
        const std::size_t first = ledger.postings.size();
        append(ledger, ledger_of(file));
        imports.push_back({"bestand " + std::to_string(imports.size() + 1), first, ledger.postings.size(), amounts});
    }
    for (const Posting& posting : ledger.postings) ledger.source_total += posting.amount;
    return ledger;
}

TEST(BalancesOfFiles, GiveWhatEachPeriodAdds) {
    std::vector<Import> imports;
    Ledger ledger =
        joined_of({{{5, 50}, {5, -9, "8100"}}, {{3, 30}, {3, -5, "8100"}}, {{4, 45}}}, imports, FileAmounts::running);
    const auto findings = join_balances(ledger, imports);
    ASSERT_TRUE(findings);
    EXPECT_TRUE(findings->empty());
    EXPECT_EQ(euros_of(ledger), (std::vector<std::int64_t>{5, -4, 30, -5, 15})) << "whatever the order of the files";
    EXPECT_EQ(ledger.source_total, Money::from_euros(41));
}

TEST(BalancesOfFiles, OfTwoAdministrationsStandApart) {
    std::vector<Import> imports;
    Ledger ledger = joined_of({{{3, 30}}, {{4, 45}}}, imports, FileAmounts::running);
    imports[0].administration = "SWV";
    imports[1].administration = "Steunpunt";
    const auto findings = join_balances(ledger, imports);
    ASSERT_TRUE(findings);
    EXPECT_TRUE(findings->empty());
    EXPECT_EQ(euros_of(ledger), (std::vector<std::int64_t>{30, 45}));
}

TEST(BalancesOfFiles, TellOfABalanceThatTheLastFileLacks) {
    std::vector<Import> imports;
    Ledger ledger = joined_of({{{3, 30}, {3, 7, "4020"}}, {{4, 45}}}, imports, FileAmounts::running);
    const auto findings = join_balances(ledger, imports);
    ASSERT_TRUE(findings);
    ASSERT_EQ(findings->size(), 1U);
    EXPECT_EQ(findings->front().kind, "saldo_ontbreekt");
}

TEST(BalancesOfFiles, AreAskedAboutWhereNobodySaidIt) {
    const std::vector<std::vector<Balance>> growing_files{{{3, 30}}, {{4, 45}}, {{5, 50}}};
    for (const auto& [amounts, asked] :
         {std::pair(FileAmounts::standing, true), std::pair(FileAmounts::often_running, true),
          std::pair(FileAmounts::unsaid, true), std::pair(FileAmounts::of_periods, false)}) {
        std::vector<Import> imports;
        Ledger ledger = joined_of(growing_files, imports, amounts);
        EXPECT_EQ(!join_balances(ledger, imports), asked) << static_cast<int>(amounts);
        EXPECT_EQ(ledger.source_total, Money::from_euros(125)) << "nothing is changed";
    }
}

TEST(BalancesOfFiles, AreNoQuestionWhereTheyGoDownOrAreOfOtherAccounts) {
    std::vector<Import> imports;
    Ledger down = joined_of({{{3, 30}}, {{4, 15}}, {{5, 50}}}, imports, FileAmounts::often_running);
    EXPECT_TRUE(join_balances(down, imports));
    imports.clear();
    Ledger apart = joined_of({{{3, 30}}, {{4, 15, "8100"}}}, imports, FileAmounts::standing);
    EXPECT_TRUE(join_balances(apart, imports));
}

}  // namespace
}  // namespace begroot
