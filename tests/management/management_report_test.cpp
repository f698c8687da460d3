#include "management/management_report.hpp"

#include "management/report_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::management {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> kinds_of(const Findings& findings) {
    std::vector<std::string> kinds;
    for (const Finding& finding : findings) {
        if (finding.kind.starts_with("afwijking") || finding.kind.starts_with("cijfers")) kinds.push_back(finding.kind);
    }
    return kinds;
}

Reported with_threshold() {
    Reported reported;
    reported.rules.threshold = Threshold{Money::from_euros(30), std::nullopt, false};
    reported.explanations = parse_explanations(
        "## 1.2 M3\nDe scholing is begonnen.\n## buiten_jaarplan M3\nDe bekostiging kwam later.\n## 1.1 M8\nLater.\n"
        "## 2.1 M3\nDe factuur volgt.\n",
        "toelichtingen.md");
    return reported;
}

TEST(ManagementReport, AsksForWordsOnlyWhereTheDeviationIsLarge) {
    Reported reported = with_threshold();
    reported.office.rules.push_back(
        report::test::rule("1.3", report::test::on_account("4999"), {{report::test::target("1.3")}}));
    reported.office.join();
    const ManagementReport report = reported.report();
    EXPECT_FALSE(line_of(report, "1.1").judgement.must_be_explained) << "precies begroot";
    EXPECT_TRUE(line_of(report, "1.2").judgement.must_be_explained) << "40 zonder begroting";
    EXPECT_FALSE(line_of(report, "1.3").judgement.must_be_explained) << "7 zonder begroting";
    EXPECT_FALSE(line_of(report, "1").judgement.must_be_explained) << "een speerpunt is een som";
    EXPECT_THAT(line_of(report, "1.2").explanation, ElementsAre("De scholing is begonnen."));
    EXPECT_TRUE(line_of(report, "1.1").explanation.empty()) << "die is van M8";
}

TEST(ManagementReport, ReportsALargeDeviationWithoutWords) {
    Reported reported = with_threshold();
    EXPECT_THAT(kinds_of(reported.report().findings), ElementsAre());
    reported.explanations.list.erase(reported.explanations.list.begin());
    const ManagementReport report = reported.report();
    ASSERT_THAT(kinds_of(report.findings), ElementsAre("afwijking_zonder_toelichting"));
    const auto found = std::ranges::find(report.findings, "afwijking_zonder_toelichting", &Finding::kind);
    EXPECT_EQ(found->severity, Severity::error);
    EXPECT_THAT(found->found, HasSubstr("doel 1.2 wijkt € 40 nadelig af"));
    EXPECT_THAT(found->expected, HasSubstr("## 1.2 M3 in toelichtingen.md"));
}

TEST(ManagementReport, CountsTheLightsOfTheGoalsOfASpeerpunt) {
    Reported reported;
    reported.rules.lights =
        LightRule{{std::nullopt, Rate::from_ppm(50'000)}, {std::nullopt, Rate::from_ppm(100'000)}, false};
    const ManagementReport report = reported.report();
    const LightCounts counts = lights_below(report, 0);
    EXPECT_THAT(counts, ElementsAre(2, 1, 0, 0)) << "1.1 is groen, van 1.2 en 1.3 is niets begroot";
    EXPECT_EQ(line_of(report, "2").judgement.light, Light::green);
}

TEST(ManagementReport, KeepsTheDecisionsOfItsMoment) {
    Reported reported;
    reported.rules.decisions = {{"M3", "Eerste", "", {}}, {"M8", "Later", "", {}}};
    const ManagementReport report = reported.report();
    ASSERT_EQ(report.decisions.size(), 1U);
    EXPECT_EQ(report.decisions[0].text, "Eerste");
}

TEST(ManagementReport, SaysThatTheBooksDoNotReachTheMoment) {
    Reported reported;
    EXPECT_THAT(kinds_of(reported.report().findings), ElementsAre());
    reported.moment = {"M4", {2025, 4}, "M4"};
    EXPECT_THAT(kinds_of(reported.report().findings), ElementsAre("cijfers_lopen_achter"));
    EXPECT_EQ(reported.report().known_until, (Month{2025, 3}));
}

TEST(ManagementReport, HasNoForecastAndNoLightWithoutALedger) {
    Reported reported;
    reported.office.ledger.reset();
    reported.office.join();
    reported.rules.lights = LightRule{{Money(), std::nullopt}, {Money(), std::nullopt}, true};
    const ManagementReport report = reported.report();
    EXPECT_EQ(report.known_until, std::nullopt);
    EXPECT_EQ(line_of(report, "1.1").judgement.light, Light::none);
    EXPECT_EQ(report.total.forecast, std::nullopt);
}

TEST(ManagementReport, RefusesAMomentOutsideTheYear) {
    Reported reported;
    reported.moment = {"M3", {2026, 3}, "M3"};
    EXPECT_FALSE(make_report(reported.input(), reported.moment).has_value());
}

}  // namespace
}  // namespace begroot::management
