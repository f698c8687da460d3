#include "exchange/detail/sheet_grid.hpp"

#include "exchange/sheet_builder.hpp"

#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

using namespace test;

TEST(SheetGrid, FindsCellsByRowAndColumn) {
    const auto sheet = make_sheet({{"a", "", "c"}, {}, {"", 5}});
    const SheetGrid grid(sheet);
    EXPECT_EQ(grid.row_count(), 3U);
    EXPECT_EQ(grid.column_count(), 3U);
    ASSERT_NE(grid.find(0, 2), nullptr);
    EXPECT_EQ(grid.find(0, 2)->text(), "c");
    EXPECT_EQ(grid.find(0, 1), nullptr);
    EXPECT_EQ(grid.find(1, 0), nullptr);
    EXPECT_EQ(grid.find(2, 1)->number(), 5.0);
    EXPECT_EQ(grid.find(9, 9), nullptr);
    EXPECT_TRUE(grid.row(1).empty());
}

TEST(SheetGrid, TakesAnEmptySheet) {
    const auto sheet = make_sheet({});
    const SheetGrid grid(sheet);
    EXPECT_EQ(grid.row_count(), 0U);
    EXPECT_TRUE(grid.row(0).empty());
}

TEST(SheetGrid, WritesNumbersAsCodesWithoutFloatNoise) {
    const auto sheet = make_sheet({{4425, digits("4425.0"), digits("4.0999999999999996"), digits("1E3"), digits("-12"),
                                    digits("9007199254740991"), digits("1E300"), digits("0.00001")}});
    const SheetGrid grid(sheet);
    EXPECT_EQ(number_code(*grid.find(0, 0)), "4425");
    EXPECT_EQ(number_code(*grid.find(0, 1)), "4425");
    EXPECT_EQ(number_code(*grid.find(0, 2)), "4.1");
    EXPECT_EQ(number_code(*grid.find(0, 3)), "1000");
    EXPECT_EQ(number_code(*grid.find(0, 4)), "-12");
    EXPECT_EQ(number_code(*grid.find(0, 5)), "9007199254740991");
    EXPECT_EQ(number_code(*grid.find(0, 6)), "1e+300");
    EXPECT_EQ(number_code(*grid.find(0, 7)), "1e-05");
}

}  // namespace
}  // namespace begroot::exchange::detail
