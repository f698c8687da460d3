#include "period/day.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(Day, ExistsOnlyWhenTheCalendarHasIt) {
    for (const Day day : {Day{2025, 1, 1}, Day{2025, 12, 31}, Day{2024, 2, 29}, Day{2000, 2, 29}, Day{2025, 6, 30}})
        EXPECT_TRUE(exists(day)) << day.year << '-' << day.month << '-' << day.day;
    for (const Day day : {Day{2025, 2, 29}, Day{1900, 2, 29}, Day{2025, 6, 31}, Day{2025, 13, 1}, Day{2025, 0, 1},
                          Day{2025, 1, 0}, Day{2025, 1, 32}, Day{0, 1, 1}})
        EXPECT_FALSE(exists(day)) << day.year << '-' << day.month << '-' << day.day;
}

TEST(Day, IsOrderedByTheCalendar) { EXPECT_LT((Day{2025, 1, 31}), (Day{2025, 2, 1})); }

}  // namespace
}  // namespace begroot
