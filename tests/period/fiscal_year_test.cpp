#include "period/fiscal_year.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(IsWithin, HoldsFromJanuaryToTheLastMonth) {
    constexpr FiscalYear year{2025};
    constexpr Month august{2025, 8};
    EXPECT_TRUE(is_within({2025, 1}, year, august));
    EXPECT_TRUE(is_within({2025, 8}, year, august));
    EXPECT_FALSE(is_within({2025, 9}, year, august));
}

TEST(IsWithin, LeavesOutPeriodsThatAreNoMonth) {
    constexpr Month december{2025, 12};
    for (const std::int32_t number : {-1, 0, 13, 55}) {
        EXPECT_FALSE(is_within({2025, number}, FiscalYear{2025}, december)) << "periode " << number;
    }
}

TEST(IsWithin, LeavesOutOtherYears) {
    EXPECT_FALSE(is_within({2024, 3}, FiscalYear{2025}, {2025, 12}));
    EXPECT_FALSE(is_within({2025, 3}, FiscalYear{2025}, {2024, 12}));
    EXPECT_FALSE(is_within({2025, 3}, FiscalYear{2025}, {2026, 12}));
}

}  // namespace
}  // namespace begroot
