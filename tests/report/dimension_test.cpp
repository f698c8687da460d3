// The table per account, cost centre, cost unit or rubric: the whole organisation, income and expense.

#include "report/budget_vs_actual.hpp"
#include "report/office_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::report {
namespace {

using namespace test;
using testing::ElementsAre;

std::vector<std::string> sided_codes_of(const BudgetVsActual& answer) {
    std::vector<std::string> codes;
    for (const Line& one : answer.lines) codes.push_back((one.side == Side::income ? "baten " : "lasten ") + one.code);
    return codes;
}

TEST(Dimension, ListsIncomeFirstAndThenExpenseByCode) {
    const Office office = sample_office();
    EXPECT_THAT(sided_codes_of(office.table({Per::account, View::plan, {}})),
                ElementsAre("baten 8010", "lasten 4011", "lasten 4012", "lasten 4021", "lasten 4022", "lasten 4100",
                            "lasten 4999"));
    EXPECT_THAT(sided_codes_of(office.table({Per::cost_centre, View::plan, {}})),
                ElementsAre("baten 100", "lasten -", "lasten 100"));
    EXPECT_THAT(sided_codes_of(office.table({Per::rubric, View::plan, {}})),
                ElementsAre("baten 3.1", "lasten -", "lasten 4.1", "lasten 4.4"));
}

TEST(Dimension, ShowsIncomePositiveAndAboveBudgetAsFavourable) {
    // begroot 9.000 baten a year is 2.250 to March; booked 4.000
    const Office office = sample_office();
    const BudgetVsActual answer = office.table({Per::account, View::plan, {}});
    const Line& income = line(answer, "8010");
    EXPECT_EQ(income.side, Side::income);
    EXPECT_EQ(income.amounts.budget, euros(9'000));
    EXPECT_EQ(income.amounts.budget_to_date, euros(2'250));
    EXPECT_EQ(income.amounts.actual, euros(4'000));
    EXPECT_EQ(income.amounts.variance, euros(1'750));
    EXPECT_EQ(income.amounts.remaining, euros(5'000));
    EXPECT_EQ(income.amounts.forecast, euros(10'750));
}

TEST(Dimension, CallsIncomeBelowBudgetUnfavourable) {
    Office office = sample_office();
    office.ledger->postings[6].amount = Money::from_euros(-2'000);
    office.join();
    EXPECT_EQ(line(office.table({Per::account, View::plan, {}}), "8010").amounts.variance, euros(-250));
}

TEST(Dimension, TotalsToExpenseMinusIncome) {
    for (const Per per : {Per::account, Per::cost_centre, Per::cost_unit, Per::rubric}) {
        const BudgetVsActual answer = sample_office().table({per, View::plan, {}});
        // 3.000 + 40 + 300 + 200 - 4.000 + 2.500 + 7
        EXPECT_EQ(answer.total.actual, euros(2'047)) << static_cast<int>(per);
        EXPECT_EQ(answer.total.budget, euros(12'000 + 500 + 1'500 - 9'000 + 6'000)) << static_cast<int>(per);
        EXPECT_EQ(answer.unassigned.actual, euros(0)) << static_cast<int>(per);
        ASSERT_TRUE(answer.ledger_tie);
        EXPECT_TRUE(answer.ledger_tie->ties);
    }
}

TEST(Dimension, GivesABookedAccountWithoutBudgetNoBudget) {
    const Office office = sample_office();
    const BudgetVsActual answer = office.table({Per::account, View::plan, {}});
    EXPECT_FALSE(line(answer, "4999").amounts.budget);
    EXPECT_EQ(line(answer, "4999").amounts.forecast, euros(7));
    EXPECT_EQ(line(answer, "4999").name, "rekening 4999");
}

TEST(Dimension, GivesABudgetedAccountWithoutPostingsZero) {
    Office office = sample_office();
    office.ledger->postings.erase(office.ledger->postings.begin(), office.ledger->postings.begin() + 3);
    office.join();
    EXPECT_EQ(line(office.table({Per::account, View::plan, {}}), "4011").amounts.actual, euros(0));
    office.ledger.reset();
    office.join();
    EXPECT_FALSE(line(office.table({Per::account, View::plan, {}}), "4011").amounts.actual);
}

TEST(Dimension, PutsAnAccountUnderOneRubricWhateverTheOrderOfTheBudget) {
    Office office = sample_office();
    office.budget = budget({{.account = "4011", .rubric = "4.4"}, {.account = "4011", .rubric = "4.1"}});
    office.join();
    const auto first = line(office.table({Per::rubric, View::plan, {}}), "4.1").amounts.actual;
    EXPECT_EQ(first, euros(3'000));
    std::swap(office.budget->lines[0], office.budget->lines[1]);
    office.join();
    EXPECT_EQ(line(office.table({Per::rubric, View::plan, {}}), "4.1").amounts.actual, first);
}

}  // namespace
}  // namespace begroot::report
