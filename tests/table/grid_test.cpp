#include "table/grid.hpp"

#include <gtest/gtest.h>

namespace begroot {

namespace {

TEST(Grid, AnEmptyCellIsNotZero) {
    const GridCell empty;
    EXPECT_TRUE(std::holds_alternative<std::monostate>(empty.value));
    EXPECT_NE(empty.value, GridValue(0.0));
    EXPECT_EQ(empty.role, GridRole::figure);
}

}  // namespace

}  // namespace begroot
