// Budgets with periods outside the twelve months, and with a year or a period in each row.

#include "exchange/budget_sample.hpp"
#include "exchange/finding_match.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;
using testing::HasSubstr;

/// A budget of one line with a column more behind its months.
Result<BudgetReading> read_with_column(const char* head, const TestCell& amount) {
    TestRow heads = budget_head();
    TestRow row = months_row("4.1", "4110", "Lonen", 100);
    heads.emplace_back(head);
    row.push_back(amount);
    return read({heads, row});
}

TEST(OtherPeriods, AreToldWithTheirAmount) {
    for (const char* head : {"Periode 13", "P0", "P13", "13e", "Maand 13", "periode 00"}) {
        const auto reading = read_with_column(head, 5);
        ASSERT_TRUE(reading) << to_text(reading.error());
        const Findings told = of_kind(reading->report.findings, "periode_niet_gelezen");
        ASSERT_EQ(told.size(), 1U) << head;
        EXPECT_EQ(told[0].severity, Severity::warning);
        EXPECT_EQ(told[0].place.cell, "S2");
        EXPECT_EQ(told[0].found,
                  "kolom \"" + std::string(head) + "\" heeft 1 bedrag, samen € 5,00, en is niet gelezen");
    }
}

TEST(OtherPeriods, AreNotToldWithoutAmounts) {
    for (const char* head : {"Periode 13", "P13"}) {
        EXPECT_TRUE(of_kind(read_with_column(head, 0)->report.findings, "periode_niet_gelezen").empty()) << head;
        EXPECT_TRUE(of_kind(read_with_column(head, "")->report.findings, "periode_niet_gelezen").empty()) << head;
    }
    for (const char* head : {"Persoon", "Toelichting", "13", "Project 13"})
        EXPECT_TRUE(of_kind(read_with_column(head, 5)->report.findings, "periode_niet_gelezen").empty()) << head;
}

TestRows by_year(const char* year, const char* amount) {
    return {{year, "Rekening", "Omschrijving", "Rubriek", amount},
            {"2025", "4010", "Salaris", "4.1", 12000},
            {2025, "8100", "Rijk", "3.1", 48000}};
}

TEST(YearOfARow, IsNoAmount) {
    for (const char* year : {"Jaar", "Boekjaar"}) {
        for (const char* amount : {"Bedrag", "Budget", "Begroting 2025", "Totaal"}) {
            const auto reading = read(by_year(year, amount));
            ASSERT_TRUE(reading) << year << amount << to_text(reading.error());
            EXPECT_EQ(reading->budget.lines.at(0).year, Money::from_euros(12'000)) << year << amount;
            EXPECT_EQ(reading->report.columns.at("jaar"), year);
        }
    }
    const auto total = read({{"Rekening", "Rubriek", "Jaar"}, {"4010", "4.1", 2025}, {"4020", "4.1", 100}});
    ASSERT_TRUE(total) << to_text(total.error());
    EXPECT_EQ(total->budget.lines.at(1).year, Money::from_euros(100)) << "Jaar over amounts";
    EXPECT_FALSE(read({{"Rekening", "Rubriek", "Bedrag"}, {"4010", "4.1", 100}})) << "Bedrag of any year";
}

TEST(YearOfARow, LeavesRowsOfOtherYearsOut) {
    const auto reading = read(by_year("Jaar", "Bedrag") + TestRows{{"2024", "4010", "Salaris", "4.1", 11000}});
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->budget.lines.size(), 2U);
    EXPECT_EQ(of_kind(reading->report.findings, "andere_jaren").at(0).found,
              "niet gelezen, want van een ander jaar dan 2025: 2024 (1 regel)");
    const auto blank = read(by_year("Jaar", "Bedrag") + TestRows{{"", "4010", "Salaris", "4.1", 11000}});
    ASSERT_FALSE(blank);
    EXPECT_THAT(to_text(blank.error()), HasSubstr("cel A4: de regel van rekening 4010 heeft geen jaar"));
    const auto none = read({{"Jaar", "Rekening", "Rubriek", "Bedrag"}, {"2024", "4010", "4.1", 1}});
    ASSERT_FALSE(none);
    EXPECT_THAT(to_text(none.error()), HasSubstr("geen enkele begrotingsregel van 2025"));
}

TEST(PeriodOfARow, IsRefusedWhereAnAccountHasSeveral) {
    const TestRow heads{"Jaar", "Periode", "Rekening", "Rubriek", "Bedrag"};
    const auto rows = read({heads, {"2025", 1, "4010", "4.1", 100}, {"2025", 2, "4010", "4.1", 100}});
    ASSERT_FALSE(rows);
    EXPECT_EQ(
        to_text(rows.error()),
        "test.xlsx, blad Blad1, cel B3: rekening 4010 heeft een rij per periode (kolom \"Periode\"): hier 2, eerder "
        "1 (verwacht: een kolom per maand, of een rij met het bedrag van het jaar). Vraag de begroting met een "
        "kolom per maand, of zet de perioden in kolommen naast elkaar.");
    EXPECT_TRUE(read({heads, {"2025", 1, "4010", "4.1", 100}, {"2025", 2, "4020", "4.1", 100}}));
}

TEST(NumberedMonths, AreNotFoundInALineOfData) {
    TestRow heads{"Rekening", "Omschrijving", "Rubriek"};
    for (const char* month : {"aug", "sep", "okt", "nov", "dec", "jan", "feb", "mrt", "apr", "mei", "jun", "jul"})
        heads.emplace_back(month);
    heads.emplace_back("Totaal");
    TestRow line{"4010", "Salaris", "4.1"};
    for (int i = 1; i <= 12; ++i) line.emplace_back(i);
    line.emplace_back(78);
    TestRow other = line;
    other[0] = "8000";
    other[2] = "3.1";
    const auto reading = read({{"Schooljaar 2025-2026"}, heads, line, other});
    ASSERT_TRUE(reading) << to_text(reading.error());
    ASSERT_EQ(reading->budget.lines.size(), 2U);
    EXPECT_EQ(reading->budget.lines[0].year, Money::from_euros(1 + 2 + 3 + 4 + 5));
    TestRow numbers{"Rekening", "Rubriek"};
    for (int i = 1; i <= 12; ++i) numbers.emplace_back(i);
    numbers.emplace_back("2024");
    EXPECT_TRUE(read({numbers, {"4010", "4.1", 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 60}})) << "beside a year";
}

}  // namespace
}  // namespace begroot::exchange
