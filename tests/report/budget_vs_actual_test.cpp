#include "report/budget_vs_actual.hpp"

#include "report/office_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::report {
namespace {

using namespace test;
using testing::ElementsAre;

std::vector<std::string> codes_of(const BudgetVsActual& answer) {
    std::vector<std::string> codes;
    for (const Line& one : answer.lines) codes.push_back(std::string(level_name(one.level)) + " " + one.code);
    return codes;
}

TEST(BudgetVsActual, RunsToTheLastMonthWithPostings) {
    Office office = sample_office();
    EXPECT_EQ(office.table().until, (Month{2025, 3}));
    office.ledger =
        ledger({{.period = 12, .side = Side::balance}, {.period = 5}, {.period = 13}, {.period = 7, .year = 2024}});
    office.join();
    EXPECT_EQ(office.table().until, (Month{2025, 5}));
    office.ledger.reset();
    office.join();
    EXPECT_EQ(office.table().until, (Month{2025, 12}));
}

TEST(BudgetVsActual, RefusesAMonthOfAnotherYear) {
    const auto answer = compare_budget_with_actual(sample_office().facts(), {Per::goal, View::plan, Month{2024, 12}});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ErrorKind::usage);
    EXPECT_EQ(answer.error().found, "2024-12 ligt niet in boekjaar 2025");
}

TEST(BudgetVsActual, ShowsEverySpeerpuntWithItsGoalsInTheOrderOfTheDocument) {
    const Office office = sample_office();
    EXPECT_THAT(codes_of(office.table()),
                ElementsAre("speerpunt 1", "doel 1.1", "doel 1.2", "doel 1.3", "speerpunt 2", "doel 2.1", "doel 2.2"));
    EXPECT_THAT(codes_of(office.table({Per::speerpunt, View::plan, {}})), ElementsAre("speerpunt 1", "speerpunt 2"));
    EXPECT_THAT(codes_of(office.table({Per::goal, View::booking, {}})),
                ElementsAre("speerpunt 1", "doel 1.1", "doel 1.2", "doel 1.3", "geboekt_elders 1.2.1", "speerpunt 2",
                            "doel 2.1", "doel 2.2"));
}

TEST(BudgetVsActual, ComputesEveryColumnOfAGoal) {
    // begroot 12.000 in equal months, booked 3.000 to March
    const Office office = sample_office();
    const BudgetVsActual answer = office.table({Per::goal, View::plan, Month{2025, 4}});
    const Amounts& amounts = line(answer, "1.1").amounts;
    EXPECT_EQ(amounts.budget, euros(12'000));
    EXPECT_EQ(amounts.budget_to_date, euros(4'000));
    EXPECT_EQ(amounts.actual, euros(3'000));
    EXPECT_EQ(amounts.variance, euros(1'000)) << "minder uitgegeven dan begroot is voordelig";
    EXPECT_EQ(amounts.remaining, euros(9'000));
    EXPECT_EQ(amounts.forecast, euros(11'000)) << "3.000 + (12.000 - 4.000)";
}

TEST(BudgetVsActual, KeepsAPlannedSplitWholeInThePlanViewAndApartInTheBookingView) {
    const Office office = sample_office();
    const BudgetVsActual planned = office.table();
    EXPECT_EQ(line(planned, "2.1").amounts.budget, euros(2'000));
    EXPECT_EQ(line(planned, "2.1").amounts.actual, euros(500));
    EXPECT_EQ(line(planned, "2.1").kind, AmountKind::split);
    const BudgetVsActual booked = office.table({Per::goal, View::booking, {}});
    EXPECT_EQ(line(booked, "2.1").amounts.budget, euros(1'500));
    EXPECT_EQ(line(booked, "2.1").amounts.actual, euros(300));
    EXPECT_EQ(line(booked, "1.2.1").amounts.budget, euros(500));
    EXPECT_EQ(line(booked, "1.2.1").amounts.actual, euros(200));
    EXPECT_EQ(line(booked, "1.2.1").name, "geboekt voor doel 2.1: doel 2.1");
    EXPECT_EQ(line(booked, "1").amounts.budget, euros(12'500));
    EXPECT_EQ(line(planned, "1").amounts.budget, euros(12'000));
    EXPECT_EQ(planned.total.budget, booked.total.budget);
    EXPECT_EQ(planned.total.actual, booked.total.actual);
}

TEST(BudgetVsActual, KeepsWhatIsNoNumberEmptyAndForecastsWhatWasSpent) {
    const Office office = sample_office();
    const BudgetVsActual answer = office.table();
    const Amounts& memo = line(answer, "1.2").amounts;
    EXPECT_FALSE(memo.budget);
    EXPECT_FALSE(memo.budget_to_date);
    EXPECT_FALSE(memo.variance);
    EXPECT_FALSE(memo.remaining);
    EXPECT_EQ(memo.actual, euros(40));
    EXPECT_EQ(memo.forecast, euros(40));
    EXPECT_EQ(line(answer, "1.3").amounts.actual, euros(0)) << "geen boeking is 0";
}

TEST(BudgetVsActual, KeepsTheKindsOfNoNumberApart) {
    Office office = sample_office();
    office.plan = plan({speerpunt(
        "1", {goal("1.1", "p.m."), goal("1.2", "--"), goal("1.3", ""), goal("1.4", "€ 0"), goal("1.5", "")})});
    office.plan.speerpunten[0].goals[4].amount.value = NoBudget{};
    office.rules.clear();
    office.join();
    const BudgetVsActual answer = office.table();
    std::vector<std::string> kinds;
    for (const Line& one : answer.lines) kinds.emplace_back(kind_name(one.kind));
    EXPECT_THAT(kinds, ElementsAre("nul", "pm", "streep", "leeg", "nul", "geen_budget"));
    EXPECT_EQ(line(answer, "1.4").amounts.budget, euros(0));
    EXPECT_EQ(answer.total.skipped, (SkippedAmounts{1, 1, 1, 1}));
    EXPECT_EQ(answer.total.budget, euros(0));
}

TEST(BudgetVsActual, HasNoTotalWhereNoGoalHasANumber) {
    Office office = sample_office();
    office.plan = plan({speerpunt("1", {goal("1.1", "--"), goal("1.2", "p.m.")}), speerpunt("2", {goal("2.1", "--")}),
                        speerpunt("3", {goal("3.1", "")})});
    office.rules.clear();
    office.join();
    const BudgetVsActual answer = office.table({Per::speerpunt, View::plan, {}});
    EXPECT_FALSE(answer.total.budget);
    EXPECT_EQ(line(answer, "1").kind, AmountKind::pro_memorie);
    EXPECT_EQ(line(answer, "2").kind, AmountKind::dash);
    EXPECT_EQ(line(answer, "3").kind, AmountKind::blank);
}

TEST(BudgetVsActual, IsEmptyWithoutALedgerAndNotZero) {
    Office office = sample_office();
    office.ledger.reset();
    office.join();
    const BudgetVsActual answer = office.table();
    for (const Line& one : answer.lines) {
        EXPECT_FALSE(one.amounts.actual) << one.code;
        EXPECT_FALSE(one.amounts.variance) << one.code;
        EXPECT_FALSE(one.amounts.forecast) << one.code;
    }
    EXPECT_EQ(line(answer, "1.1").amounts.budget, euros(12'000));
    EXPECT_FALSE(answer.total.actual);
    EXPECT_FALSE(answer.unassigned.actual);
    EXPECT_FALSE(answer.ledger_tie);
    EXPECT_TRUE(answer.budget_tie);
}

TEST(BudgetVsActual, LivesOnAPlanAlone) {
    Office office = sample_office();
    office.ledger.reset();
    office.budget.reset();
    office.join();
    const BudgetVsActual answer = office.table();
    EXPECT_EQ(answer.total.budget, euros(14'000));
    EXPECT_EQ(line(answer, "1.1").phasing, "twaalf_gelijke_maanden");
    EXPECT_FALSE(answer.unassigned.budget);
    EXPECT_FALSE(answer.budget_tie);
}

TEST(BudgetVsActual, SetsWhatIsNoPartOfThePlanApart) {
    const BudgetVsActual answer = sample_office().table();
    ASSERT_EQ(answer.remainder.size(), 2U);
    EXPECT_EQ(answer.remainder[0].code, "buiten_jaarplan");
    EXPECT_EQ(answer.remainder[0].amounts.budget, euros(-3'000)) << "6.000 lasten min 9.000 baten";
    EXPECT_EQ(answer.remainder[0].amounts.actual, euros(-1'500));
    EXPECT_EQ(answer.remainder[1].code, "zonder_regel");
    EXPECT_EQ(answer.remainder[1].amounts.actual, euros(7));
    EXPECT_EQ(answer.unassigned.actual, euros(-1'493));
}

TEST(BudgetVsActual, PhasesAsTheWorkbookDoes) {
    Office office = sample_office();
    const BudgetVsActual answer = office.table({Per::goal, View::booking, Month{2025, 1}});
    EXPECT_EQ(line(answer, "1.2.1").phasing, "werkboek");
    EXPECT_EQ(line(answer, "1.2.1").amounts.budget_to_date, euros(500)) << "het werkboek zet alles in januari";
    EXPECT_EQ(line(answer, "2.1").amounts.budget_to_date, euros(125));
}

TEST(BudgetVsActual, PhasesInProportionWhenTheWorkbookSaysAnotherYear) {
    Office office = sample_office();
    office.plan.speerpunten[0].goals[0] = goal("1.1", "€ 24.000");
    const BudgetVsActual answer = office.table({Per::goal, View::plan, Month{2025, 3}});
    EXPECT_EQ(line(answer, "1.1").phasing, "werkboek_naar_rato");
    EXPECT_EQ(line(answer, "1.1").amounts.budget_to_date, euros(6'000));
}

struct KeyCase {
    const char* key;
    std::int64_t to_july_cents;
};

class PhasingKeys : public testing::TestWithParam<KeyCase> {};

TEST_P(PhasingKeys, SpreadTheYearToTheCent) {
    Office office = sample_office();
    office.keys.push_back({"laatste_maand", {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3}});
    office.plan.speerpunten[0].goals[0].phasing = GetParam().key;
    const BudgetVsActual answer = office.table({Per::goal, View::plan, Month{2025, 7}});
    const Line& phased = line(answer, "1.1");
    EXPECT_EQ(phased.phasing, GetParam().key);
    EXPECT_EQ(sum(phased.months), Money::from_euros(12'000));
    EXPECT_EQ(phased.amounts.budget_to_date, cents(GetParam().to_july_cents));
    EXPECT_EQ(line(answer, "2.1").phasing, "werkboek") << "de andere doelen houden de hunne";
}

INSTANTIATE_TEST_SUITE_P(Keys, PhasingKeys,
                         testing::Values(KeyCase{"twaalf_gelijke_maanden", 700'000}, KeyCase{"schooljaar", 700'000},
                                         KeyCase{"werkboek", 700'000}, KeyCase{"laatste_maand", 0}));

TEST(BudgetVsActual, TakesThePhasingOfThePlanWhereAGoalNamesNone) {
    Office office = sample_office();
    office.plan.default_phasing = "schooljaar";
    const BudgetVsActual answer = office.table();
    EXPECT_EQ(line(answer, "1.1").phasing, "schooljaar");
}

TEST(BudgetVsActual, SplitsAGoalOverItsActivities) {
    Office office = sample_office();
    office.plan.speerpunten[0].goals[0].activities = {{"a", "eerst"}, {"b", "daarna"}};
    office.rules[0].condition.periods = {{1, 1}};
    office.rules[0].shares[0].target.activity = "b";
    office.rules.insert(office.rules.begin() + 1, rule("1.1 de rest", on_account("4011"), {{target("1.1")}}));
    office.join();
    const BudgetVsActual answer = office.table({Per::activity, View::plan, {}});
    EXPECT_EQ(line(answer, "1.1").amounts.actual, euros(3'000));
    EXPECT_EQ(line(answer, "1.1.a").amounts.actual, euros(0));
    EXPECT_EQ(line(answer, "1.1.b").amounts.actual, euros(1'000));
    EXPECT_EQ(line(answer, "1.1.-").amounts.actual, euros(2'000));
    EXPECT_FALSE(line(answer, "1.1.b").amounts.budget) << "een activiteit heeft geen eigen bedrag";
    EXPECT_EQ(line(answer, "1.1.b").level, Level::activity);
    EXPECT_EQ(line(answer, "1.1.-").level, Level::without_activity);
}

TEST(BudgetVsActual, ChangesWhenARuleChanges) {
    Office office = sample_office();
    const auto before = line(office.table(), "1.2").amounts.actual;
    office.rules[0].shares[0].target = target("1.2");
    office.join();
    EXPECT_EQ(before, euros(40));
    EXPECT_EQ(line(office.table(), "1.2").amounts.actual, euros(3'040));
    EXPECT_EQ(line(office.table(), "1.1").amounts.actual, euros(0));
}

TEST(BudgetVsActual, KeepsANumberlessGoalNumberlessWhenItNamesBookedParts) {
    Office office = sample_office();
    office.plan.speerpunten[0].goals[1].amount.booked = {{SpeerpuntId("1"), Money::from_euros(1)},
                                                         {SpeerpuntId("2"), Money::from_euros(1)}};
    const BudgetVsActual answer = office.table({Per::goal, View::booking, {}});
    EXPECT_FALSE(line(answer, "1.2").amounts.budget);
    EXPECT_EQ(answer.total.skipped.pro_memorie, 1);
}

}  // namespace
}  // namespace begroot::report
