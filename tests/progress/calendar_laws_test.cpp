// Laws of the calendar under random plans: every date of a plan stands in it exactly once, with its own words and kind,
// and every way of asking for a part of it divides it.

#include "period/calendar_day.hpp"
#include "plan/plan_builder.hpp"
#include "progress/calendar.hpp"
#include "progress/calendar_table.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::progress {
namespace {

using testing::ElementsAreArray;
using testing::UnorderedElementsAreArray;

/// What a plan says of one thing with a date, kept beside the plan to compare with.
struct Told {
    EntryKind kind = EntryKind::activity;
    std::string words;
    WhenKind when = WhenKind::day;
    std::optional<Day> day;  ///< the last day on which it is in time
    std::optional<ActivityStatus> status;
};

class CalendarLaws : public testing::TestWithParam<std::uint32_t> {
protected:
    void SetUp() override {
        Goal goal = begroot::test::goal("1.1", "--");
        plan_ = begroot::test::plan({begroot::test::speerpunt("1", {goal})});
        const bool school = up_to(1) == 0;
        plan_.year = school ? 2024 : 2025;
        plan_.first_month = school ? school_year_first_month : 1;
        if (up_to(3) > 0) plan_.adopted = any_day();
        const std::size_t count = 5 + up_to(40);
        for (std::size_t i = 0; i < count; ++i) add_any("zaak " + std::to_string(i));
    }

    std::size_t up_to(std::size_t most) { return random_() % (most + 1); }
    Day any_day() { return add_days(year_of(plan_).first_day(), static_cast<std::int32_t>(up_to(500)) - 60); }
    std::optional<ActivityStatus> any_status() {
        return up_to(1) == 0 ? std::nullopt : std::optional(static_cast<ActivityStatus>(up_to(3)));
    }

    /// Adds one thing of any kind to the plan, and what is expected of it to `told_`.
    void add_any(const std::string& name) {
        const std::optional<Day> day = up_to(3) == 0 ? std::nullopt : std::optional(any_day());
        Told told{static_cast<EntryKind>(up_to(entry_kinds - 1)), "woorden van " + name, WhenKind::unknown, day, {}};
        switch (told.kind) {
            case EntryKind::activity:
                add_activity(name, told);
                break;
            case EntryKind::deadline:
                told.when = day ? WhenKind::before_day : WhenKind::frequency;
                plan_.deadlines.push_back({"1.1", when_of(told), name, {}});
                break;
            case EntryKind::row:
                return add_row(name, told);
            case EntryKind::meeting:
                told.when = day ? WhenKind::day : WhenKind::unknown;
                plan_.meetings.push_back({name, told.words, day, "", "", false, false, "", {}});
                break;
            case EntryKind::subsidy:
                told.when = day ? WhenKind::day : WhenKind::unknown;
                plan_.subsidies.push_back({name, "1.1", "", {}, day, told.words, {}, {}});
                told_["einde van de subsidie " + name].push_back(told);
                return;
            case EntryKind::indicator:
                add_indicator(name, told);
                break;
            case EntryKind::moment:
                return;  // a moment is a month of the plan and has words of its own
        }
        told_[name].push_back(told);
    }

    /// Makes the words of a time, as a document prints them: of a day before which it must be done the day after.
    static When when_of(const Told& told) {
        When when{told.words, told.when, {}, told.day};
        if (told.when == WhenKind::before_day) when.until = add_days(*told.day, 1);
        return when;
    }

    void add_activity(const std::string& name, Told& told) {
        told.when = told.day ? WhenKind::month : WhenKind::ongoing;
        told.status = any_status();
        Activity activity{"a", name};
        activity.when = when_of(told);
        activity.status = told.status;
        activity.is_row = true;
        plan_.speerpunten[0].goals[0].activities.push_back(activity);
    }

    void add_indicator(const std::string& name, Told& told) {
        told.when = told.day ? WhenKind::day : WhenKind::unknown;
        Indicator indicator;
        indicator.at = "1.1";
        indicator.text = name;
        indicator.target_on = told.day;
        indicator.target_when = told.words;
        plan_.indicators.push_back(indicator);
    }

    /// A row comes back every year before a day, and so once in the twelve months of a plan, or has no date at all.
    void add_row(const std::string& name, Told told) {
        CalendarRow row;
        row.what = name;
        row.status = any_status();
        told.status = row.status;
        told.when = WhenKind::frequency;
        told.day.reset();
        if (up_to(2) > 0) {
            row.every_year_before = YearDay{static_cast<std::int32_t>(1 + up_to(11)), 1};
            told.when = WhenKind::before_day;
            const PlanYear year = year_of(plan_);
            for (const std::int32_t at : {year.year, year.year + 1}) {
                const Day before = add_days(Day{at, row.every_year_before->month, 1}, -1);
                if (year.contains(before)) told.day = before;
            }
            if (row.every_year_before->month == 1 && !told.day) told.day = Day{year.year, 12, 31};
        }
        row.when = {told.words, told.when, {}, {}};
        plan_.calendar.push_back(row);
        told_[name].push_back(told);
    }

    [[nodiscard]] PlanCalendar calendar(std::optional<Day> from = {}, std::optional<Day> until = {}) const {
        return make_calendar(plan_, {from, until, reference_});
    }

    std::mt19937 random_{GetParam()};
    Plan plan_;
    std::map<std::string, std::vector<Told>> told_;  ///< by the entry's own name
    Day reference_{2025, 3, 15};
};

std::vector<CalendarEntry> all_of(const PlanCalendar& calendar) {
    std::vector<CalendarEntry> all = calendar.dated;
    all.insert(all.end(), calendar.undated.begin(), calendar.undated.end());
    return all;
}

std::vector<std::string> names_of(const std::vector<CalendarEntry>& entries) {
    std::vector<std::string> names;
    for (const CalendarEntry& entry : entries) names.push_back(entry.what);
    return names;
}

TEST_P(CalendarLaws, EveryDateOfThePlanStandsInItOnceWithItsWordsAndItsKind) {
    const std::vector<CalendarEntry> all = all_of(calendar());
    std::vector<std::string> expected;
    for (const auto& [name, told] : told_) expected.insert(expected.end(), told.size(), name);
    EXPECT_THAT(names_of(all), UnorderedElementsAreArray(expected));
    for (const CalendarEntry& entry : all) {
        const Told& told = told_.at(entry.what).front();
        EXPECT_EQ(entry.kind, told.kind) << entry.what;
        EXPECT_EQ(entry.words, told.words) << entry.what;
        EXPECT_EQ(entry.when, told.when) << entry.what;
        EXPECT_EQ(entry.day, told.day) << entry.what;
        EXPECT_EQ(entry.status, told.status) << entry.what;
    }
}

TEST_P(CalendarLaws, ADayDividesItInWhatComesBeforeAndFromThere) {
    const PlanCalendar whole = calendar();
    const Day day = any_day();
    const PlanCalendar before = calendar({}, add_days(day, -1));
    const PlanCalendar after = calendar(day);
    std::vector<CalendarEntry> both = before.dated;
    both.insert(both.end(), after.dated.begin(), after.dated.end());
    EXPECT_THAT(names_of(both), ElementsAreArray(names_of(whole.dated)));
    EXPECT_EQ(before.outside, after.dated.size());
    EXPECT_EQ(after.outside, before.dated.size());
    EXPECT_THAT(names_of(before.undated), ElementsAreArray(names_of(whole.undated))) << "zonder datum altijd";
}

TEST_P(CalendarLaws, GoesByDay) {
    const PlanCalendar whole = calendar();
    EXPECT_TRUE(std::ranges::is_sorted(whole.dated, {}, &CalendarEntry::day));
}

TEST_P(CalendarLaws, TheAgendaFileHoldsTheSameDays) {
    const PlanCalendar whole = calendar();
    const std::string text = to_icalendar(plan_, whole);
    std::vector<std::string> days;
    std::set<std::string> identities;
    const auto take = [&text](std::size_t at) { return text.substr(at, text.find('\r', at) - at); };
    const std::string start = "DTSTART;VALUE=DATE:";
    for (std::size_t at = text.find(start); at != std::string::npos; at = text.find(start, at + 1))
        days.push_back(take(at + start.size()));
    for (std::size_t at = text.find("UID:"); at != std::string::npos; at = text.find("UID:", at + 1))
        identities.insert(take(at));
    std::vector<std::string> expected;
    for (const CalendarEntry& entry : whole.dated) {
        expected.push_back(iso_text(*entry.day));
        std::erase(expected.back(), '-');
    }
    EXPECT_THAT(days, ElementsAreArray(expected));
    EXPECT_EQ(identities.size(), days.size());
}

TEST_P(CalendarLaws, OnlyWorkThatIsNotSettledIsLateOrDueBeforeThePlan) {
    for (const CalendarEntry& entry : all_of(calendar())) {
        const bool settled = entry.status == ActivityStatus::done || entry.status == ActivityStatus::dropped;
        const bool is_event = entry.kind == EntryKind::meeting || entry.kind == EntryKind::subsidy;
        const bool early = plan_.adopted && entry.day && *entry.day < *plan_.adopted;
        EXPECT_EQ(entry.state == EntryState::before_adoption, early && !settled && !is_event) << entry.what;
        const bool has_a_stand =
            entry.kind == EntryKind::activity || (entry.kind == EntryKind::row && entry.status.has_value());
        const bool past = entry.day && *entry.day < reference_;
        EXPECT_EQ(entry.state == EntryState::late, has_a_stand && past && !settled && !early) << entry.what;
    }
}

TEST_P(CalendarLaws, TheCountHoldsEveryEntry) {
    const PlanCalendar whole = calendar();
    std::int64_t total = 0;
    for (const auto& [state, by] : count_dated(whole)) {
        for (const std::int64_t count : by) total += count;
    }
    EXPECT_EQ(static_cast<std::size_t>(total), whole.dated.size());
}

INSTANTIATE_TEST_SUITE_P(Seeds, CalendarLaws, testing::Range(1U, 41U),
                         [](const auto& tested) { return "seed" + std::to_string(tested.param); });

}  // namespace
}  // namespace begroot::progress
