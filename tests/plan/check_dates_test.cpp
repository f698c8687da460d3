#include "plan/check_plan.hpp"
#include "plan/plan_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

Plan with_action(const When& when, std::optional<ActivityStatus> status = std::nullopt) {
    Goal goal = test::goal("1.1", "--");
    Activity activity{"a", "afspraken maken"};
    activity.when = when;
    activity.status = status;
    activity.is_row = true;
    goal.activities = {activity};
    Plan plan = test::plan({test::speerpunt("1", {goal})});
    plan.date = Day{2025, 3, 1};
    return plan;
}

const When february{"1 februari 2025", WhenKind::day, {}, Day{2025, 2, 1}};

TEST(CheckDates, ReportsAnActionThatWasDueBeforeThePlan) {
    const Findings findings = check_dates(with_action(february));
    ASSERT_THAT(findings, SizeIs(1));
    EXPECT_EQ(findings[0].kind, "gereed_voor_vaststelling");
    EXPECT_EQ(findings[0].severity, Severity::warning);
    EXPECT_EQ(findings[0].expected, "een dag vanaf 01-03-2025 (datum van het document)");
}

TEST(CheckDates, TakesTheDayOfAdoptionBeforeThatOfTheDocument) {
    Plan plan = with_action(february);
    plan.adopted = Day{2025, 2, 1};
    EXPECT_THAT(check_dates(plan), IsEmpty());
    plan.adopted = Day{2025, 2, 2};
    EXPECT_EQ(check_dates(plan).at(0).expected, "een dag vanaf 02-02-2025 (vaststelling)");
}

TEST(CheckDates, SaysNothingOfWhatIsDoneOrDroppedOrHasNoDay) {
    EXPECT_THAT(check_dates(with_action(february, ActivityStatus::done)), IsEmpty());
    EXPECT_THAT(check_dates(with_action(february, ActivityStatus::dropped)), IsEmpty());
    EXPECT_THAT(check_dates(with_action(february, ActivityStatus::running)), SizeIs(1));
    EXPECT_THAT(check_dates(with_action({"Continu", WhenKind::ongoing, {}, {}})), IsEmpty());
    Plan undated = with_action(february);
    undated.date.reset();
    EXPECT_THAT(check_dates(undated), IsEmpty());
}

TEST(CheckDates, ReportsWordsThatContradictThemselvesWhereverTheyStand) {
    const When clash{"Drie keer per jaar (kwartaal)", WhenKind::frequency, {}, {}};
    Plan plan = with_action(clash);
    CalendarRow row;
    row.what = "rapportage";
    row.when = clash;
    plan.calendar = {row};
    plan.deadlines = {{"plan", clash, "rapportage", {}}};
    const Findings findings = check_dates(plan);
    ASSERT_THAT(findings, SizeIs(3));
    for (const Finding& finding : findings) EXPECT_EQ(finding.kind, "frequentie_tegenstrijdig");
}

TEST(CheckPlan, ReportsTextThatCouldNotBeReadAndWhatTheDatesSay) {
    Plan plan = with_action(february);
    plan.unreadable = {{{"Extra", "en j"}, "bladzijde 3", "half blok", {}}};
    const Findings findings = check_plan(plan);
    ASSERT_THAT(findings, SizeIs(2));
    EXPECT_EQ(findings[1].kind, "onleesbare_tekst");
    EXPECT_EQ(findings[1].severity, Severity::notice);
    EXPECT_EQ(findings[1].found, "\"Extra / en j\" (bladzijde 3): half blok");
}

}  // namespace
}  // namespace begroot
