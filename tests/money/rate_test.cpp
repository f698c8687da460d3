#include "money/rate.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(Ratio, RoundsHalfAwayFromZeroToAMillionth) {
    struct Case {
        std::int64_t part;
        std::int64_t whole;
        std::int64_t ppm;
    };
    for (const Case& example :
         {Case{1, 8, 125'000}, Case{1, 3, 333'333}, Case{2, 3, 666'667}, Case{-2, 3, -666'667}, Case{2, -3, -666'667},
          Case{-2, -3, 666'667}, Case{0, 5, 0}, Case{1, 2'000'000, 1}, Case{-1, 2'000'000, -1}, Case{1, 2'000'001, 0},
          Case{3, 2'000'000, 2}, Case{7, 7, 1'000'000}}) {
        const auto rate = ratio(Money::from_cents(example.part), Money::from_cents(example.whole));
        ASSERT_TRUE(rate.has_value()) << example.part << " / " << example.whole;
        EXPECT_EQ(rate->ppm(), example.ppm) << example.part << " / " << example.whole;
    }
}

TEST(Ratio, IsNothingWhenTheWholeIsZero) {
    EXPECT_FALSE(ratio(Money::from_cents(5), Money()).has_value());
    EXPECT_FALSE(ratio(Money(), Money()).has_value());
}

TEST(Ratio, IsNothingWhenItDoesNotFit) {
    const Money most = Money::from_cents(std::numeric_limits<std::int64_t>::max());
    EXPECT_FALSE(ratio(most, Money::from_cents(1)).has_value());
    EXPECT_FALSE(ratio(most, Money::from_cents(-1)).has_value());
    EXPECT_EQ(ratio(most, most), Rate::from_ppm(1'000'000));
}

}  // namespace
}  // namespace begroot
