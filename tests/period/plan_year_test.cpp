#include "period/plan_year.hpp"

#include "period/month_range.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

constexpr PlanYear calendar_2025{2025, 1};
constexpr PlanYear school_2024{2024, 8};

TEST(PlanYear, OfACalendarYearRunsFromJanuaryToDecember) {
    EXPECT_EQ(calendar_2025.first(), (Month{2025, 1}));
    EXPECT_EQ(calendar_2025.last(), (Month{2025, 12}));
    EXPECT_EQ(calendar_2025.position({2025, 8}), 8);
    EXPECT_EQ(to_text(calendar_2025), "2025");
    EXPECT_EQ(name_of(calendar_2025), "boekjaar 2025");
}

TEST(PlanYear, OfASchoolYearRunsFromAugustToJuly) {
    EXPECT_EQ(school_2024.first_day(), (Day{2024, 8, 1}));
    EXPECT_EQ(school_2024.last_day(), (Day{2025, 7, 31}));
    EXPECT_EQ(school_2024.position({2024, 8}), 1);
    EXPECT_EQ(school_2024.position({2025, 1}), 6);
    EXPECT_EQ(school_2024.month_at(12), (Month{2025, 7}));
    EXPECT_EQ(to_text(school_2024), "2024-2025");
    EXPECT_EQ(name_of(school_2024), "schooljaar 2024-2025");
}

TEST(PlanYear, HoldsItsTwelveMonthsAndNoOther) {
    EXPECT_FALSE(school_2024.contains(Month{2024, 7}));
    EXPECT_TRUE(school_2024.contains(Month{2024, 8}));
    EXPECT_TRUE(school_2024.contains(Day{2025, 7, 31}));
    EXPECT_FALSE(school_2024.contains(Month{2025, 8}));
}

TEST(PlanYear, CountsBookingPeriodsThatAreItsMonths) {
    EXPECT_TRUE(is_within(BookPeriod{2024, 12}, school_2024, {2025, 1}));
    EXPECT_FALSE(is_within(BookPeriod{2025, 2}, school_2024, {2025, 1}));
    EXPECT_FALSE(is_within(BookPeriod{2024, 7}, school_2024, {2025, 7}));
    EXPECT_FALSE(is_within(BookPeriod{2024, 13}, school_2024, {2025, 7}));
    EXPECT_FALSE(is_within(BookPeriod{2025, 0}, school_2024, {2025, 7}));
}

TEST(PlanYear, IsReadFromTwoYearsThatFollowEachOther) {
    EXPECT_EQ(parse_school_year("2024-2025"), school_2024);
    for (const char* text : {"2024/2025", "2024-2026", "2025-2024", "2024", "24-25", "2024-2025 ", ""})
        EXPECT_FALSE(parse_school_year(text)) << text;
}

TEST(MonthRange, IsWhatTwoYearsHaveInCommon) {
    EXPECT_EQ(common_months(school_2024, {2024, 1}), (MonthRange{{2024, 8}, {2024, 12}}));
    EXPECT_EQ(common_months(school_2024, {2025, 1}), (MonthRange{{2025, 1}, {2025, 7}}));
    EXPECT_EQ(common_months(calendar_2025, {2025, 8}), (MonthRange{{2025, 8}, {2025, 12}}));
    EXPECT_EQ(common_months(school_2024, school_2024), (MonthRange{{2024, 8}, {2025, 7}}));
    EXPECT_EQ(common_months(school_2024, {2026, 1}), std::nullopt);
}

TEST(MonthRange, HoldsOrdinaryPeriodsOnly) {
    constexpr MonthRange autumn{{2024, 8}, {2024, 12}};
    EXPECT_TRUE(is_within(BookPeriod{2024, 8}, autumn));
    EXPECT_TRUE(is_within(BookPeriod{2024, 12}, autumn));
    EXPECT_FALSE(is_within(BookPeriod{2024, 13}, autumn));
    EXPECT_FALSE(is_within(BookPeriod{2024, 7}, autumn));
    EXPECT_FALSE(is_within(BookPeriod{2025, 8}, autumn));
}

}  // namespace
}  // namespace begroot
