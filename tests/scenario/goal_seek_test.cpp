#include "scenario/goal_seek.hpp"

#include "model/quantity.hpp"
#include "scenario/small_scenarios.hpp"

#include <cmath>
#include <random>

namespace begroot::scenario {

namespace {

using model::Change;
using testing::adjust;
using testing::partnership;
using testing::SmallModel;
using testing::value;

/// x in euros, n a bare number, p a percentage; y is what a test says of them.
SmallModel seesaw(const std::string& formula, const std::string& unit = "€") {
    SmallModel small(2025, 2028, 2025);
    small.driver("x", "€", {{2025, 100}}, "x[-1]");
    small.driver("n", "1", {{2025, 2}}, "n[-1]");
    small.driver("p", "%", {{2025, 0.5}}, "p[-1]");
    small.variable(model::VariableKind::calculation, "y", unit, formula);
    return small;
}

Found sought(const SmallModel& small, const std::string& goal, const std::string& knob,
             std::optional<double> least = std::nullopt, std::optional<double> most = std::nullopt) {
    const model::Graph graph = small.graph();
    const auto read_goal = parse_goal(goal, graph, small.definition);
    EXPECT_TRUE(read_goal.has_value()) << to_text(read_goal.error());
    auto read_knob = parse_knob(knob, graph, small.definition);
    EXPECT_TRUE(read_knob.has_value()) << to_text(read_knob.error());
    read_knob->least = least;
    read_knob->most = most;
    const auto found = seek(graph, small.definition, {}, *read_goal, *read_knob);
    EXPECT_TRUE(found.has_value()) << to_text(found.error());
    return found.value_or(Found{});
}

TEST(GoalSeek, SolvesALinearModelWithAsFewDecimalsAsItNeeds) {
    const Found found = sought(seesaw("3 * x + 10"), "y@2027=160", "x");
    EXPECT_EQ(found.value, 50);
    EXPECT_EQ(found.reached, 160);
    EXPECT_EQ(found.before, 310);
    EXPECT_EQ(found.present, 100);
    EXPECT_TRUE(found.others.empty());
    EXPECT_FALSE(found.flat.has_value());
    EXPECT_EQ(found.reason, "");
    const Found thirds = sought(seesaw("3 * x"), "y@2027=100", "x");
    EXPECT_EQ(thirds.value, 33.333);  // 99,999 is 100 to the cent
    EXPECT_NEAR(thirds.reached, 100, 0.005);
}

TEST(GoalSeek, SolvesAPercentage) {
    const Found found = sought(seesaw("x * p"), "y@2027=20", "p@2026-");
    EXPECT_EQ(found.value, 0.2);
    EXPECT_EQ(sought(seesaw("p * 2", "%"), "y@2027=3%", "p").value, 0.015);
}

TEST(GoalSeek, GoesFarOutwardsOnBothSides) {
    EXPECT_EQ(sought(seesaw("x"), "y@2027=1.234.567,89", "x").value, 1234567.89);
    const Found found = sought(seesaw("x"), "y@2027=-1.234.567,89", "x");
    EXPECT_EQ(found.value, -1234567.89);
    EXPECT_EQ(found.reason, "alleen een waarde onder nul haalt het");
}

TEST(GoalSeek, StartsFromNothingWhenTheKnobIsZero) {
    SmallModel small(2025, 2028, 2025);
    small.line("onttrekking", Side::income, "3.5", "0");
    small.item("vermogen", "2.1", "vermogen[-1] + resultaat", {{2024, 1000}});
    const Found found = sought(small, "vermogen@2028=51.000", "onttrekking@2026-2028");
    // 50.000 over three years is not whole in cents: the target jumps three cents at a time
    EXPECT_EQ(found.value, std::nullopt);
    EXPECT_EQ(found.nearest, 16666.67);
    EXPECT_EQ(found.reached, 51000.01);
    EXPECT_EQ(found.reason, "vermogen@2028 springt tussen 16.666,66 en 16.666,67 van 50.999,98 naar 51.000,01");
    const Found whole = sought(small, "vermogen@2028=61.000", "onttrekking@2026-2028");
    EXPECT_EQ(whole.value, 20000);
    ASSERT_EQ(whole.moved.size(), 2U);
    const model::Graph graph = small.graph();
    EXPECT_EQ(graph.series[whole.moved[0].series].name, "resultaat");
    EXPECT_EQ(whole.moved[0].before, 0);
    EXPECT_EQ(whole.moved[0].after, 20000);
    EXPECT_EQ(graph.series[whole.moved[1].series].name, "vermogen");
    EXPECT_EQ(whole.moved[1].before, 1000);
    EXPECT_EQ(whole.moved[1].after, 61000);
}

TEST(GoalSeek, GivesEverySolutionTheNearestFirst) {
    const Found found = sought(seesaw("(n - 3) * (n - 7) * (n - 20) * x"), "y@2027=0", "n", 0, 40);
    EXPECT_EQ(found.value, 3);
    EXPECT_EQ(found.others, (std::vector<double>{7, 20}));
    EXPECT_EQ(found.least, 0);
    EXPECT_EQ(found.most, 40);
}

TEST(GoalSeek, FindsWhereATargetOnlyTouchesTheGoal) {
    const Found found = sought(seesaw("(n - 7,123) ^ 2 * x"), "y@2027=0", "n", 0, 40);
    ASSERT_TRUE(found.value.has_value()) << found.reason;
    EXPECT_NEAR(*found.value, 7.123, 0.01);
    EXPECT_EQ(std::round(found.reached * 100), 0);
}

TEST(GoalSeek, GivesTheNearestEndOfAFlatStretch) {
    const Found found = sought(seesaw("max(0; x - 40)"), "y@2027=0", "x");
    EXPECT_EQ(found.value, 40);
    ASSERT_TRUE(found.flat.has_value());
    EXPECT_EQ(found.flat->second, 40);
    EXPECT_EQ(found.reason, "het doel geldt van 0 tot en met 40 en misschien verder");
    const Found between = sought(seesaw("max(0; x - 400) + min(0; x - 300)"), "y@2027=0", "x");
    EXPECT_EQ(between.value, 300);
    EXPECT_EQ(between.flat, std::pair(300.0, 400.0));
    EXPECT_EQ(between.reason, "het doel geldt van 300 tot en met 400");
}

TEST(GoalSeek, LeavesAKnobThatAlreadyReachesTheGoal) {
    const Found found = sought(seesaw("max(0; x - 400)"), "y@2027=0", "x");
    EXPECT_EQ(found.value, 100);
    EXPECT_EQ(found.reason, "het doel is al bereikt; het doel geldt van 0 tot en met 400 en misschien verder");
}

TEST(GoalSeek, TakesAWholeStepOfARoundingAsFlat) {
    const Found found = sought(seesaw("omhoog(n) * x"), "y@2027=500", "n");
    EXPECT_EQ(found.value, 4.000001);
    EXPECT_EQ(found.flat, std::pair(4.000001, 5.0));
    EXPECT_EQ(found.reason, "het doel geldt van 4,000001 tot en met 5");
}

TEST(GoalSeek, TellsWhereATargetJumpsOverTheGoal) {
    const Found found = sought(seesaw("omhoog(n) * x"), "y@2027=450", "n");
    EXPECT_EQ(found.value, std::nullopt);
    EXPECT_EQ(found.nearest, 4);
    EXPECT_EQ(found.reached, 400);
    EXPECT_EQ(found.reason, "y@2027 springt bij 4 van 400 naar 500");
}

TEST(GoalSeek, TellsThatTheTargetDoesNotRestOnTheKnob) {
    const Found found = sought(seesaw("x * 2"), "y@2027=450", "n");
    EXPECT_EQ(found.value, std::nullopt);
    EXPECT_EQ(found.reason, "y@2027 rust niet op n in deze jaren");
    EXPECT_EQ(found.reached, 200);
    EXPECT_TRUE(found.moved.empty());
    // another year's value does not reach it either
    EXPECT_EQ(sought(seesaw("x * 2"), "y@2027=450", "x@2028").reason, "y@2027 rust niet op x in deze jaren");
}

TEST(GoalSeek, TellsThatTheTargetDoesNotMoveWithinTheBounds) {
    const Found found = sought(seesaw("max(x; n * 10)"), "y@2027=450", "n", 0, 5);
    EXPECT_EQ(found.reason, "y@2027 beweegt niet met n van 0 tot en met 5");
    EXPECT_EQ(found.reached, 100);
    const Found any = sought(seesaw("max(x; n * 10)"), "y@2027=100", "n", 0, 5);
    EXPECT_EQ(any.value, 2);
    EXPECT_EQ(any.reason, "het doel is al bereikt; y@2027 is dit bij elke waarde van 0 tot en met 5");
}

TEST(GoalSeek, TellsThatNoValueReachesTheGoalAndWhichComesNearest) {
    const Found found = sought(seesaw("n ^ 2 * x"), "y@2027=-1.000", "n");
    EXPECT_EQ(found.value, std::nullopt);
    EXPECT_EQ(found.nearest, 0);
    EXPECT_EQ(found.reached, 0);
    EXPECT_EQ(found.reason, "y@2027 komt bij geen enkele waarde van -1.000.000.000 tot en met 1.000.000.000 op -1.000");
    const Found bounded = sought(seesaw("3 * x"), "y@2027=160", "x", 0, 40);
    EXPECT_EQ(bounded.nearest, 40);
    EXPECT_EQ(bounded.reason, "y@2027 komt bij geen enkele waarde van 0 tot en met 40 op 160");
    const Found nowhere = sought(seesaw("n / (n - n) * x"), "y@2027=160", "n", -1, 1);
    EXPECT_EQ(nowhere.nearest, std::nullopt);
    EXPECT_EQ(nowhere.reason, "y@2027 is bij geen enkele waarde van -1 tot en met 1 te berekenen");
}

TEST(GoalSeek, SeeksFirstWithinThePlausibleRangeAndSaysWhenItLeavesIt) {
    SmallModel small = seesaw("(n - 1,9) * (n - 2,5) * x");
    small.definition.variables[1].range =
        model::PlausibleRange{{Change::Kind::add, -0.2}, {Change::Kind::add, 0.2}, {}};
    const Found inside = sought(small, "y@2027=0", "n");
    EXPECT_EQ(inside.value, 1.9);
    EXPECT_TRUE(inside.others.empty());
    EXPECT_EQ(inside.least, 1.8);
    EXPECT_EQ(inside.most, 2.2);
    const Found outside = sought(small, "y@2027=135", "n@2027");  // -0,9 * -1,5 * 100
    EXPECT_EQ(outside.value, 1);
    EXPECT_EQ(outside.reason, "buiten het bereik van de aanname, 1,8 tot en met 2,2");
}

TEST(GoalSeek, KeepsToABoundOnOneSide) {
    const SmallModel small = seesaw("(n - 1) * (n + 5) * x");
    EXPECT_EQ(sought(small, "y@2027=0", "n").value, 1);
    EXPECT_EQ(sought(small, "y@2027=0", "n", std::nullopt, 0).value, -5);
    EXPECT_EQ(sought(small, "y@2027=0", "n", 0.5).value, 1);
    const Found above = sought(small, "y@2027=0", "n", 1.5);
    EXPECT_EQ(above.value, std::nullopt);
    EXPECT_EQ(above.nearest, 1.5);
    EXPECT_EQ(above.least, 1.5);
    const Found far = sought(small, "y@2027=0", "n", std::nullopt, -1e9);
    EXPECT_EQ(far.nearest, -1e9);
    EXPECT_EQ(far.most, -1e9);
}

TEST(GoalSeek, GoesRoundWhatCannotBeComputed) {
    const Found found = sought(seesaw("x / n"), "y@2027=25", "n", -10, 10);
    EXPECT_EQ(found.value, 4);
    EXPECT_TRUE(found.others.empty());
}

TEST(GoalSeek, WorksOnTopOfAScenario) {
    const SmallModel small = seesaw("n * x");
    const model::Graph graph = small.graph();
    const std::vector<Adjustment> base{adjust(small, graph, "x=50"), adjust(small, graph, "n=9")};
    const auto goal = parse_goal("y@2027=150", graph, small.definition).value();
    const auto found = seek(graph, small.definition, base, goal, parse_knob("n", graph, small.definition).value());
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->value, 3);
    EXPECT_EQ(found->present, 9);
    EXPECT_EQ(found->before, 450);
}

TEST(GoalSeek, RefusesWhatItCannotSeek) {
    const SmallModel small = partnership();
    const model::Graph graph = small.graph();
    const auto goal = [&](const std::string& text) {
        const auto read = parse_goal(text, graph, small.definition);
        return read ? "gelezen" : to_text(read.error());
    };
    const auto knob = [&](const std::string& text) {
        const auto read = parse_knob(text, graph, small.definition);
        return read ? "gelezen" : to_text(read.error());
    };
    EXPECT_EQ(goal("resultaat@2029"),
              "\"resultaat@2029\" is geen doel (verwacht: een cijfer in een jaar en wat het moet worden, bijvoorbeeld "
              "eigen_vermogen@2029=500.000).");
    EXPECT_EQ(goal("resultaat@2029=2%"),
              "\"resultaat@2029=2%\": \"2%\" is niet wat resultaat@2029 kan worden (verwacht: een bedrag, bijvoorbeeld "
              "12.938,34).");
    EXPECT_EQ(goal("resultat@2029=0"), "\"resultat@2029\": \"resultat\" bestaat niet (verwacht: \"resultaat\").");
    EXPECT_EQ(goal(" resultaat@2029 = -5.000 "), "gelezen");
    EXPECT_EQ(knob("resultaat"),
              "\"resultaat\" is een totaal (verwacht: een aanname, berekening, regel of balanspost).");
    EXPECT_EQ(knob("deelname.lag@2026-"),
              "\"deelname.lag@2026-\": \"lag\" is geen lid van deelname (verwacht: \"laag\").");
    EXPECT_EQ(knob("staf@26"),
              "\"staf@26\": \"26\" is geen jaar (verwacht: een jaar van vier cijfers, bijvoorbeeld @2026).");
    EXPECT_EQ(knob("staf@2029-2028"),
              "\"staf@2029-2028\": de jaren lopen van 2029 terug naar 2028 (verwacht: een eerste "
              "jaar dat niet na het laatste ligt).");
    const auto target = parse_goal("resultaat@2029=0", graph, small.definition).value();
    Knob staff = parse_knob("staf@2024", graph, small.definition).value();
    EXPECT_EQ(
        to_text(seek(graph, small.definition, {}, target, staff).error()),
        "\"staf@2024\": staf heeft in deze jaren geen cijfer (verwacht: jaren waarin het model dit cijfer gebruikt).");
    staff = parse_knob("staf", graph, small.definition).value();
    staff.least = 5;
    staff.most = 4;
    EXPECT_EQ(to_text(seek(graph, small.definition, {}, target, staff).error()),
              "de grenzen lopen van 5 tot 4 (verwacht: een ondergrens onder de bovengrens).");
}

class GoalSeekLaw : public ::testing::TestWithParam<unsigned> {};

TEST_P(GoalSeekLaw, WhatIsFoundGivesTheGoalToTheCentWhenPutBack) {
    const SmallModel small = partnership();
    const model::Graph graph = small.graph();
    std::mt19937 random(GetParam());
    struct Turn {
        const char* knob;
        double typical;
    };
    constexpr Turn turns[] = {{"leerlingen@2026-", 9000}, {"bedrag", 700},        {"index", 1.2},
                              {"deelname.laag", 0.02},    {"tarief.hoog", 30000}, {"staf@2027", 300000},
                              {"deelname", 0.005},        {"schulden@2026", 3e5}};
    for (const Turn& turned : turns) {
        Knob knob = parse_knob(turned.knob, graph, small.definition).value();
        const double secret =
            std::round(turned.typical * (0.5 + static_cast<double>(random() % 1000) / 500) * 1e4) / 1e4;
        const char* targets[] = {"eigen_vermogen@2030", "resultaat@2028", "liquide_middelen@2029"};
        Goal goal;
        goal.target = parse_target(targets[random() % 3], graph).value();
        const std::string name(graph.series[goal.target.series].name);
        goal.wanted = value(graph, {turn(knob, secret)}, name, goal.target.year);
        const bool moves = goal.wanted != value(graph, {}, name, goal.target.year);
        const auto found = seek(graph, small.definition, {}, goal, knob);
        ASSERT_TRUE(found.has_value());
        ASSERT_TRUE(found->value.has_value()) << turned.knob << " " << goal.target.text << ": " << found->reason;
        // as a person would: written down, and given as a change
        const std::string written = to_text(turn(knob, *found->value), small.definition);
        EXPECT_EQ(value(graph, {adjust(small, graph, written)}, name, goal.target.year), goal.wanted) << written;
        EXPECT_EQ(found->reached, goal.wanted) << written;
        EXPECT_EQ(found->moved.empty(), !moves) << written;
        for (const double other : found->others)
            EXPECT_EQ(value(graph, {turn(knob, other)}, name, goal.target.year), goal.wanted) << written;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, GoalSeekLaw, ::testing::Range(1U, 11U));

}  // namespace

}  // namespace begroot::scenario
