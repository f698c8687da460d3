#include "budget/budget.hpp"

#include "budget/budget_line.hpp"

#include <cstdint>
#include <memory>
#include <vector>

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

/// A line of twelve months in F to Q with the year in R; `computed` are columns of its row.
BudgetLine computed_line(const std::vector<std::uint32_t>& computed) {
    SourceSheet sheet{"begroting.xlsx", "", "Lasten"};
    for (const std::uint32_t column : computed) sheet.computed.push_back({7, column});
    BudgetLine line;
    line.months.emplace();
    line.year_origin = {std::make_shared<const SourceSheet>(sheet), 7, 17};
    for (std::uint32_t i = 0; i < 12; ++i) line.month_columns[i] = 5 + i;
    return line;
}

TEST(BudgetLine, HasTheCellOfEveryMonthAndOtherwiseThatOfTheYear) {
    BudgetLine line = computed_line({});
    EXPECT_EQ(origin_name(month_origin(line, 0)), "F8");
    EXPECT_EQ(origin_name(month_origin(line, 11)), "Q8");
    line.months.reset();
    EXPECT_EQ(origin_name(month_origin(line, 3)), "R8");
}

TEST(BudgetLine, HasAComputedYearWhenItsOwnCellIsComputed) {
    EXPECT_TRUE(year_is_computed(computed_line({17})));
    EXPECT_FALSE(year_is_computed(computed_line({8}))) << "the workbook prints the year itself";
    EXPECT_FALSE(year_is_computed(computed_line({})));
}

TEST(BudgetLine, HasAComputedYearWhenAMonthInItsSumIsComputed) {
    BudgetLine line = computed_line({8});
    line.year_is_sum = true;
    EXPECT_TRUE(year_is_computed(line));
    line = computed_line({17});
    line.year_is_sum = true;
    EXPECT_FALSE(year_is_computed(line)) << "the year's cell gave nothing";
}

}  // namespace
}  // namespace begroot
