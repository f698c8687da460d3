#include "plan/check_plan.hpp"

#include "plan/plan_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(CheckPlan, HasNothingToSayAboutAPlanThatTies) {
    auto first =
        test::speerpunt("1", {test::goal("1.1", "€ 50.000"), test::goal("1.2", "p.m."), test::goal("1.3", "€ 2.000")});
    first.printed_total = "€52.000";
    auto second = test::speerpunt("2", {test::goal("2.1", "--")});
    EXPECT_THAT(check_plan(test::plan({first, second})), IsEmpty());
}

TEST(CheckPlan, ReadsAPrintedTotalWithAClause) {
    auto four = test::speerpunt("4", {test::goal("4.2", "€20.000")});
    four.printed_total = "€20.000, waarvan 10k bij dit speerpunt";
    EXPECT_THAT(check_plan(test::plan({four})), IsEmpty());
}

TEST(CheckPlan, ReportsAPrintedTotalThatDiffersByOneCent) {
    auto first = test::speerpunt("1", {test::goal("1.1", "€ 50.000")});
    first.printed_total = "€ 50.000,01";
    const Findings findings = check_plan(test::plan({first}));
    ASSERT_THAT(findings, SizeIs(1));
    EXPECT_EQ(findings[0].severity, Severity::warning);
    EXPECT_EQ(findings[0].kind, "gedrukt_totaal_wijkt_af");
    EXPECT_EQ(findings[0].place.line, 5U);
    EXPECT_EQ(findings[0].found, "het gedrukte totaal van speerpunt 1 is \"€ 50.000,01\"");
    EXPECT_EQ(findings[0].expected, "€ 50.000 (de som van de doelen)");
}

TEST(CheckPlan, DoesNotTakeNoNumberForZeroInATotal) {
    auto first = test::speerpunt("1", {test::goal("1.1", "p.m.")});
    first.printed_total = "€ 0";
    ASSERT_THAT(check_plan(test::plan({first})), SizeIs(1));
    first.printed_total = "p.m.";
    EXPECT_THAT(check_plan(test::plan({first})), IsEmpty());
    first.printed_total = "nader te bepalen";
    EXPECT_THAT(check_plan(test::plan({first})), SizeIs(1));
}

TEST(CheckPlan, AcceptsPartsThatAddUp) {
    Goal made = test::goal("6.1", "€ 30.000");
    made.amount.parts = {{Money::from_euros(25'000), "€25.000", "audits"},
                         {Money::from_euros(5'000), "€5.000", "administratie"}};
    made.amount.booked = {{SpeerpuntId("6"), Money::from_euros(20'000)}, {SpeerpuntId("4"), Money::from_euros(10'000)}};
    EXPECT_THAT(check_plan(test::plan({test::speerpunt("6", {made})})), IsEmpty());
}

TEST(CheckPlan, CallsPartsThatDoNotAddUpAnError) {
    Goal made = test::goal("6.1", "€ 30.000");
    made.amount.parts = {{Money::from_euros(25'000), "€25.000", ""}, {Money::from_euros(4'000), "€4.000", ""}};
    made.amount.booked = {{SpeerpuntId("6"), Money::from_euros(31'000)}};
    const Findings findings = check_plan(test::plan({test::speerpunt("6", {made})}));
    ASSERT_THAT(findings, SizeIs(2));
    EXPECT_EQ(findings[0].kind, "delen_tellen_niet_op");
    EXPECT_EQ(findings[0].severity, Severity::error);
    EXPECT_EQ(findings[0].found, "de delen van 6.1 zijn samen € 29.000");
    EXPECT_EQ(findings[0].expected, "€ 30.000");
    EXPECT_EQ(findings[1].kind, "geboekt_telt_niet_op");
    EXPECT_EQ(findings[1].severity, Severity::error);
    EXPECT_EQ(findings[1].found, "de geboekte delen van 6.1 zijn samen € 31.000");
}

TEST(CheckPlan, CallsPartsOfAnAmountThatIsNoNumberAnError) {
    Goal made = test::goal("6.1", "p.m.");
    made.amount.parts = {{Money::from_euros(1), "€ 1", ""}};
    const Findings findings = check_plan(test::plan({test::speerpunt("6", {made})}));
    ASSERT_THAT(findings, SizeIs(1));
    EXPECT_EQ(findings[0].expected, "een bedrag in begroot");
}

TEST(CheckPlan, ShowsEveryReadingOfAnUncertainDerivation) {
    Goal made = test::goal("5.1", "€48.333,-");
    made.amount.derivation =
        Derivation{false, "€ 145.000", Money::from_euros(145'000), 3, {"drie jaren", "een derde van de kosten"}};
    const Findings findings = check_plan(test::plan({test::speerpunt("5", {made})}));
    ASSERT_THAT(findings, SizeIs(1));
    EXPECT_EQ(findings[0].kind, "herkomst_bedrag_onzeker");
    EXPECT_EQ(findings[0].severity, Severity::warning);
    EXPECT_EQ(findings[0].found, "\"€48.333,-\" van 5.1 lijkt € 145.000 / 3; het document zegt dat niet");
    EXPECT_EQ(findings[0].expected, "drie jaren; of een derde van de kosten");
    made.amount.derivation->certain = true;
    EXPECT_THAT(check_plan(test::plan({test::speerpunt("5", {made})})), IsEmpty());
}

TEST(CheckPlan, MentionsMarksWhoseYearIsUnknown) {
    Goal made = test::goal("1.1", "--");
    made.phases = {{"Uitvoering", 2, {"2023", "2024"}, "onbekend"}, {"Evaluatie", 1, {"2023"}, "2023"}};
    const Findings findings = check_plan(test::plan({test::speerpunt("1", {made})}));
    ASSERT_THAT(findings, SizeIs(1));
    EXPECT_EQ(findings[0].kind, "jaar_onbekend");
    EXPECT_EQ(findings[0].severity, Severity::notice);
    EXPECT_THAT(findings[0].found, HasSubstr("\"Uitvoering\" van 1.1 heeft 2 kruisje(s)"));
}

TEST(CheckPlan, PassesContradictionsOnWithBothSides) {
    Plan made = test::plan({test::speerpunt("1", {test::goal("1.1", "--")})});
    made.contradictions = {{"naam", "Portfolio", "Portvolio", "twee schrijfwijzen", {"plan.toml", "", "", 7, 1}},
                           {"tekst", "breekt af", "", "", {}}};
    const Findings findings = check_plan(made);
    ASSERT_THAT(findings, SizeIs(2));
    EXPECT_EQ(findings[0].kind, "tegenspraak_in_document");
    EXPECT_EQ(findings[0].found, "naam: \"Portfolio\" tegenover \"Portvolio\"; toelichting: twee schrijfwijzen");
    EXPECT_EQ(findings[0].place.line, 7U);
    EXPECT_EQ(findings[1].found, "tekst: \"breekt af\"");
}

Plan plan_with_summary() {
    Plan made = test::plan({test::speerpunt("1", {test::goal("1.1", "€ 200.000")}),
                            test::speerpunt("2", {test::goal("2.1", "€ 20.000")})});
    Summary summary;
    summary.total = "€220.000,-";
    summary.lines = {{SpeerpuntId("1"), "een", "", "€200.000", {}}, {SpeerpuntId("2"), "twee", "", "€20.000,-", {}}};
    made.summary = summary;
    return made;
}

TEST(CheckPlan, AcceptsASummaryThatTies) { EXPECT_THAT(check_plan(plan_with_summary()), IsEmpty()); }

TEST(CheckPlan, ReportsASummaryLineThatDiffersFromItsSpeerpunt) {
    Plan made = plan_with_summary();
    made.summary->lines[1].cost = "€25.000";
    made.summary->total = "€225.000";
    const Findings findings = check_plan(made);
    ASSERT_THAT(findings, SizeIs(1));
    EXPECT_EQ(findings[0].kind, "overzicht_wijkt_af");
    EXPECT_EQ(findings[0].found, "het overzicht noemt \"€25.000\" bij speerpunt 2");
    EXPECT_EQ(findings[0].expected, "€ 20.000 (de som van de actielijnen)");
}

TEST(CheckPlan, ReportsASummaryTotalThatDoesNotTie) {
    Plan made = plan_with_summary();
    made.summary->total = "€220.001";
    const Findings findings = check_plan(made);
    ASSERT_THAT(findings, SizeIs(1));
    EXPECT_EQ(findings[0].kind, "overzicht_telt_niet_op");
    EXPECT_EQ(findings[0].expected, "€ 220.000 (de som van de regels)");
}

}  // namespace
}  // namespace begroot
