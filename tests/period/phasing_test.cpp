#include "period/phasing.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(EqualMonths, GiveATwelfthEach) {
    const MonthAmounts months = phase(Money::from_euros(1'200), equal_months());
    for (const Money month : months) EXPECT_EQ(month, Money::from_euros(100));
    EXPECT_EQ(equal_months().name, "twaalf_gelijke_maanden");
}

TEST(EqualMonths, GiveLeftOverCentsToTheFirstMonths) {
    const MonthAmounts months = phase(Money::from_cents(1'202), equal_months());
    EXPECT_EQ(months[0], Money::from_cents(101));
    EXPECT_EQ(months[1], Money::from_cents(101));
    EXPECT_EQ(months[2], Money::from_cents(100));
    EXPECT_EQ(months[11], Money::from_cents(100));
}

TEST(SchoolYearMonths, GiveSevenTwelfthsUpToJuly) {
    const MonthAmounts months = phase(Money::from_euros(12'000), school_year_months());
    EXPECT_EQ(sum_to(months, 7), Money::from_euros(7'000));
    EXPECT_EQ(sum_to(months, 12), Money::from_euros(12'000));
}

TEST(SchoolYearMonths, SpreadEachPartEvenlyWhenTheModelSaysOtherParts) {
    const MonthAmounts months = phase(Money::from_euros(7'000), school_year_months({1, 1}));
    EXPECT_EQ(sum_to(months, 7), Money::from_euros(3'500));
    EXPECT_EQ(months[0], Money::from_euros(500));
    EXPECT_EQ(months[6], Money::from_euros(500));
    EXPECT_EQ(months[7], Money::from_euros(700));
    EXPECT_EQ(months[11], Money::from_euros(700));
}

TEST(SchoolYearMonths, LeaveAPartEmptyWhenItsShareIsZero) {
    const MonthAmounts months = phase(Money::from_euros(500), school_year_months({0, 1}));
    EXPECT_EQ(sum_to(months, 7), Money());
    EXPECT_EQ(months[7], Money::from_euros(100));
}

TEST(SchoolYearSplit, IsFiveAndSevenTwelfths) {
    const SchoolYearSplit split = split_school_year(Money::from_euros(12'000));
    EXPECT_EQ(split.august_december, Money::from_euros(5'000));
    EXPECT_EQ(split.january_july, Money::from_euros(7'000));
    const SchoolYearSplit own = split_school_year(Money::from_euros(12'000), {1, 1});
    EXPECT_EQ(own.august_december, Money::from_euros(6'000));
}

TEST(SchoolYearSplit, LosesNoCent) {
    for (std::int64_t cents = -300; cents <= 300; ++cents) {
        const SchoolYearSplit split = split_school_year(Money::from_cents(cents));
        EXPECT_EQ((split.august_december + split.january_july).cents(), cents);
    }
}

TEST(SpreadSchoolYears, GivesEachPartToItsOwnMonths) {
    const MonthAmounts months = spread_school_years(Money::from_euros(70), Money::from_euros(100));
    EXPECT_EQ(months[0], Money::from_euros(10));
    EXPECT_EQ(months[6], Money::from_euros(10));
    EXPECT_EQ(months[7], Money::from_euros(20));
    EXPECT_EQ(months[11], Money::from_euros(20));
    const MonthAmounts uneven = spread_school_years(Money::from_cents(10), Money::from_cents(-6));
    EXPECT_EQ(sum_to(uneven, 7), Money::from_cents(10));
    EXPECT_EQ(sum_to(uneven, 12), Money::from_cents(4));
}

TEST(SumTo, AddsJanuaryUpToTheMonth) {
    const MonthAmounts months = phase(Money::from_euros(1'200), equal_months());
    EXPECT_EQ(sum_to(months, 1), Money::from_euros(100));
    EXPECT_EQ(sum_to(months, 8), Money::from_euros(800));
    EXPECT_EQ(sum_to(months, 0), Money());
}

TEST(SumToDeathTest, AbortsWhenTheMonthIsOutsideTheYear) {
    EXPECT_DEATH((void)sum_to({}, 13), "maand buiten het jaar");
    EXPECT_DEATH((void)sum_to({}, -1), "maand buiten het jaar");
}

class PhasingLaws : public testing::TestWithParam<std::uint32_t> {};

TEST_P(PhasingLaws, MonthsAddUpToTheYearForEveryKey) {
    std::mt19937 random(GetParam());
    for (int round = 0; round < 200; ++round) {
        PhasingKey own{"eigen", {}};
        for (std::int64_t& weight : own.weights) weight = static_cast<std::int64_t>(random() % 1'000);
        own.weights[random() % 12] = 1;
        const Money year = Money::from_cents(static_cast<std::int64_t>(random()) - static_cast<std::int64_t>(random()));
        for (const PhasingKey& key : {own, equal_months(), school_year_months(), school_year_months({3, 2})}) {
            ASSERT_EQ(sum_to(phase(year, key), 12), year) << key.name << ' ' << year.cents();
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seed, PhasingLaws, testing::Values(1U, 7U, 42U, 2025U),
                         [](const auto& seed) { return std::to_string(seed.param); });

}  // namespace
}  // namespace begroot
