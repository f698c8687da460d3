#include "exchange/budget_sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;
using testing::HasSubstr;

/// Puts one cell in an otherwise good budget and gives the error text; empty when the budget is read.
std::string refusal_of(std::size_t column, const TestCell& cell) {
    auto row = months_row("4.1", "4110", "Lonen", 100);
    row[column] = cell;
    const auto reading = read({budget_head(), row});
    return reading ? "" : to_text(reading.error());
}

TEST(BudgetRefusal, FormulaWithoutValueInALine) {
    EXPECT_EQ(
        refusal_of(17, not_computed()),
        "test.xlsx, blad Blad1, cel R2: formule zonder berekende waarde (verwacht: een formule met haar uitkomst). "
        "Open het bestand in Excel of LibreOffice, bereken en sla het op, of laat LibreOffice rekenen met --reken.");
}

TEST(BudgetRefusal, FormulaWithoutValueInACode) {
    EXPECT_THAT(refusal_of(1, not_computed()), HasSubstr("cel B2: formule zonder berekende waarde"));
}

TEST(BudgetRefusal, NotAFormulaWithoutValueInATotal) {
    auto total = total_row("Totaal lasten", 100);
    total[6] = not_computed();
    const auto reading = read({budget_head(), months_row("4.1", "4110", "Lonen", 100), total});
    ASSERT_TRUE(reading) << to_text(reading.error());
    const auto told = std::ranges::find(reading->report.findings, "formule_zonder_waarde", &Finding::kind);
    ASSERT_NE(told, reading->report.findings.end());
    EXPECT_EQ(told->place.cell, "G3");
    EXPECT_EQ(reading->budget.lines.size(), 1U);
}

TEST(BudgetRefusal, NotAFormulaWithoutValueThatNobodyNeeds) {
    auto head = budget_head();
    auto row = months_row("4.1", "4110", "Lonen", 100);
    head.emplace_back("Sleutel");
    row.push_back(not_computed());
    const auto reading = read({head, row});
    ASSERT_TRUE(reading);
    ASSERT_EQ(reading->report.findings.size(), 1U);
    EXPECT_EQ(reading->report.findings[0].kind, "formule_zonder_waarde");
    EXPECT_EQ(reading->report.findings[0].place.cell, "S2");
}

TEST(BudgetRefusal, ExcelErrorByItsDutchName) {
    EXPECT_THAT(refusal_of(7, excel_error("#N/A")), HasSubstr("cel H2: de Excel-fout #N/B"));
    EXPECT_THAT(refusal_of(7, excel_error("#DIV/0!")), HasSubstr("de Excel-fout #DEEL/0!"));
    EXPECT_THAT(refusal_of(7, "#VERW!"), HasSubstr("de Excel-fout #VERW!"));
    EXPECT_THAT(refusal_of(3, excel_error("#REF!")), HasSubstr("cel D2: de Excel-fout #VERW!"));
}

TEST(BudgetRefusal, TextThatIsNoAmount) {
    EXPECT_EQ(refusal_of(5, "12.5OO"),
              "test.xlsx, blad Blad1, cel F2: \"12.5OO\" is geen bedrag (verwacht: een bedrag, bijvoorbeeld "
              "12.500,00). Verbeter de cel.");
    EXPECT_THAT(refusal_of(5, date(45658)), HasSubstr("een datum is geen bedrag"));
}

TEST(BudgetRefusal, AmountThatIsTooLarge) {
    EXPECT_THAT(refusal_of(5, 2e10), HasSubstr("is te groot voor een bedrag (verwacht: hoogstens € 10.000.000.000)"));
}

TEST(BudgetRefusal, AmountThatCanMeanTwoThings) {
    EXPECT_THAT(refusal_of(5, "1.234"), HasSubstr("\"1.234\" kan duizend of decimalen betekenen"));
}

TEST(BudgetRefusal, LineOfWhichTheSideIsUnknown) {
    const auto reading = read({budget_head(), months_row("", "4110", "Lonen", 1)});
    ASSERT_FALSE(reading);
    EXPECT_THAT(to_text(reading.error()), HasSubstr("cel B2: niet te zien of deze regel een bate of een last is"));
}

TEST(BudgetRefusal, MissingMonth) {
    auto head = budget_head();
    head[7] = "maa rt 3";
    const auto reading = read({head, months_row("4.1", "4110", "Lonen", 1)});
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().found, "geen kolom voor maart");
}

TEST(BudgetRefusal, NoAmountsAtAll) {
    const auto reading = read({{"Rubriek", "Rekening", "Omschrijving"}, {"4.1", "4110", "Lonen"}});
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().found, "geen kolom met bedragen");
}

TEST(BudgetRefusal, HeaderWithoutLines) {
    const auto reading = read({budget_head(), {"LASTEN"}});
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().found, "geen enkele begrotingsregel onder deze kopregel");
}

}  // namespace
}  // namespace begroot::exchange
