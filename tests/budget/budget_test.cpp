#include "budget/budget.hpp"

#include "budget/budget_line.hpp"

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

}  // namespace
}  // namespace begroot
