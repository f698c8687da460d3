#include "budget/plan_year.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

constexpr FiscalYear year_2024{2024};
constexpr FiscalYear year_2025{2025};
constexpr PlanYear plan_2023{2023, school_year_first_month};
constexpr PlanYear plan_2024{2024, school_year_first_month};

BudgetLine by_month(std::int64_t first_cents) {
    BudgetLine line;
    MonthAmounts months;
    for (std::size_t i = 0; i < months.size(); ++i) {
        months[i] = Money::from_cents(first_cents + static_cast<std::int64_t>(i));
        line.month_columns[i] = static_cast<std::uint32_t>(10 + i);
    }
    line.months = months;
    line.year = sum(months);
    return line;
}

BudgetLine by_year(std::int64_t cents) {
    BudgetLine line;
    line.year = Money::from_cents(cents);
    line.year_origin.column = 4;
    return line;
}

TEST(BudgetOfAPlanYear, BeginsWithAugustOfItsFirstCalendarYear) {
    const BudgetLine part = part_of_plan_year(by_month(100), year_2024, plan_2024);
    EXPECT_EQ((*part.months)[0], Money::from_cents(107));
    EXPECT_EQ((*part.months)[4], Money::from_cents(111));
    EXPECT_EQ((*part.months)[5], Money());
    EXPECT_EQ(part.year, Money::from_cents(107 + 108 + 109 + 110 + 111));
    EXPECT_EQ(part.month_columns[0], 17U);
}

TEST(BudgetOfAPlanYear, EndsWithJulyOfItsSecondCalendarYear) {
    const BudgetLine part = part_of_plan_year(by_month(100), year_2025, plan_2024);
    EXPECT_EQ((*part.months)[4], Money());
    EXPECT_EQ((*part.months)[5], Money::from_cents(100));
    EXPECT_EQ((*part.months)[11], Money::from_cents(106));
    EXPECT_EQ(part.month_columns[5], 10U);
}

TEST(BudgetOfAPlanYear, TakesFiveTwelfthsAndSevenTwelfthsOfAYearWithoutMonths) {
    EXPECT_EQ(part_of_plan_year(by_year(120'000), year_2024, plan_2024).year, Money::from_cents(50'000));
    EXPECT_EQ(part_of_plan_year(by_year(120'000), year_2025, plan_2024).year, Money::from_cents(70'000));
    EXPECT_EQ(part_of_plan_year(by_year(120'000), year_2024, plan_2024).month_columns[0], 4U);
}

TEST(BudgetOfAPlanYear, KeepsNothingOfAnotherYear) {
    EXPECT_EQ(part_of_plan_year(by_month(100), FiscalYear{2026}, plan_2024).year, Money());
}

TEST(BudgetOfAPlanYear, LosesNoCentBetweenPlansThatFollowEachOther) {
    for (std::int64_t cents = -1'000; cents <= 1'000; cents += 7) {
        for (const BudgetLine& line : {by_month(cents), by_year(cents)}) {
            const BudgetLine before = part_of_plan_year(line, year_2024, plan_2023);
            const BudgetLine after = part_of_plan_year(line, year_2024, plan_2024);
            EXPECT_EQ(before.year + after.year, line.year) << cents;
            EXPECT_EQ(sum(*before.months), before.year) << cents;
        }
    }
}

TEST(BudgetOfAPlanYear, IsTheSameByMonthsAndByTwelfthsWhenTheMonthsAreEqual) {
    for (std::int64_t month = 0; month < 500; month += 13) {
        BudgetLine line = by_month(0);
        line.months->fill(Money::from_cents(month));
        line.year = Money::from_cents(12 * month);
        for (const FiscalYear year : {year_2024, year_2025}) {
            EXPECT_EQ(part_of_plan_year(line, year, plan_2024).year,
                      part_of_plan_year(by_year(12 * month), year, plan_2024).year)
                << month;
        }
    }
}

}  // namespace
}  // namespace begroot
