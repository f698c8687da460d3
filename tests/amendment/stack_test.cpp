#include "amendment/stack.hpp"

#include "amendment/version.hpp"
#include "amendment/version_builder.hpp"

#include <gtest/gtest.h>

namespace begroot::test {
namespace {

Plan two_goals() {
    return plan({speerpunt("1", {goal("1.1", "€ 12.000 eerste"), goal("1.2", "p.m."), goal("1.3", "--")}),
                 speerpunt("2", {goal("2.1", "")})});
}

const PlanAmount& amount_in(const BudgetState& state, const std::string& code) {
    return find_goal(state.plan, GoalId(code))->amount;
}

TEST(VersionStack, KeepsEveryStateBesideTheOthers) {
    const auto budget = stack_versions(two_goals(), {version("wijziging-1", {2025, 3, 1}, {adds("1.1", 3'000)}),
                                                     version("wijziging-2", {2025, 6, 1}, {adds("1.1", -5'000)})});
    ASSERT_TRUE(budget.has_value());
    ASSERT_EQ(budget->states.size(), 3U);
    EXPECT_EQ(budget->states[0].code, "primitief");
    EXPECT_EQ(number(amount_in(budget->states[0], "1.1")), Money::from_euros(12'000));
    EXPECT_EQ(number(amount_in(budget->states[1], "1.1")), Money::from_euros(15'000));
    EXPECT_EQ(number(amount_in(budget->states[2], "1.1")), Money::from_euros(10'000));
    EXPECT_EQ(amount_in(budget->states[2], "1.1").printed, "€ 12.000 eerste");
}

TEST(VersionStack, CountsProMemorieAsNothing) {
    const auto budget = stack_versions(two_goals(), {version("w1", {2025, 3, 1}, {adds("1.2", 500)})});
    ASSERT_TRUE(budget.has_value());
    ASSERT_EQ(budget->changes.size(), 1U);
    EXPECT_EQ(kind(amount_in(budget->states[0], "1.2")), AmountKind::pro_memorie);
    EXPECT_EQ(number(amount_in(budget->states[1], "1.2")), Money::from_euros(500));
    EXPECT_EQ(budget->changes[0].before, AmountKind::pro_memorie);
    EXPECT_EQ(budget->changes[0].amount, Money::from_euros(500));
}

TEST(VersionStack, TakesWhatTheAmountBecomes) {
    const auto budget =
        stack_versions(two_goals(), {version("w1", {2025, 3, 1}, {becomes("1.1", "€ 9.000"), becomes("1.3", "€ 0")}),
                                     version("w2", {2025, 4, 1}, {becomes("1.1", "p.m.")})});
    ASSERT_TRUE(budget.has_value());
    EXPECT_EQ(budget->changes[0].amount, Money::from_euros(-3'000));
    EXPECT_EQ(kind(amount_in(budget->states[1], "1.3")), AmountKind::zero);
    EXPECT_EQ(budget->changes[2].amount, Money::from_euros(-9'000));
    EXPECT_EQ(kind(amount_in(budget->states[2], "1.1")), AmountKind::pro_memorie);
    EXPECT_EQ(amount_in(budget->states[2], "1.1").printed, "p.m.");
}

TEST(VersionStack, MovesThePartWhereItIsBooked) {
    Plan split = two_goals();
    split.speerpunten[0].goals[0].amount.booked = {{SpeerpuntId("1"), Money::from_euros(8'000)},
                                                   {SpeerpuntId("2"), Money::from_euros(4'000)}};
    Mutation elsewhere = adds("1.1", -1'000);
    elsewhere.booked_at = SpeerpuntId("2");
    const auto budget = stack_versions(split, {version("w1", {2025, 3, 1}, {elsewhere})});
    ASSERT_TRUE(budget.has_value());
    const auto& booked = amount_in(budget->states[1], "1.1").booked;
    EXPECT_EQ(booked[0].amount, Money::from_euros(8'000));
    EXPECT_EQ(booked[1].amount, Money::from_euros(3'000));
}

TEST(VersionStack, RefusesLessThanNothing) {
    const auto budget = stack_versions(two_goals(), {version("w1", {2025, 3, 1}, {adds("1.1", -12'001)})});
    ASSERT_FALSE(budget.has_value());
    EXPECT_EQ(budget.error().front().found, "doel 1.1 komt op € -1; voor deze mutatie stond er € 12.000");
    EXPECT_EQ(budget.error().front().place.line, 30U);
}

TEST(VersionStack, RefusesLessThanNothingWhereItIsBooked) {
    Mutation elsewhere = adds("1.1", -100);
    elsewhere.booked_at = SpeerpuntId("2");
    const auto budget = stack_versions(two_goals(), {version("w1", {2025, 3, 1}, {elsewhere})});
    ASSERT_FALSE(budget.has_value());
    EXPECT_NE(budget.error().front().found.find("bij speerpunt 2"), std::string::npos);
}

TEST(VersionStack, RefusesWhatIsTooLarge) {
    const auto budget = stack_versions(two_goals(), {version("w1", {2025, 3, 1}, {adds("1.1", 10'000'000'000)})});
    ASSERT_FALSE(budget.has_value());
    EXPECT_NE(budget.error().front().expected.find("ten hoogste"), std::string::npos);
}

TEST(VersionStack, RefusesAGoalThatThePlanDoesNotHave) {
    EXPECT_FALSE(stack_versions(two_goals(), {version("w1", {2025, 3, 1}, {adds("9.9", 1)})}).has_value());
}

TEST(VersionStack, LeavesThePlanAloneOutsideIt) {
    Mutation income;
    income.side = Side::income;
    income.amount = Money::from_euros(700);
    const auto budget = stack_versions(two_goals(), {version("w1", {2025, 3, 1}, {income})});
    ASSERT_TRUE(budget.has_value());
    EXPECT_EQ(changes_in(*budget, 0).size(), 0U);
    EXPECT_EQ(changes_in(*budget, 1).front().amount, Money::from_euros(700));
}

TEST(VersionStack, KnowsWhichStateIsInForce) {
    const auto budget = stack_versions(
        two_goals(), {version("w1", {2025, 3, 31}, {adds("1.1", 1)}), version("w2", {2025, 6, 1}, {adds("1.1", 1)})});
    ASSERT_TRUE(budget.has_value());
    EXPECT_EQ(state_in_force(*budget, {2025, 3, 30}), 0U);
    EXPECT_EQ(state_in_force(*budget, {2025, 3, 31}), 1U);
    EXPECT_EQ(state_in_force(*budget, {2025, 5, 31}), 1U);
    EXPECT_EQ(state_in_force(*budget, {2025, 12, 31}), 2U);
}

}  // namespace
}  // namespace begroot::test
