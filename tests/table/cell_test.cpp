#include "table/cell.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(Cell, IsEmptyOnlyWhenItHoldsNothingAtAll) {
    EXPECT_TRUE(is_empty(Cell{}));
    EXPECT_FALSE(is_empty(Cell{Money(), {}, Tone::plain})) << "zero is a number";
    EXPECT_FALSE(is_empty(Cell{Mark{"--"}, {}, Tone::plain})) << "a dash is a mark";
    EXPECT_FALSE(is_empty(Cell{std::string(), {}, Tone::plain})) << "an empty text is a text";
}

TEST(Day, OrdersByYearMonthAndDay) {
    EXPECT_LT((Day{2024, 12, 31}), (Day{2025, 1, 1}));
    EXPECT_LT((Day{2025, 1, 31}), (Day{2025, 2, 1}));
}

}  // namespace
}  // namespace begroot
