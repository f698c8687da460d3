#include "table/cells.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(Cells, AreEmptyWhenThereIsNothingToShow) {
    EXPECT_TRUE(is_empty(text_cell("")));
    EXPECT_TRUE(is_empty(money_cell(std::nullopt)));
    EXPECT_FALSE(is_empty(text_cell("p.m.")));
    EXPECT_FALSE(is_empty(money_cell(Money())));
}

}  // namespace
}  // namespace begroot
