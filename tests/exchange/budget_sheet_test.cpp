#include "exchange/budget_sheet.hpp"

#include "exchange/budget_sample.hpp"
#include "exchange/finding_match.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;

TEST(BudgetSheet, ReadsALineWithItsCells) {
    const auto reading = read({{"Begroting 2025"}, budget_head(), months_row("4.1", "0410", "Lonen", 100.5)});
    ASSERT_TRUE(reading) << to_text(reading.error());
    ASSERT_EQ(reading->budget.lines.size(), 1U);
    const BudgetLine& line = reading->budget.lines[0];
    EXPECT_EQ(line.side, Side::expense);
    EXPECT_EQ(line.rubric.text(), "4.1");
    EXPECT_EQ(line.account.text(), "0410");
    EXPECT_EQ(line.name, "Lonen");
    EXPECT_EQ(line.cost_centre.text(), "100");
    EXPECT_EQ(line.cost_unit.text(), "REG");
    EXPECT_EQ(line.year, Money::from_euros(1206));
    ASSERT_TRUE(line.months);
    EXPECT_EQ((*line.months)[11], Money::from_cents(10050));
    EXPECT_EQ(to_text(to_place(line.year_origin)), "test.xlsx, blad Blad1, cel R3");
    EXPECT_FALSE(line.year_is_sum);
    EXPECT_EQ(line.month_columns[0], 5U);
    EXPECT_EQ(reading->budget.year.year, 2025);
    EXPECT_TRUE(reading->report.findings.empty()) << listed(reading->report.findings);
}

TEST(BudgetSheet, TakesRubricNameAndSideFromTheLabelsAbove) {
    const auto reading = read({budget_head(),
                               {"BATEN"},
                               {"3.1 Rijksbijdragen"},
                               months_row("", "8010", "Licht", 1),
                               {"LASTEN"},
                               months_row("", "4990", "Overig", 2)});
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->budget.lines[0].side, Side::income);
    EXPECT_EQ(reading->budget.lines[0].rubric.text(), "3.1");
    EXPECT_EQ(reading->budget.lines[0].rubric_name, "Rijksbijdragen");
    EXPECT_EQ(reading->budget.lines[1].side, Side::expense);
    EXPECT_EQ(reading->budget.lines[1].rubric.text(), "");
}

TEST(BudgetSheet, ReadsARubricKeptAsANumber) {
    auto row = months_row("", "4110", "Lonen", 1);
    row[0] = digits("4.0999999999999996");
    const auto reading = read({budget_head(), row});
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->budget.lines[0].rubric.text(), "4.1");
}

TEST(BudgetSheet, ReportsALineOnTheWrongSide) {
    const auto reading = read({budget_head(), {"LASTEN"}, months_row("3.1", "8010", "Licht", 1)});
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->budget.lines[0].side, Side::income);
    const Findings found = of_kind(reading->report.findings, "baten_lasten_tegenstrijdig");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].severity, Severity::error);
    EXPECT_EQ(found[0].place.cell, "B3");
}

TEST(BudgetSheet, ReportsMonthsThatDoNotAddUp) {
    auto row = months_row("4.1", "4110", "Lonen", 100);
    row[17] = 1300;
    const auto reading = read({budget_head(), row});
    ASSERT_TRUE(reading);
    const Findings found = of_kind(reading->report.findings, "maanden_tellen_niet_op");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].severity, Severity::error);
    EXPECT_EQ(found[0].place.cell, "R2");
    EXPECT_EQ(found[0].found, "het jaarbedrag is € 1.300,00");
    EXPECT_EQ(found[0].expected, "de som van de maanden: € 1.200,00, verschil € 100,00");
    EXPECT_EQ(reading->budget.lines[0].year, Money::from_euros(1300));
}

TEST(BudgetSheet, WarnsWhenOnlyRoundingSeparatesMonthsAndYear) {
    auto row = months_row("4.1", "4110", "Lonen", 0);
    for (std::size_t i = 5; i < 17; ++i) row[i] = digits("83.333333333333329");
    row[17] = 1000;
    const auto reading = read({budget_head(), row});
    ASSERT_TRUE(reading);
    EXPECT_EQ(of_kind(reading->report.findings, "meer_dan_twee_decimalen").size(), 12U);
    EXPECT_EQ(of_kind(reading->report.findings, "afrondingsverschil").size(), 1U);
    EXPECT_FALSE(has_error(reading->report.findings)) << listed(reading->report.findings);
}

TEST(BudgetSheet, ReadsAMarkerAsNothingAndSaysSo) {
    for (const char* marker : {"p.m.", "--", "-", "n.v.t."}) {
        auto row = months_row("4.1", "4110", "Lonen", 100);
        row[5] = marker;
        row[17] = 1100;
        const auto reading = read({budget_head(), row});
        ASSERT_TRUE(reading) << marker;
        EXPECT_EQ(reading->budget.lines[0].year, Money::from_euros(1100));
        const Findings found = of_kind(reading->report.findings, "geen_bedrag");
        ASSERT_EQ(found.size(), 1U) << marker;
        EXPECT_EQ(found[0].severity, Severity::warning);
        EXPECT_EQ(found[0].place.cell, "F2");
        EXPECT_FALSE(has_error(reading->report.findings));
    }
}

TEST(BudgetSheet, SkipsALineWithOnlyMarkersOrNothing) {
    TestRow pro_memorie{"4.1", "4120", "Later", "", "", "p.m."};
    TestRow nothing{"4.1", "4130", "Leeg"};
    const auto reading = read({budget_head(), months_row("4.1", "4110", "Lonen", 1), pro_memorie, nothing});
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->budget.lines.size(), 1U);
    EXPECT_THAT(reasons(reading->report), testing::IsSupersetOf({"A3 p.m. of streep", "A4 geen bedrag"}));
}

TEST(BudgetSheet, TakesTheYearFromTheMonthsAndSaysSo) {
    auto row = months_row("4.1", "4110", "Lonen", 100);
    row[17] = TestCell();
    const auto reading = read({budget_head(), row});
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->budget.lines[0].year, Money::from_euros(1200));
    EXPECT_TRUE(reading->budget.lines[0].year_is_sum);
    EXPECT_EQ(of_kind(reading->report.findings, "jaar_uit_maanden").size(), 1U);
}

TEST(BudgetSheet, ReadsABudgetWithAYearOnly) {
    const auto reading =
        read({{"Rubriek", "Rekening", "Omschrijving", "Totaal 2024", "Totaal 2025"}, {"4.1", 4110, "Lonen", 7, 1200}});
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_FALSE(reading->budget.lines[0].months);
    EXPECT_EQ(reading->budget.lines[0].year, Money::from_euros(1200));
}

TEST(BudgetSheet, ReportsANegativeLine) {
    const auto reading = read({budget_head(), months_row("4.1", "4180", "Uitkeringen", -10)});
    ASSERT_TRUE(reading);
    const Findings found = of_kind(reading->report.findings, "negatieve_regel");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].severity, Severity::notice);
}

TEST(BudgetSheet, ReportsAmountsWithoutAnAccount) {
    const auto reading =
        read({budget_head(), months_row("4.1", "4110", "Lonen", 1), months_row("4.1", "", "Vergeten", 5)});
    ASSERT_TRUE(reading);
    const Findings found = of_kind(reading->report.findings, "regel_zonder_rekening");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].severity, Severity::error);
    EXPECT_THAT(reasons(reading->report), testing::Contains("A3 geen rekening"));
}

TEST(BudgetSheet, KeepsALineThatHasTotalInItsName) {
    const auto reading = read({budget_head(), months_row("4.1", "4110", "Totaalpakket Totaal BV", 1)});
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->budget.lines.size(), 1U);
}

TEST(BudgetSheet, SaysOfEveryOtherRowWhyItGaveNoLine) {
    const auto reading = read({{"Stichting"},
                               {},
                               budget_head(),
                               {"LASTEN"},
                               months_row("4.1", "4110", "Lonen", 1),
                               {},
                               {},
                               budget_head(),
                               months_row("4.1", "4120", "Premies", 1),
                               total_row("Totaal lasten", 2),
                               {},
                               {"Opgesteld door: administratie"}});
    ASSERT_TRUE(reading);
    EXPECT_THAT(reasons(reading->report),
                testing::ElementsAre("A1 titel", "A3 kop", "A4 tussenkop", "A6 lege rij", "A8 kop", "C10 totaal",
                                     "A11 lege rij", "A12 voettekst"));
    EXPECT_FALSE(has_error(reading->report.findings)) << listed(reading->report.findings);
}

TEST(BudgetSheet, ReadsAmountsKeptAsText) {
    auto row = months_row("4.1", "4110", "Lonen", 0);
    for (std::size_t i = 5; i < 17; ++i) row[i] = "1.000,50";
    row[17] = "€ 12.006,-";
    const auto reading = read({budget_head(), row});
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->budget.lines[0].year, Money::from_euros(12006));
    EXPECT_FALSE(has_error(reading->report.findings));
}

}  // namespace
}  // namespace begroot::exchange
