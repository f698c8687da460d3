#include "budget/budget.hpp"

#include "budget/budget_line.hpp"

#include <cstdint>

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(Budget, ShowsExpensePositiveAndIncomeNegativeInTheLedgersSign) {
    EXPECT_EQ(debit_positive(Side::expense, Money::from_euros(125)), Money::from_euros(125));
    EXPECT_EQ(debit_positive(Side::income, Money::from_euros(125)), Money::from_euros(-125));
}

TEST(BudgetLine, HasNoMonthsUntilAWorkbookGivesThem) {
    const BudgetLine line;
    EXPECT_FALSE(line.months.has_value());
    EXPECT_EQ(line.side, Side::expense);
}

TEST(BudgetLine, HasTheCellOfEveryMonthAndOtherwiseThatOfTheYear) {
    BudgetLine line;
    line.months.emplace();
    line.year_origin = {nullptr, 7, 17};
    for (std::uint32_t i = 0; i < 12; ++i) line.month_columns[i] = 5 + i;
    EXPECT_EQ(origin_name(month_origin(line, 0)), "F8");
    EXPECT_EQ(origin_name(month_origin(line, 11)), "Q8");
    line.months.reset();
    EXPECT_EQ(origin_name(month_origin(line, 3)), "R8");
}

}  // namespace
}  // namespace begroot
