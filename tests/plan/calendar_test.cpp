#include "plan/calendar.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Day plan_start{2024, 8, 1};
constexpr Day last{2025, 7, 31};

CalendarRow before(std::int32_t month, std::int32_t day) {
    CalendarRow row;
    row.what = "iets";
    row.every_year_before = YearDay{month, day};
    return row;
}

TEST(CalendarRow, IsDueTheDayBeforeItsDayEveryYear) {
    EXPECT_THAT(due_days(before(5, 1), plan_start, last), ElementsAre(Day{2025, 4, 30}));
    EXPECT_THAT(due_days(before(7, 1), plan_start, {2026, 12, 31}), ElementsAre(Day{2025, 6, 30}, Day{2026, 6, 30}));
}

TEST(CalendarRow, BeforeTheFirstOfJanuaryIsTheLastDayOfTheYearBefore) {
    EXPECT_THAT(due_days(before(1, 1), plan_start, last), ElementsAre(Day{2024, 12, 31}));
    EXPECT_THAT(due_days(before(1, 1), {2025, 1, 1}, {2025, 12, 31}), ElementsAre(Day{2025, 12, 31}));
}

TEST(CalendarRow, OnTheEdgeOfTheYearIsInTheYearOfItsLastDay) {
    EXPECT_THAT(due_days(before(8, 1), plan_start, last), ElementsAre(Day{2025, 7, 31}));
    EXPECT_THAT(due_days(before(8, 2), plan_start, last), ElementsAre(Day{2024, 8, 1}));
}

TEST(CalendarRow, OnceInFourYearsNeedsAYearToCountFrom) {
    CalendarRow row = before(5, 1);
    row.every_years = 4;
    EXPECT_THAT(due_days(row, plan_start, last), IsEmpty());
    row.first = Day{2022, 5, 1};
    EXPECT_THAT(due_days(row, plan_start, last), IsEmpty());
    EXPECT_THAT(due_days(row, {2026, 1, 1}, {2030, 12, 31}), ElementsAre(Day{2026, 4, 30}, Day{2030, 4, 30}));
    row.first = Day{2029, 5, 1};
    EXPECT_THAT(due_days(row, plan_start, last), ElementsAre(Day{2025, 4, 30}));
}

TEST(CalendarRow, WithADayOfItsOwnIsDueOnce) {
    CalendarRow row;
    row.when = {"voorjaar", WhenKind::season, Day{2025, 3, 1}, Day{2025, 5, 31}};
    EXPECT_THAT(due_days(row, plan_start, last), ElementsAre(Day{2025, 5, 31}));
    EXPECT_THAT(due_days(row, {2025, 6, 1}, last), IsEmpty());
    row.when = {"Jaarlijks", WhenKind::year, {}, {}};
    EXPECT_THAT(due_days(row, plan_start, last), IsEmpty());
}

TEST(CalendarRow, BeforeALeapDayIsDueInLeapYearsOnly) {
    EXPECT_THAT(due_days(before(2, 29), {2024, 1, 1}, {2027, 12, 31}), ElementsAre(Day{2024, 2, 28}));
}

}  // namespace
}  // namespace begroot
