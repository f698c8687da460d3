#include "exchange/budget_sample.hpp"
#include "exchange/finding_match.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;

TestRows good_budget() {
    return {budget_head(),
            {"BATEN"},
            months_row("3.1", "8010", "Licht", 50),
            months_row("3.1", "8020", "Zwaar", 70),
            total_row("Subtotaal 3.1 Rijksbijdragen", 120),
            months_row("3.5", "8510", "Overig", 5),
            total_row("Subtotaal", 5),
            total_row("Totaal baten", 125),
            {"LASTEN"},
            months_row("4.1", "4110", "Lonen", 60),
            months_row("4.1", "4120", "Premies", 20),
            total_row("Totaal personeelslasten", 80),
            months_row("4.4", "4490", "Overig", 15),
            total_row("Subtotaal 4.4", 15),
            total_row("Totaal lasten", 95),
            total_row("Resultaat", 30)};
}

TEST(BudgetTotals, AgreeWithTheirLines) {
    const auto reading = read(good_budget());
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_TRUE(reading->report.findings.empty()) << listed(reading->report.findings);
    ASSERT_EQ(reading->budget.controls.size(), 7U);
    for (const BudgetControl& control : reading->budget.controls)
        EXPECT_EQ(control.printed, control.imported) << control.label;
    EXPECT_EQ(reading->budget.controls.back().label, "Resultaat");
    EXPECT_EQ(reading->budget.controls.back().imported, Money::from_euros(360));
}

TEST(BudgetTotals, ReportTheCellThatDiffers) {
    const std::vector<std::pair<std::size_t, const char*>> cases{{4, "R5"},   {6, "R7"},   {7, "R8"},  {11, "R12"},
                                                                 {13, "R14"}, {14, "R15"}, {15, "R16"}};
    for (const auto& [row, cell] : cases) {
        auto rows = good_budget();
        rows[row][17].number += 1;
        rows[row][17] = TestCell(rows[row][17].number);
        const auto reading = read(rows);
        ASSERT_TRUE(reading);
        const Findings found = of_kind(reading->report.findings, "totaal_klopt_niet");
        ASSERT_EQ(found.size(), 1U) << cell << listed(reading->report.findings);
        EXPECT_EQ(found[0].place.cell, cell);
        EXPECT_EQ(found[0].severity, Severity::error);
        EXPECT_THAT(found[0].expected, testing::HasSubstr("verschil € 1,00"));
    }
}

TEST(BudgetTotals, AreCheckedInEveryMonth) {
    auto rows = good_budget();
    rows[14][8] = 96;
    const auto reading = read(rows);
    ASSERT_TRUE(reading);
    const Findings found = of_kind(reading->report.findings, "totaal_klopt_niet");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].place.cell, "I15");
    EXPECT_EQ(found[0].found, "\"Totaal lasten\" is € 96,00");
}

TEST(BudgetTotals, ReportALineThatStandsOutsideItsRubric) {
    auto rows = good_budget();
    rows[2][0] = "3.5";  // stands in the block of 3.1
    const auto reading = read(rows);
    ASSERT_TRUE(reading);
    EXPECT_TRUE(has_error(reading->report.findings));
}

TEST(BudgetTotals, AddUpNestedRubrics) {
    const auto reading = read({budget_head(), months_row("4.1.1", "4110", "Lonen", 1), total_row("Subtotaal 4.1.1", 1),
                               months_row("4.1.2", "4120", "Inhuur", 2), total_row("Subtotaal 4.1.2", 2),
                               total_row("Subtotaal 4.1 Personeel", 3), total_row("Totaal", 3)});
    ASSERT_TRUE(reading);
    EXPECT_TRUE(reading->report.findings.empty()) << listed(reading->report.findings);
}

TEST(BudgetTotals, TakeAGrandTotalEitherWay) {
    for (const double printed : {10.0, 4.0}) {
        const auto reading = read({budget_head(), months_row("3.1", "8010", "Licht", 7),
                                   months_row("4.1", "4110", "Lonen", 3), total_row("Totaal generaal", printed)});
        ASSERT_TRUE(reading);
        EXPECT_TRUE(reading->report.findings.empty()) << printed << listed(reading->report.findings);
    }
}

TEST(BudgetTotals, SayWhenNothingStandsAboveThem) {
    const auto reading = read({budget_head(), months_row("4.1", "4110", "Lonen", 1), total_row("Subtotaal", 1),
                               total_row("Totaal personeel", 1)});
    ASSERT_TRUE(reading);
    EXPECT_EQ(of_kind(reading->report.findings, "totaal_niet_gecontroleerd").size(), 1U);
}

TEST(BudgetTotals, FindALabelInTheRubricColumn) {
    auto total = total_row("", 1);
    total[0] = "Subtotaal 4.1";
    const auto reading = read({budget_head(), months_row("4.1", "4110", "Lonen", 1), total});
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->budget.controls.size(), 1U);
}

}  // namespace
}  // namespace begroot::exchange
