#include "exchange/detail/section_label.hpp"

#include "exchange/budget_sample.hpp"
#include "exchange/finding_match.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;
using testing::HasSubstr;

/// Says in a letter what a heading is: b or l certain, ? a side or both that are not, - silent.
char heard(const char* text) {
    const detail::SectionLabel label = detail::read_section(text);
    if (label.silent()) return '-';
    if (!label.certain) return '?';
    return label.side() == Side::income ? 'b' : 'l';
}

TEST(SectionLabel, TellsTheSideOfAHeading) {
    for (const char* text :
         {"BATEN", "2. Baten", "8 Baten", "II Baten", "Baten (x € 1)", "Baten 2025", "Begroting baten 2025", "Bate",
          "Ontvangsten", "5. Opbrengsten", "Inkomsten:", "Overige baten", "Overige baten en subsidies",
          "Baten uit werk in opdracht van derden", "Rentebaten", "Rijksbijdragen", "Rijksbijdragen OCW"})
        EXPECT_EQ(heard(text), 'b') << text;
    for (const char* text :
         {"LASTEN:", "I Lasten", "B) Lasten", "3 Kosten", "Uitgaven", "Personeelslasten", "Personele kosten",
          "Materiële en overige lasten", "ICT kosten", "Salarissen en sociale lasten", "Kosten van huisvesting"})
        EXPECT_EQ(heard(text), 'l') << text;
}

TEST(SectionLabel, IsUnsureOfWhatMayBeEither) {
    for (const char* text :
         {"Baten en lasten", "Financiële baten en lasten", "Baten/lasten", "Baten-lasten", "Bijdrage in de kosten",
          "Doorbelaste kosten", "Vergoeding reiskosten", "Opbrengst doorberekende kosten", "Afdracht inkomsten",
          "Salarissen, sociale lasten en pensioenpremies", "Baten (na aftrek van lasten)"})
        EXPECT_EQ(heard(text), '?') << text;
}

TEST(SectionLabel, HearsNothingInOtherHeadings) {
    for (const char* text : {"Huisvesting", "Kostenplaats 100", "Kostendragers", "Doorbelasten salarissen", "Personeel",
                             "De lasten zijn met 3% gestegen", "Belastingen", "2.", "", "(x € 1.000)"})
        EXPECT_EQ(heard(text), '-') << text;
}

TEST(SectionLabel, StandsBehindANumber) {
    EXPECT_EQ(detail::behind_number("2. Baten"), "Baten");
    EXPECT_EQ(detail::behind_number("8 Baten"), "Baten");
    EXPECT_EQ(detail::behind_number("10) Lasten"), "Lasten");
    for (const char* text : {"8", "4010 Salaris", "4.1 Personeel", "Baten", ""})
        EXPECT_EQ(detail::behind_number(text), std::nullopt) << text;
}

TestRow heading(const char* text) { return {text}; }

TestRow plain_line(const char* account) { return {account, "Naam", 100}; }

TestRows headed(const TestRows& rows) { return TestRows{{"Rekening", "Omschrijving", "Totaal 2025"}} + rows; }

/// Gives b or l for every line that is read, or why the file is refused.
std::string sides_of(const TestRows& rows) {
    const auto reading = read(headed(rows));
    if (!reading) return to_text(reading.error());
    std::string sides;
    for (const BudgetLine& line : reading->budget.lines) sides += line.side == Side::income ? 'b' : 'l';
    return sides;
}

TEST(BudgetSection, ChangesSideAtEveryHeadingThatNamesOne) {
    for (const char* income : {"Baten", "2. Baten", "8 Baten", "2.Baten", "Ontvangsten", "Overige baten",
                               "Baten (x € 1)", "5. Opbrengsten", "2.1 Baten"}) {
        EXPECT_EQ(sides_of({heading("Lasten"), plain_line("4010"), heading(income), plain_line("8000")}), "lb")
            << income;
    }
    for (const char* expense : {"Personeelslasten", "Personele kosten", "II Lasten", "41 Personeelslasten"}) {
        EXPECT_EQ(sides_of({heading("Baten"), plain_line("8000"), heading(expense), plain_line("4010")}), "bl")
            << expense;
    }
    EXPECT_EQ(sides_of({{"1", "Lasten"}, plain_line("4010"), {"2", "Baten"}, plain_line("8000")}), "lb");
    EXPECT_EQ(sides_of({{"", "Lasten"}, plain_line("4010"), {"A", "Overige baten"}, plain_line("8000")}), "lb");
}

TEST(BudgetSection, StaysUnderAHeadingThatNamesNoOtherSide) {
    for (const char* same : {"Huisvesting", "Doorbelaste kosten", "Bijdrage in de kosten", "Kostenplaats 200",
                             "Salarissen, sociale lasten en pensioenpremies", "4300 Huisvestingslasten"}) {
        EXPECT_EQ(sides_of({heading("Lasten"), plain_line("4010"), heading(same), plain_line("4020")}), "ll") << same;
    }
    EXPECT_EQ(sides_of({heading("Baten"), plain_line("8000"), {"8990", "Doorberekende kosten"}, plain_line("8001")}),
              "bb")
        << "an account without an amount";
}

TEST(BudgetSection, IsOpenBelowAHeadingThatMayNameEitherSide) {
    EXPECT_EQ(sides_of({heading("Lasten"), plain_line("4010"), heading("Financiële baten en lasten"), plain_line("8")}),
              "test.xlsx, blad Blad1, cel A5: niet te zien of deze regel een bate of een last is, en \"Financiële "
              "baten en lasten\" (cel A4) erboven zegt het niet (verwacht: een rubriek 3.x of 4.x, of een tussenkop "
              "Baten of Lasten boven de regel). Vul de rubriek in of voeg de tussenkop toe.");
    for (const char* unclear :
         {"Baten en lasten", "5.1 Financiële baten en lasten", "Vergoeding reiskosten", "4000 Personeelskosten",
          "Totaal lasten", "5 Saldo baten en lasten", "Saldo financiële baten en lasten"}) {
        EXPECT_THAT(sides_of({heading("Baten"), plain_line("8000"), heading(unclear), plain_line("4010")}),
                    HasSubstr("erboven zegt het niet"))
            << unclear;
    }
}

TEST(BudgetSection, BeginsAtAHeadingWithItsTotalBesideIt) {
    EXPECT_EQ(sides_of({heading("Baten"), plain_line("8000"), {"Lasten", "", 100}, plain_line("4010")}), "bl");
    EXPECT_THAT(sides_of({heading("Baten"), plain_line("8000"), {"Personele kosten", "", 100}, plain_line("4010")}),
                HasSubstr("erboven zegt het niet"));
    EXPECT_EQ(sides_of({heading("Lasten"), plain_line("4010"), {"Personele kosten", "", 100}, plain_line("4020")}),
              "ll");
}

TEST(BudgetSection, KeepsTheRubricThatItBelongsTo) {
    const auto reading = read(headed({heading("4.1 Personeel"), heading("Personele lasten"), plain_line("4010"),
                                      heading("Baten"), plain_line("8000")}));
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->budget.lines[0].rubric.text(), "4.1");
    EXPECT_EQ(reading->budget.lines[1].rubric.text(), "");
    EXPECT_EQ(reading->budget.lines[1].side, Side::income);
}

TEST(BudgetSection, TakesNoNumberedHeadingWithAmountsForALine) {
    const auto total = read(headed({heading("Lasten"), plain_line("4010"), {"5. Totaal lasten", "", 101}}));
    ASSERT_TRUE(total) << to_text(total.error());
    EXPECT_EQ(total->budget.lines.size(), 1U);
    EXPECT_EQ(of_kind(total->report.findings, "totaal_klopt_niet").size(), 1U);
    EXPECT_THAT(sides_of({heading("Lasten"), plain_line("4010"), {"8 Baten", "", 100}, plain_line("8000")}),
                HasSubstr("\"8 Baten\" kan een rekening zijn en een tussenkop met een totaal"));
    EXPECT_EQ(sides_of({heading("Lasten"), {"41", "Personeelslasten", 100}, {"42", "Afschrijvingslasten", 100}}), "ll");
}

}  // namespace
}  // namespace begroot::exchange
