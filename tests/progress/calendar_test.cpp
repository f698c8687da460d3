#include "progress/calendar.hpp"

#include "period/calendar_day.hpp"
#include "plan/plan_builder.hpp"
#include "progress/calendar_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::progress {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Activity action(const std::string& letter, const When& when, std::optional<ActivityStatus> status = std::nullopt) {
    Activity made{letter, "actie " + letter};
    made.when = when;
    made.status = status;
    made.is_row = true;
    return made;
}

When on_day(Day day) { return {iso_text(day), WhenKind::day, {}, day}; }

Plan plan_with(std::vector<Activity> activities) {
    Goal goal = begroot::test::goal("1.1", "--");
    goal.activities = std::move(activities);
    Plan plan = begroot::test::plan({begroot::test::speerpunt("1", {goal})});
    plan.adopted = Day{2025, 2, 1};
    return plan;
}

CalendarOptions seen_on(Day day) { return {std::nullopt, std::nullopt, day}; }

std::vector<EntryState> states(const PlanCalendar& calendar) {
    std::vector<EntryState> all;
    for (const CalendarEntry& entry : calendar.dated) all.push_back(entry.state);
    return all;
}

TEST(PlanCalendar, SaysWhatIsLateFromTheDayAfterItsLastDay) {
    const Plan plan = plan_with({action("a", on_day({2025, 6, 30}))});
    EXPECT_THAT(states(make_calendar(plan, seen_on({2025, 6, 30}))), ElementsAre(EntryState::open));
    EXPECT_THAT(states(make_calendar(plan, seen_on({2025, 7, 1}))), ElementsAre(EntryState::late));
}

TEST(PlanCalendar, DoesNotCallLateWhatIsDoneDroppedOrWasDueBeforeThePlan) {
    const Plan plan =
        plan_with({action("a", on_day({2025, 3, 1}), ActivityStatus::done),
                   action("b", on_day({2025, 3, 1}), ActivityStatus::dropped),
                   action("c", on_day({2025, 3, 1}), ActivityStatus::running), action("d", on_day({2025, 1, 31}))});
    EXPECT_THAT(states(make_calendar(plan, seen_on({2025, 12, 1}))),
                ElementsAre(EntryState::before_adoption, EntryState::done, EntryState::dropped, EntryState::late));
}

TEST(PlanCalendar, GoesByDayAndThenByTheOrderOfTheDocument) {
    const Plan plan = plan_with(
        {action("a", on_day({2025, 9, 1})), action("b", on_day({2025, 3, 1})), action("c", on_day({2025, 9, 1}))});
    const PlanCalendar calendar = make_calendar(plan, seen_on({2025, 1, 1}));
    std::vector<std::string> codes;
    for (const CalendarEntry& entry : calendar.dated) codes.push_back(entry.at);
    EXPECT_THAT(codes, ElementsAre("1.1.b", "1.1.a", "1.1.c"));
}

TEST(PlanCalendar, KeepsApartWhatHasNoDay) {
    const Plan plan = plan_with({action("a", {"Continu", WhenKind::ongoing, {}, {}}), action("b", {})});
    const PlanCalendar calendar = make_calendar(plan, seen_on({2025, 1, 1}));
    EXPECT_THAT(calendar.dated, IsEmpty());
    ASSERT_THAT(calendar.undated, SizeIs(2));
    EXPECT_EQ(calendar.undated[0].words, "Continu");
    EXPECT_EQ(calendar.undated[0].when, WhenKind::ongoing);
}

TEST(PlanCalendar, GivesIdemTheDayOfTheActivityBeforeIt) {
    const Plan plan = plan_with({action("a", on_day({2025, 5, 31})), action("b", {"Idem", WhenKind::same, {}, {}}),
                                 action("c", {"Idem", WhenKind::same, {}, {}})});
    const PlanCalendar calendar = make_calendar(plan, seen_on({2025, 1, 1}));
    ASSERT_THAT(calendar.dated, SizeIs(3));
    EXPECT_EQ(calendar.dated[2].day, (Day{2025, 5, 31}));
    EXPECT_EQ(calendar.dated[2].words, "Idem (2025-05-31)");
}

TEST(PlanCalendar, LeavesOutParagraphsThatHaveNoPlaceForADate) {
    Activity paragraph{"a", "Afspraken maken"};
    const PlanCalendar calendar = make_calendar(plan_with({paragraph}), seen_on({2025, 1, 1}));
    EXPECT_THAT(calendar.dated, IsEmpty());
    EXPECT_THAT(calendar.undated, IsEmpty());
}

/// A plan of a school year with one of everything that has a date.
Plan school_plan() {
    Plan plan = plan_with({});
    plan.year = 2024;
    plan.first_month = school_year_first_month;
    plan.adopted.reset();
    CalendarRow row;
    row.what = "Begroting";
    row.every_year_before = YearDay{1, 1};
    row.when = {"Jaarlijks voor 1 januari", WhenKind::before_day, {}, {}};
    plan.calendar = {row};
    Meeting board;
    board.body = "Bestuur";
    board.on = Day{2025, 2, 26};
    board.carries_money = true;
    Meeting reserve = board;
    reserve.on.reset();
    reserve.words = "voorjaar 2025";
    reserve.in_reserve = true;
    plan.meetings = {board, reserve};
    Subsidy subsidy;
    subsidy.name = "voltijd";
    subsidy.at = "1";
    subsidy.until = Day{2025, 7, 31};
    plan.subsidies = {subsidy};
    plan.moments = {{"M8", {2025, 4}, "april"}};
    plan.deadlines = {{"1.1", {"najaar", WhenKind::season, Day{2024, 9, 1}, Day{2024, 11, 30}}, "audits", {}}};
    Indicator indicator;
    indicator.at = "plan";
    indicator.text = "75% behaald";
    indicator.target_on = Day{2025, 7, 31};
    plan.indicators = {indicator};
    return plan;
}

TEST(PlanCalendar, ShowsEverythingThatHasADate) {
    const PlanCalendar calendar = make_calendar(school_plan(), seen_on({2025, 3, 1}));
    std::vector<std::string> shown;
    for (const CalendarEntry& entry : calendar.dated)
        shown.push_back(std::string(entry_kind_name(entry.kind)) + " " + entry_state_name(entry.state));
    EXPECT_THAT(shown, ElementsAre("termijn voorbij", "kalender voorbij", "bijeenkomst voorbij", "rapportage komt",
                                   "subsidie komt", "indicator te doen"));
    EXPECT_EQ(calendar.dated[1].day, (Day{2024, 12, 31}));
    EXPECT_TRUE(calendar.dated[2].carries_money);
    ASSERT_THAT(calendar.undated, SizeIs(1));
    EXPECT_EQ(calendar.undated[0].what, "Bestuur (reserve)");
}

TEST(PlanCalendar, KeepsTheStatusOfARowToThePlansOwnMonths) {
    Plan plan = school_plan();
    plan.calendar[0].status = ActivityStatus::running;
    plan.calendar[0].state = "in de maak";
    CalendarOptions options = seen_on({2026, 3, 1});
    options.from = Day{2024, 12, 1};
    options.until = Day{2025, 12, 31};
    std::vector<CalendarEntry> rows = make_calendar(plan, options).dated;
    std::erase_if(rows, [](const CalendarEntry& entry) { return entry.kind != EntryKind::row; });
    ASSERT_THAT(rows, SizeIs(2));
    EXPECT_EQ(rows[0].state, EntryState::late) << "31 december 2024 is een dag van het plan, en het loopt nog";
    EXPECT_EQ(rows[1].state, EntryState::past) << "van een jaar later is geen stand bekend";
    EXPECT_EQ(rows[1].status, std::nullopt);
    plan.calendar[0].status = ActivityStatus::done;
    EXPECT_EQ(make_calendar(plan, options).dated.front().state, EntryState::done);
}

TEST(PlanCalendar, CountsWhatLiesOutsideTheDaysThatAreAsked) {
    CalendarOptions options = seen_on({2025, 3, 1});
    options.from = Day{2025, 2, 1};
    options.until = Day{2025, 4, 30};
    const PlanCalendar calendar = make_calendar(school_plan(), options);
    EXPECT_THAT(calendar.dated, SizeIs(2));
    EXPECT_EQ(calendar.outside, 4U);
}

TEST(PlanCalendar, HasEveryEntryInItsCount) {
    const PlanCalendar calendar = make_calendar(school_plan(), seen_on({2025, 3, 1}));
    std::int64_t total = 0;
    for (const auto& [state, by] : count_dated(calendar)) {
        for (const std::int64_t count : by) total += count;
    }
    EXPECT_EQ(total, 6);
    const Document document = to_document(school_plan(), calendar, {"opgegeven", false});
    const Table& totals = table_named(document, "Telling");
    EXPECT_EQ(std::get<std::int64_t>(totals.rows.back().cells.back().value), 7);
}

TEST(PlanCalendar, HasOneTableForAFormatThatHasOne) {
    const Document document =
        to_document(school_plan(), make_calendar(school_plan(), seen_on({2025, 3, 1})), {"", true});
    ASSERT_THAT(document.tables, SizeIs(1));
    EXPECT_THAT(document.tables[0].rows, SizeIs(7));
}

TEST(PlanCalendar, IsWrittenAsJsonWithNullForWhatIsNotKnown) {
    const std::string json = to_json(school_plan(), make_calendar(school_plan(), seen_on({2025, 3, 1})));
    EXPECT_THAT(json, HasSubstr("\"uiterlijk\": \"2024-12-31\""));
    EXPECT_THAT(json, HasSubstr("\"uiterlijk\": null"));
    EXPECT_THAT(json, HasSubstr("\"jaar\": \"2024-2025\""));
}

}  // namespace
}  // namespace begroot::progress
