#include "table/grid.hpp"

#include "table/grid_chart.hpp"
#include "table/grid_list.hpp"

#include <gtest/gtest.h>

namespace begroot {

namespace {

TEST(Grid, AnEmptyCellIsNotZero) {
    const GridCell empty;
    EXPECT_TRUE(std::holds_alternative<std::monostate>(empty.value));
    EXPECT_NE(empty.value, GridValue(0.0));
    EXPECT_EQ(empty.role, GridRole::figure);
}

TEST(Grid, HasNoListAndNoChartUntilSomebodyGivesOne) {
    const Grid grid;
    EXPECT_TRUE(grid.list.columns.empty());
    EXPECT_TRUE(grid.charts.empty());
    EXPECT_FALSE(ListValue().is_empty);
}

}  // namespace

}  // namespace begroot
