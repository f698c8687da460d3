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

/// Lines of two accounts, each with a total below it that carries its number.
TestRows with_account_totals(const TestRow& first, const TestRow& second) {
    return {{"Rekening", "Omschrijving", "Kostenplaats", "Kostendrager", "Totaal 2025"},
            {"Lasten"},
            {"4010", "Salaris", "100", "", 500},
            {"4010", "Salaris", "200", "", 100},
            first,
            {"4020", "Inhuur", "100", "", 40},
            second,
            {"", "Totaal lasten", "", "", 640}};
}

TEST(BudgetTotals, OfAnAccountAreNoLines) {
    const std::vector<std::pair<TestRow, TestRow>> layouts{
        {{"4010 Totaal", "", "", "", 600}, {"4020 Totaal", "", "", "", 40}},
        {{"4010 Total", "", "", "", 600}, {"4020 Total", "", "", "", 40}},
        {{"4010", "Totaal", "", "", 600}, {"4020", "Totaal", "", "", 40}},
        {{"4010", "Totaal 4010", "", "", 600}, {"4020", "Totaal 4020", "", "", 40}},
        {{"4010", "Subtotaal", "", "", 600}, {"4020", "Subtotaal", "", "", 40}},
        {{"4010", "Salaris", "Totaal", "", 600}, {"4020", "Inhuur", "Totaal", "", 40}},
        {{"4010 - Salaris totaal", "", "", "", 600}, {"4020 - Inhuur totaal", "", "", "", 40}}};
    for (const auto& [first, second] : layouts) {
        const auto reading = read(with_account_totals(first, second));
        ASSERT_TRUE(reading) << first[0].text << to_text(reading.error());
        EXPECT_EQ(reading->budget.lines.size(), 3U) << first[0].text;
        EXPECT_EQ(reading->budget.controls.size(), 3U) << first[0].text;
        EXPECT_TRUE(of_kind(reading->report.findings, "totaal_klopt_niet").empty())
            << first[0].text << listed(reading->report.findings);
    }
}

TEST(BudgetTotals, OfAnAccountAreChecked) {
    const auto reading = read(with_account_totals({"4010 Totaal", "", "", "", 601}, {"4020", "Totaal", "", "", 40}));
    ASSERT_TRUE(reading) << to_text(reading.error());
    const Findings found = of_kind(reading->report.findings, "totaal_klopt_niet");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].place.cell, "E5");
    EXPECT_EQ(found[0].found, "\"4010 Totaal\" is € 601,00");
}

TEST(BudgetTotals, OfAnAccountAreRefusedWhereTheyMayBeLines) {
    const auto unsure =
        read(with_account_totals({"4010", "Salaris totaal", "", "", 601}, {"4020", "Totaal", "", "", 40}));
    ASSERT_FALSE(unsure);
    EXPECT_EQ(to_text(unsure.error()),
              "test.xlsx, blad Blad1, cel B5: \"Salaris totaal\" bij rekening 4010 zegt totaal, en is niet de som van "
              "de regels van die rekening erboven (verwacht: een totaal onder de regels waarvan het de som is, of een "
              "regel zonder het woord totaal). Verwijder of verbeter het totaal, of noem de regel anders.");
    const auto above = read({budget_head(), months_row("4.1", "4010", "Totaal", 5)});
    ASSERT_FALSE(above);
    EXPECT_THAT(to_text(above.error()), testing::HasSubstr("er staat geen regel van die rekening boven"));
}

TEST(BudgetTotals, MayCarryTheNumberOfAGroup) {
    const auto reading =
        read({budget_head(), months_row("4.1", "4110", "Lonen", 1), months_row("4.1", "4120", "Premies", 2),
              months_row("4.1", "41", "Totaal", 3), months_row("4.1", "4990", "Totaal personeelslasten", 3)});
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->budget.lines.size(), 2U);
    const auto line =
        read({budget_head(), months_row("4.1", "4110", "Lonen", 1), months_row("4.3", "4390", "Totaal onderhoud", 7)});
    ASSERT_TRUE(line) << to_text(line.error());
    EXPECT_EQ(line->budget.lines.size(), 2U);
    EXPECT_FALSE(
        read({budget_head(), months_row("4.1", "4110", "Lonen", 7), months_row("4.3", "4390", "Totaal onderhoud", 7)}))
        << "the total of one line, or a line like it";
}

}  // namespace
}  // namespace begroot::exchange
