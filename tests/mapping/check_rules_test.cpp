#include "mapping/join.hpp"
#include "mapping/mapping_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot {
namespace {

using test::on_account;
using test::on_cost_unit;
using test::rule;
using test::target;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Plan one_goal(const std::string& printed = "€ 5") {
    return test::plan({test::speerpunt("1", {test::goal("1.1", printed)})});
}

std::vector<std::string> kinds_of(const Findings& findings) {
    std::vector<std::string> kinds;
    for (const Finding& finding : findings) kinds.push_back(finding.kind);
    return kinds;
}

TEST(CheckRules, IsSilentWhenEveryRuleIsUsedAndEveryGoalReached) {
    const Ledger ledger = test::ledger({{.account = "4425"}, {.account = "4430"}});
    const std::vector<Rule> rules{rule("doel", on_account("4425"), {{target("1.1")}}),
                                  rule("rest", on_account("4430"), {{target("buiten")}})};
    EXPECT_THAT(check_rules(one_goal(), rules, &ledger, nullptr), IsEmpty());
}

TEST(CheckRules, IsSilentWithoutFigures) { EXPECT_THAT(check_rules(one_goal(), {}, nullptr, nullptr), IsEmpty()); }

TEST(CheckRules, CountsWhereTwoRulesWithOtherDestinationsFit) {
    const Ledger ledger = test::ledger({{.account = "4425", .cost_unit = "A"},
                                        {.account = "4425", .cost_unit = "A"},
                                        {.account = "4425"},
                                        {.account = "1", .cost_unit = "A"}});
    const std::vector<Rule> rules{rule("rekening", on_account("4425"), {{target("1.1")}}),
                                  rule("drager", on_cost_unit("A"), {{target("buiten")}})};
    const Findings findings = check_rules(one_goal(), rules, &ledger, nullptr);
    ASSERT_THAT(kinds_of(findings), testing::ElementsAre("koppelregels_overlappen"));
    EXPECT_EQ(findings[0].severity, Severity::warning);
    EXPECT_EQ(findings[0].found, "2 regel(s) passen op \"rekening\" en ook op \"drager\"; de eerste koppelregel geldt");
    EXPECT_EQ(findings[0].place.cell, "J2");
}

TEST(CheckRules, DoesNotMindTwoRulesToTheSameDestination) {
    const Ledger ledger = test::ledger({{.account = "4425", .cost_unit = "A"}, {.account = "1", .cost_unit = "A"}});
    const std::vector<Rule> rules{rule("rekening", on_account("4425"), {{target("1.1")}}),
                                  rule("drager", on_cost_unit("A"), {{target("1.1")}})};
    EXPECT_THAT(check_rules(one_goal(), rules, &ledger, nullptr), IsEmpty());
}

TEST(CheckRules, NamesARuleThatFitsNothing) {
    const Ledger ledger = test::ledger({{.account = "4425"}, {.account = "1600", .side = Side::balance}});
    const std::vector<Rule> rules{rule("raak", on_account("4425"), {{target("1.1")}}),
                                  rule("balans", on_account("1600"), {{target("buiten")}})};
    const Findings findings = check_rules(one_goal(), rules, &ledger, nullptr);
    ASSERT_THAT(kinds_of(findings), testing::ElementsAre("koppelregel_past_nergens"));
    EXPECT_THAT(findings[0].found, HasSubstr("\"balans\""));
    EXPECT_EQ(findings[0].place.line, 20U);
}

TEST(CheckRules, FindsUseInTheBudgetAlone) {
    const Ledger ledger = test::ledger({{.account = "4000"}});
    const Budget budget = test::budget({{.account = "4425"}});
    const std::vector<Rule> rules{rule("begroting", on_account("4425"), {{target("1.1")}}),
                                  rule("rest", on_account("4000"), {{target("buiten")}})};
    EXPECT_THAT(check_rules(one_goal(), rules, &ledger, &budget), IsEmpty());
    EXPECT_THAT(check_rules(one_goal(), rules, nullptr, &budget), SizeIs(1));
}

TEST(CheckRules, SeesThatAGoalBehindACatchAllIsNeverReached) {
    const Ledger ledger = test::ledger({{.account = "4425"}});
    const std::vector<Rule> rules{rule("alles", on_account("*"), {{target("buiten")}}),
                                  rule("doel", on_account("4425"), {{target("1.1")}})};
    const Findings findings = check_rules(one_goal(), rules, &ledger, nullptr);
    ASSERT_THAT(kinds_of(findings),
                testing::ElementsAre("koppelregels_overlappen", "koppelregel_nooit_aan_de_beurt", "doel_onbereikbaar"));
    EXPECT_THAT(findings[1].found, HasSubstr("\"doel\""));
    EXPECT_EQ(findings[2].found, "geen koppelregel komt aan de beurt voor 1.1 (doel 1.1)");
}

TEST(CheckRules, CallsAnUnreachableGoalAWarningOnlyWhenMoneyIsPlanned) {
    const Ledger ledger = test::ledger({{}});
    const std::vector<Rule> rules{rule("rest", on_account("*"), {{target("buiten")}})};
    Findings findings = check_rules(one_goal("€ 5"), rules, &ledger, nullptr);
    ASSERT_THAT(kinds_of(findings), testing::ElementsAre("doel_onbereikbaar"));
    EXPECT_EQ(findings[0].severity, Severity::warning);
    findings = check_rules(one_goal("p.m."), rules, &ledger, nullptr);
    ASSERT_THAT(findings, SizeIs(1));
    EXPECT_EQ(findings[0].severity, Severity::notice);
}

TEST(CheckRules, ReachesAGoalThroughASplit) {
    const Ledger ledger = test::ledger({{}});
    const std::vector<Rule> rules{rule("deel", on_account("*"), {{target("buiten"), 1}, {target("1.1"), 1}})};
    EXPECT_THAT(check_rules(one_goal(), rules, &ledger, nullptr), IsEmpty());
}

}  // namespace
}  // namespace begroot
