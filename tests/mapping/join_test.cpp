#include "mapping/join.hpp"

#include "mapping/mapping_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot {
namespace {

using test::on_account;
using test::rule;
using test::target;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::int64_t> cents_of(const std::vector<PostingPart>& parts) {
    std::vector<std::int64_t> cents;
    for (const PostingPart& part : parts) cents.push_back(part.amount.cents());
    return cents;
}

std::vector<std::int64_t> cents_of(const MonthAmounts& months) {
    std::vector<std::int64_t> cents;
    for (const Money month : months) cents.push_back(month.cents());
    return cents;
}

TEST(JoinPostings, LetsTheFirstRuleThatFitsDecide) {
    const Ledger ledger = test::ledger({{.cents = 500, .account = "4425"}});
    const std::vector<Rule> rules{rule("nauw", on_account("4425"), {{target("1.1")}}),
                                  rule("ruim", on_account("4*"), {{target("2.1")}})};
    const auto parts = join_postings(ledger, rules);
    ASSERT_THAT(parts, SizeIs(1));
    EXPECT_EQ(parts[0].rule, 0U);
    EXPECT_EQ(target_of(parts[0], rules).goal, GoalId("1.1"));
    const std::vector<Rule> turned_rules{rules[1], rules[0]};
    const auto turned = join_postings(ledger, turned_rules);
    EXPECT_EQ(target_of(turned[0], turned_rules).goal, GoalId("2.1"));
}

TEST(JoinPostings, KeepsWhatNoRuleFits) {
    const auto parts = join_postings(test::ledger({{.cents = 736, .account = "4999"}}),
                                     {rule("een", on_account("4425"), {{target("1.1")}})});
    ASSERT_THAT(parts, SizeIs(1));
    EXPECT_FALSE(parts[0].rule);
    EXPECT_EQ(target_of(parts[0], {}).kind, TargetKind::unassigned);
    EXPECT_EQ(parts[0].amount, Money::from_cents(736));
}

TEST(JoinPostings, GivesNoPartToABalancePosting) {
    const auto parts = join_postings(test::ledger({{.account = "1600", .side = Side::balance}}),
                                     {rule("alles", on_account("*"), {{target("1.1")}})});
    EXPECT_THAT(parts, IsEmpty());
}

TEST(JoinPostings, SplitsByPercentWithTheLastCentToTheLargestRemainder) {
    const std::vector<Rule> rules{
        rule("60 om 40", on_account("*"), {{target("1.1"), 600'000}, {target("1.2"), 400'000}})};
    // 60% of 1,01 is 0,606 and 40% is 0,404: the left-over cent goes to the first
    EXPECT_THAT(cents_of(join_postings(test::ledger({{.cents = 101}}), rules)), ElementsAre(61, 40));
    EXPECT_THAT(cents_of(join_postings(test::ledger({{.cents = -101}}), rules)), ElementsAre(-61, -40));
}

TEST(JoinPostings, SplitsByAmountsInProportion) {
    const std::vector<Rule> rules{
        rule("38 om 10", on_account("*"), {{target("6.1"), 3'800'000}, {target("6.3"), 1'000'000}})};
    // 100,00 x 38/48 = 79,1666… and x 10/48 = 20,8333…
    EXPECT_THAT(cents_of(join_postings(test::ledger({{.cents = 10'000}}), rules)), ElementsAre(7'917, 2'083));
}

TEST(JoinPostings, PointsEveryPartToItsPosting) {
    const std::vector<Rule> rules{rule("half", on_account("4*"), {{target("1.1"), 1}, {target("2.1"), 1}})};
    const auto parts = join_postings(
        test::ledger({{.account = "1600", .side = Side::balance}, {.cents = 5}, {.cents = 7, .account = "9"}}), rules);
    ASSERT_THAT(parts, SizeIs(3));
    EXPECT_EQ(parts[0].posting, 1U);
    EXPECT_EQ(parts[1].posting, 1U);
    EXPECT_EQ(parts[2].posting, 2U);
    EXPECT_THAT(cents_of(parts), ElementsAre(3, 2, 7));
}

TEST(JoinPostings, SkipsARuleForTheBudget) {
    std::vector<Rule> rules{rule("begroting", on_account("*"), {{target("1.1")}})};
    rules[0].applies_to = AppliesTo::budget;
    EXPECT_FALSE(join_postings(test::ledger({{}}), rules)[0].rule);
    EXPECT_TRUE(join_budget(test::budget({{}}), rules)[0].rule);
}

TEST(JoinBudget, CountsIncomeNegativeAndExpensePositive) {
    const auto parts = join_budget(test::budget({{.cents = 700, .side = Side::income}, {.cents = 300}}), {});
    ASSERT_THAT(parts, SizeIs(2));
    EXPECT_EQ(parts[0].year, Money::from_cents(-700));
    EXPECT_EQ(parts[1].year, Money::from_cents(300));
    EXPECT_FALSE(parts[0].months);
}

TEST(JoinBudget, SplitsMonthsSoThatBothWaysAddUp) {
    const std::vector<Rule> rules{rule("half", on_account("*"), {{target("1.1"), 1}, {target("2.1"), 1}})};
    // every month one cent: the halves take it in turns, and both have 6 cents in the year
    const auto parts = join_budget(test::budget({{.cents = 12, .months = std::vector<std::int64_t>(12, 1)}}), rules);
    ASSERT_THAT(parts, SizeIs(2));
    EXPECT_THAT(cents_of(*parts[0].months), ElementsAre(1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0));
    EXPECT_THAT(cents_of(*parts[1].months), ElementsAre(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1));
    EXPECT_EQ(parts[0].year, Money::from_cents(6));
    EXPECT_EQ(parts[1].year, Money::from_cents(6));
}

TEST(JoinBudget, TurnsTheMonthsOfIncomeToo) {
    const auto parts = join_budget(test::budget({{.cents = 3, .months = {1, 2}, .side = Side::income}}),
                                   {rule("een", on_account("*"), {{target("1.1")}})});
    EXPECT_THAT(cents_of(*parts[0].months), ElementsAre(-1, -2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    EXPECT_EQ(parts[0].year, Money::from_cents(-3));
}

TEST(Join, GivesNothingForNothing) {
    EXPECT_THAT(join_postings({}, {}), IsEmpty());
    EXPECT_THAT(join_budget({}, {}), IsEmpty());
}

}  // namespace
}  // namespace begroot
