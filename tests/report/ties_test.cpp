#include "report/budget_vs_actual.hpp"
#include "report/office_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::report {
namespace {

using namespace test;

const Finding* finding(const BudgetVsActual& answer, const std::string& kind) {
    const auto found = std::ranges::find(answer.findings, kind, &Finding::kind);
    return found != answer.findings.end() ? &*found : nullptr;
}

TEST(LedgerTie, ComparesTheTableWithThePostingsThemselves) {
    const BudgetVsActual answer = sample_office().table();
    ASSERT_TRUE(answer.ledger_tie);
    EXPECT_EQ(answer.ledger_tie->ledger, Money::from_euros(2'047));
    EXPECT_EQ(answer.ledger_tie->table, Money::from_euros(2'047));
    EXPECT_EQ(answer.ledger_tie->read, Money());
    EXPECT_TRUE(answer.ledger_tie->ties);
}

TEST(LedgerTie, BreaksWhenAnyPartIsDroppedAfterMapping) {
    const Office whole = sample_office();
    for (std::size_t i = 0; i < whole.posting_parts.size(); ++i) {
        Office office = whole;
        office.posting_parts.erase(office.posting_parts.begin() + static_cast<std::ptrdiff_t>(i));
        for (const Per per : {Per::goal, Per::account}) {
            const BudgetVsActual answer = office.table({per, View::plan, {}});
            EXPECT_FALSE(answer.ledger_tie->ties) << i;
            EXPECT_NE(finding(answer, "grootboek_sluit_niet"), nullptr) << i;
            EXPECT_TRUE(has_error(answer.findings));
        }
    }
}

TEST(LedgerTie, BreaksWhenAPostingIsGoneFromTheLedgerItself) {
    Office office = sample_office();
    office.ledger->postings.pop_back();
    office.join();
    EXPECT_FALSE(office.table().ledger_tie->ties)
        << "wat is ingelezen staat niet meer allemaal in de tabel of daarbuiten";
}

TEST(LedgerTie, BreaksWhenTheExportPrintsAnotherTotal) {
    Office office = sample_office();
    office.ledger->controls = {{"Totaal", {}, Money::from_euros(1), Money::from_euros(1)}};
    EXPECT_TRUE(office.table().ledger_tie->ties);
    office.ledger->controls[0].printed = Money::from_euros(2);
    EXPECT_FALSE(office.table().ledger_tie->ties);
}

TEST(LedgerTie, ListsWhatStandsOutsideByReason) {
    Office office = sample_office();
    office.ledger = ledger({{.cents = 100, .account = "4011", .period = 2},
                            {.cents = 10, .account = "4011", .period = 5},
                            {.cents = 20, .account = "4011", .period = 6},
                            {.cents = 1, .account = "4011", .period = 13},
                            {.cents = 2, .account = "4011", .period = 3, .year = 2024},
                            {.cents = 3, .account = "4011", .period = 0},
                            {.cents = -400, .account = "1600", .period = 2, .side = Side::balance}});
    office.join();
    const BudgetVsActual answer = office.table({Per::goal, View::plan, Month{2025, 4}});
    EXPECT_EQ(answer.ledger_tie->ledger, Money::from_cents(100));
    EXPECT_TRUE(answer.ledger_tie->ties);
    std::vector<std::string> groups;
    for (const Outside& group : answer.outside) {
        groups.push_back(group.reason + ": " + std::to_string(group.count) + ", " +
                         std::to_string(group.amount.cents()));
    }
    EXPECT_THAT(groups,
                testing::ElementsAre("balansrekening: 1, -400", "buiten boekjaar 2025: 1, 2",
                                     "later dan 2025-04: 2, 30", "periode 0 is geen maand van boekjaar 2025: 1, 3",
                                     "periode 13 is geen maand van boekjaar 2025: 1, 1"));
    Money all = answer.ledger_tie->ledger;
    for (const Outside& group : answer.outside) all += group.amount;
    EXPECT_EQ(all, answer.ledger_tie->read);
    EXPECT_EQ(std::ranges::count(answer.findings, std::string("buiten_boekjaar"), &Finding::kind), 3);
    EXPECT_FALSE(has_error(answer.findings));
}

TEST(LedgerTie, NamesEveryPostingThatNoRuleCaught) {
    const BudgetVsActual answer = sample_office().table();
    const Finding* found = finding(answer, "niet_toegewezen");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->severity, Severity::warning);
    EXPECT_EQ(found->found, "€ 7 op rekening 4999, kostenplaats (leeg), kostendrager (leeg), \"\"");
    EXPECT_EQ(found->place.cell, "J10");
}

TEST(BudgetTie, HoldsWhenEveryGoalHasItsBudgetLines) {
    for (const View view : {View::plan, View::booking}) {
        const BudgetVsActual answer = sample_office().table({Per::goal, view, {}});
        ASSERT_TRUE(answer.budget_tie);
        EXPECT_EQ(answer.budget_tie->plan, Money::from_euros(14'000));
        EXPECT_EQ(answer.budget_tie->workbook, Money::from_euros(14'000));
        EXPECT_TRUE(answer.budget_tie->ties);
        EXPECT_FALSE(has_error(answer.findings));
    }
}

TEST(BudgetTie, BreaksWhenAnyLineChangesByOneCent) {
    const Office whole = sample_office();
    for (std::size_t i = 0; i < whole.budget->lines.size(); ++i) {
        Office office = whole;
        office.budget->lines[i].year += Money::from_cents(1);
        office.join();
        EXPECT_FALSE(office.table().budget_tie->ties) << "regel " << i;
        office = whole;
        (*office.budget->lines[i].months)[11] += Money::from_cents(1);
        office.join();
        EXPECT_FALSE(office.table().budget_tie->ties) << "maand van regel " << i;
    }
}

TEST(BudgetTie, NamesBothPlacesOfADifference) {
    Office office = sample_office();
    office.budget->lines[0].year += Money::from_cents(1);
    office.join();
    const BudgetVsActual answer = office.table();
    const Finding* found = finding(answer, "plan_begroting_verschil");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->severity, Severity::error);
    EXPECT_EQ(found->place.file, "plan.toml");
    EXPECT_EQ(found->found, "het jaarplan begroot € 12.000 voor doel 1.1");
    EXPECT_EQ(found->expected, "€ 12.000,01 volgens begroting.xlsx, blad Blad1, cel R2");
}

TEST(BudgetTie, ComparesWhereItIsBookedAndNotOnlyTheSum) {
    Office office = sample_office();
    // 500 moves from speerpunt 1 to speerpunt 2: the same total for goal 2.1, another place in the books
    office.rules[2].shares[0].target = target("2.1");
    office.join();
    const BudgetVsActual answer = office.table();
    EXPECT_EQ(answer.budget_tie->plan, answer.budget_tie->workbook);
    EXPECT_FALSE(answer.budget_tie->ties);
}

TEST(BudgetTie, WantsALineForEveryAmountAndAnAmountForEveryLine) {
    Office office = sample_office();
    office.budget->lines.erase(office.budget->lines.begin());
    office.join();
    EXPECT_FALSE(office.table().budget_tie->ties);
    office = sample_office();
    office.rules[0].shares[0].target = target("1.2");  // p.m. in the plan, 12.000 in the workbook
    office.join();
    const BudgetVsActual answer = office.table();
    EXPECT_FALSE(answer.budget_tie->ties);
    EXPECT_EQ(std::ranges::count(answer.findings, std::string("plan_begroting_verschil"), &Finding::kind), 2);
}

TEST(BudgetTie, BreaksWhenTheWorkbookPrintsAnotherTotal) {
    Office office = sample_office();
    office.budget->controls = {{"Totaal", {}, Money::from_euros(5), Money::from_euros(4)}};
    EXPECT_FALSE(office.table().budget_tie->ties);
}

TEST(Unassigned, CountsTheRestWhenThereAreVeryMany) {
    Office office = sample_office();
    office.rules.clear();
    office.ledger = ledger(std::vector<Booked>(10'003, {.cents = 150}));
    office.join();
    const BudgetVsActual answer = office.table();
    const auto is_unassigned = [](const Finding& one) { return one.kind == "niet_toegewezen"; };
    EXPECT_EQ(std::ranges::count_if(answer.findings, is_unassigned), 10'001);
    EXPECT_EQ(answer.findings.back().found, "vanaf hier nog 3 boeking(en) zonder koppelregel, samen € 4,50");
    EXPECT_EQ(answer.findings.back().place.cell, "J10002");
    EXPECT_EQ(*answer.unassigned.actual, Money::from_cents(10'003 * 150));
}

}  // namespace
}  // namespace begroot::report
