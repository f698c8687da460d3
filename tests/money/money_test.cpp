#include "money/money.hpp"

#include <array>
#include <limits>

#include <gtest/gtest.h>

namespace begroot {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

static_assert(Money::from_euros(12) == Money::from_cents(1200));
static_assert(Money().is_zero());

TEST(Money, AddsAndSubtractsInCents) {
    EXPECT_EQ(Money::from_cents(10) + Money::from_cents(20), Money::from_cents(30));
    EXPECT_EQ(Money::from_cents(10) - Money::from_cents(25), Money::from_cents(-15));
    EXPECT_EQ(-Money::from_cents(10), Money::from_cents(-10));
    Money total = Money::from_cents(1);
    total += Money::from_cents(2);
    total -= Money::from_cents(4);
    EXPECT_EQ(total.cents(), -1);
}

TEST(Money, AddsTenCentsThreeTimesToThirtyCents) {
    const std::array<Money, 3> parts = {Money::from_cents(10), Money::from_cents(10), Money::from_cents(10)};
    EXPECT_EQ(sum(parts), Money::from_cents(30));
    EXPECT_EQ(sum({}), Money());
}

TEST(Money, ComparesBySize) {
    EXPECT_LT(Money::from_cents(-1), Money());
    EXPECT_GT(Money::from_cents(2), Money::from_cents(1));
    EXPECT_EQ(Money::from_cents(-5).abs(), Money::from_cents(5));
    EXPECT_EQ(Money::from_cents(5).abs(), Money::from_cents(5));
}

TEST(Money, SumsAMillionLargestAmountsWithoutOverflow) { EXPECT_LT(money_cents_max, largest / 1'000'000); }

TEST(MoneyDeathTest, AbortsWhenAResultOverflows) {
    EXPECT_DEATH((void)(Money::from_cents(largest) + Money::from_cents(1)), "bedrag te groot");
    EXPECT_DEATH((void)(Money::from_cents(smallest) - Money::from_cents(1)), "bedrag te groot");
    EXPECT_DEATH((void)(-Money::from_cents(smallest)), "bedrag te groot");
    EXPECT_DEATH((void)Money::from_cents(smallest).abs(), "bedrag te groot");
    EXPECT_DEATH((void)Money::from_euros(largest / 100 + 1), "bedrag te groot");
}

}  // namespace
}  // namespace begroot
