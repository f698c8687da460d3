#include "money/allocate.hpp"

#include <limits>
#include <random>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot {
namespace {

using testing::ElementsAre;

std::vector<std::int64_t> split(std::int64_t cents, const std::vector<std::int64_t>& weights) {
    std::vector<std::int64_t> parts;
    for (const Money part : allocate(Money::from_cents(cents), weights)) parts.push_back(part.cents());
    return parts;
}

TEST(Allocate, GivesLeftOverCentsToTheLargestRemainders) {
    // 100 x 1/7 = 14 2/7, 100 x 2/7 = 28 4/7, 100 x 4/7 = 57 1/7: the one cent left goes to the second
    EXPECT_THAT(split(100, {1, 2, 4}), ElementsAre(14, 29, 57));
    // 10 x 5/12 = 4 2/12, 10 x 7/12 = 5 10/12
    EXPECT_THAT(split(10, {5, 7}), ElementsAre(4, 6));
}

TEST(Allocate, GivesTiesToTheEarlierWeight) {
    EXPECT_THAT(split(100, {1, 1, 1}), ElementsAre(34, 33, 33));
    EXPECT_THAT(split(101, {1, 1, 1}), ElementsAre(34, 34, 33));
    EXPECT_THAT(split(1, {1, 1}), ElementsAre(1, 0));
}

TEST(Allocate, SplitsANegativeAmountAsItsMirrorImage) {
    EXPECT_THAT(split(-100, {1, 1, 1}), ElementsAre(-34, -33, -33));
    EXPECT_THAT(split(-100, {1, 2, 4}), ElementsAre(-14, -29, -57));
}

TEST(Allocate, GivesNothingToAZeroWeight) {
    EXPECT_THAT(split(100, {0, 3, 0}), ElementsAre(0, 100, 0));
    EXPECT_THAT(split(0, {1, 2}), ElementsAre(0, 0));
    EXPECT_THAT(split(7, {5}), ElementsAre(7));
}

TEST(Allocate, StaysExactWhenAmountAndWeightsAreTheLargest) {
    constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
    EXPECT_THAT(split(largest, {allocation_weight_max, allocation_weight_max}),
                ElementsAre(largest / 2 + 1, largest / 2));
    EXPECT_THAT(split(-largest, {allocation_weight_max}), ElementsAre(-largest));
}

TEST(AllocateDeathTest, AbortsWhenWeightsCannotCarryTheAmount) {
    EXPECT_DEATH((void)split(1, {}), "verdelen zonder gewicht");
    EXPECT_DEATH((void)split(1, {0, 0}), "verdelen zonder gewicht");
    EXPECT_DEATH((void)split(1, {2, -1}), "gewicht buiten bereik");
    EXPECT_DEATH((void)split(1, {allocation_weight_max + 1}), "gewicht buiten bereik");
    EXPECT_DEATH((void)split(std::numeric_limits<std::int64_t>::min(), {1}), "bedrag te groot");
}

class AllocateLaws : public testing::TestWithParam<std::uint32_t> {};

TEST_P(AllocateLaws, PartsAddUpStayWithinACentAndMirror) {
    std::mt19937 random(GetParam());
    for (int round = 0; round < 200; ++round) {
        std::vector<std::int64_t> weights(1 + random() % 40);
        std::int64_t weight_sum = 0;
        for (std::int64_t& weight : weights)
            weight_sum += weight = random() % 5 == 0 ? 0 : static_cast<std::int64_t>(random() % 100'000);
        if (weight_sum == 0) weight_sum = weights[0] = 1;
        const auto total = static_cast<std::int64_t>(random()) - static_cast<std::int64_t>(random());
        const auto parts = split(total, weights);
        const auto mirror = split(-total, weights);
        std::int64_t added = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            added += parts[i];
            ASSERT_EQ(mirror[i], -parts[i]);
            // |part - total x weight / sum| < 1 cent, without division
            ASSERT_LT(std::abs(parts[i] * weight_sum - total * weights[i]), weight_sum);
        }
        ASSERT_EQ(added, total);
    }
}

INSTANTIATE_TEST_SUITE_P(Seed, AllocateLaws, testing::Values(1U, 7U, 42U, 2025U),
                         [](const auto& seed) { return std::to_string(seed.param); });

}  // namespace
}  // namespace begroot
