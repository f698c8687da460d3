#include "plan/indicator.hpp"
#include "plan/plan_builder.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

Goal project(const std::string& code, std::optional<std::int64_t> granted, std::optional<std::int64_t> used) {
    Goal made = test::goal(code, "");
    made.level = GoalLevel::project;
    made.hours = Hours{granted, used, std::nullopt, ""};
    return made;
}

Goal with_outcome(const std::string& code, std::optional<Reached> reached) {
    Goal made = test::goal(code, "--");
    if (reached) made.outcome = Outcome{*reached, std::nullopt, ""};
    return made;
}

Indicator share(Computation computed, const char* target) {
    Indicator indicator;
    indicator.at = "plan";
    indicator.computed = computed;
    indicator.target = parse_indicator_value(target);
    return indicator;
}

TEST(Progress, CountsGoalsThatAreSaidAndThoseThatAreNot) {
    Goal of_schools = with_outcome("1.5", Reached::yes);
    of_schools.level = GoalLevel::school_goal;
    const Plan plan = test::plan(
        {test::speerpunt("1", {with_outcome("1.1", Reached::yes), with_outcome("1.2", Reached::partly),
                               with_outcome("1.3", Reached::no), with_outcome("1.4", std::nullopt), of_schools})});
    EXPECT_EQ(count_goals_reached(plan), (ShareCount{1, 2, 1}));
    EXPECT_EQ(share_of(count_goals_reached(plan)), (IndicatorValue{333'300, true}));
}

TEST(Progress, NeverTakesNothingSaidForZero) {
    const Plan plan = test::plan({test::speerpunt("1", {test::goal("1.1", "--")})});
    EXPECT_FALSE(share_of(count_goals_reached(plan)));
    const Progress progress = progress_of(plan, share(Computation::goals_reached, "75%"));
    EXPECT_FALSE(progress.value);
    EXPECT_EQ(progress.verdict, Verdict::unknown);
    EXPECT_EQ(progress.reason, "van 1 is het niet gezegd");
}

TEST(Progress, CountsProjectsWithinTheirHours) {
    const Plan plan = test::plan({test::speerpunt("1", {project("1.1", 10'000, 10'000), project("1.2", 10'000, 10'001),
                                                        project("1.3", 10'000, {}), project("1.4", {}, 5)})});
    EXPECT_EQ(count_within_hours(plan), (ShareCount{1, 1, 2}));
}

TEST(Progress, TakesAProjectWithoutHoursForUnknownAndAGoalWithoutThemForNone) {
    Goal silent = test::goal("1.1", "");
    silent.level = GoalLevel::project;
    const Plan plan = test::plan({test::speerpunt("1", {silent, test::goal("1.2", "")})});
    EXPECT_EQ(count_within_hours(plan), (ShareCount{0, 0, 1}));
}

TEST(Progress, IsSettledWhenWhatIsNotSaidCannotChangeIt) {
    const auto plan_of = [](int yes, int no, int unknown) {
        std::vector<Goal> goals;
        const auto add = [&goals](int count, std::optional<Reached> reached) {
            for (int i = 0; i < count; ++i)
                goals.push_back(with_outcome("1." + std::to_string(goals.size() + 1), reached));
        };
        add(yes, Reached::yes);
        add(no, Reached::no);
        add(unknown, std::nullopt);
        return test::plan({test::speerpunt("1", goals)});
    };
    const Indicator indicator = share(Computation::goals_reached, "75%");
    EXPECT_EQ(progress_of(plan_of(3, 1, 0), indicator).verdict, Verdict::reached);
    EXPECT_EQ(progress_of(plan_of(2, 1, 0), indicator).verdict, Verdict::not_reached);
    EXPECT_EQ(progress_of(plan_of(3, 0, 1), indicator).verdict, Verdict::reached);
    EXPECT_EQ(progress_of(plan_of(2, 0, 2), indicator).verdict, Verdict::unknown);
    EXPECT_EQ(progress_of(plan_of(0, 2, 2), indicator).verdict, Verdict::not_reached);
    EXPECT_EQ(progress_of(plan_of(0, 0, 0), indicator).reason, "er is niets om te tellen");
}

struct Measured {
    std::optional<Direction> direction;
    const char* baseline;
    const char* target;
    const char* value;
    Verdict verdict;
};

class Measurements : public testing::TestWithParam<Measured> {};

TEST_P(Measurements, AreComparedInTheDirectionOfTheGoal) {
    const Measured& asked = GetParam();
    Indicator indicator;
    indicator.direction = asked.direction;
    indicator.baseline = parse_indicator_value(asked.baseline);
    indicator.target = parse_indicator_value(asked.target);
    indicator.measurements = {{{2025, 1, 1}, {0, false}, ""}, {{2025, 6, 30}, *parse_indicator_value(asked.value), ""}};
    const Progress progress = progress_of(test::plan({}), indicator);
    EXPECT_EQ(progress.verdict, asked.verdict) << asked.value;
    EXPECT_EQ(progress.on, (Day{2025, 6, 30}));
    EXPECT_EQ(progress.reason.empty(), asked.verdict != Verdict::unknown);
}

INSTANTIATE_TEST_SUITE_P(Values, Measurements,
                         testing::Values(Measured{Direction::at_least, "", "75", "75", Verdict::reached},
                                         Measured{Direction::at_least, "", "75", "74,9999", Verdict::not_reached},
                                         Measured{Direction::at_most, "", "10", "10", Verdict::reached},
                                         Measured{Direction::at_most, "", "10", "11", Verdict::not_reached},
                                         Measured{Direction::exactly, "", "10", "11", Verdict::not_reached},
                                         Measured{Direction::exactly, "", "10", "10", Verdict::reached},
                                         Measured{Direction::lower, "40", "", "39", Verdict::reached},
                                         Measured{Direction::lower, "40", "", "40", Verdict::not_reached},
                                         Measured{Direction::higher, "40", "", "41", Verdict::reached},
                                         Measured{Direction::higher, "40", "50", "41", Verdict::not_reached},
                                         Measured{Direction::lower, "", "", "3", Verdict::unknown},
                                         Measured{Direction::at_least, "3", "", "3", Verdict::unknown},
                                         Measured{std::nullopt, "3", "4", "5", Verdict::unknown}));

TEST(Progress, IsUnknownWithoutAMeasurement) {
    Indicator indicator;
    indicator.direction = Direction::at_least;
    indicator.target = parse_indicator_value("50%");
    const Progress progress = progress_of(test::plan({}), indicator);
    EXPECT_EQ(progress.verdict, Verdict::unknown);
    EXPECT_EQ(progress.reason, "niet gemeten");
    EXPECT_STREQ(verdict_name(progress.verdict), "niet bekend");
}

}  // namespace
}  // namespace begroot
