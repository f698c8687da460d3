#include "exchange/budget_sample.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;
using testing::HasSubstr;

TestRow table_head(const char* amount) { return {"Rekening", "Omschrijving", "Rubriek", amount}; }

TestRow table_line(int amount) { return {"4010", "Salaris", "4.1", amount}; }

/// Gives the cents of all lines together, or why the file is refused.
std::string outcome(const TestRows& rows) {
    const auto reading = read(rows);
    if (!reading) return to_text(reading.error());
    Money sum;
    for (const BudgetLine& line : reading->budget.lines) sum += line.year;
    return std::to_string(sum.cents());
}

TEST(SecondTable, WithAnotherYearInItsHeadIsRefused) {
    EXPECT_EQ(
        outcome({{"Begroting 2025"},
                 table_head("Totaal 2025"),
                 table_line(100),
                 {},
                 table_head("Totaal 2026"),
                 table_line(90)}),
        "test.xlsx, blad Blad1, cel D5: rij 5 is een tweede kopregel: \"Totaal 2026\", en in rij 2 staat \"Totaal "
        "2025\" (verwacht: één tabel op het blad, of dezelfde kopregel nog eens). Zet de tweede tabel op een eigen "
        "blad of haal haar weg, en noem zo nodig het blad in het model.");
    EXPECT_THAT(outcome({table_head("Begroting 2025"), table_line(100), table_head("Realisatie 2025"), table_line(90)}),
                HasSubstr("\"Realisatie 2025\", en in rij 1 staat \"Begroting 2025\""));
    EXPECT_THAT(outcome({table_head("Begroting 2025"),
                         table_line(100),
                         {"Rekening", "Naam", "Kostenplaats", "Realisatie"},
                         table_line(90)}),
                HasSubstr("rij 3 is een tweede kopregel, anders dan die in rij 1"));
}

TEST(SecondTable, UnderATitleOfAnotherYearIsRefused) {
    for (const char* title : {"Begroting 2024", "Realisatie 2025", "Begroting 2024, Stichting Voorbeeld"}) {
        EXPECT_THAT(outcome({{"Begroting 2025"},
                             table_head("Totaal"),
                             table_line(100),
                             {title},
                             table_head("Totaal"),
                             table_line(90)}),
                    HasSubstr("cel A4"))
            << title;
    }
    EXPECT_THAT(outcome({table_head("Totaal"), table_line(100), {"Begroting 2024"}, table_line(90)}),
                HasSubstr("onder \"Begroting 2024\" begint een tweede tabel"));
}

TEST(SecondTable, IsNoPageBreak) {
    const TestRow title{"Begroting 2025, vastgesteld in 2024"};
    const std::vector<std::pair<const char*, TestRows>> same{
        {"head", {title, table_head("Totaal"), table_line(1), table_head("Totaal"), table_line(2)}},
        {"title", {title, table_head("Totaal"), table_line(1), title, table_head("Totaal"), table_line(2)}},
        {"heading",
         {table_head("Totaal"), table_line(1), {"Reserves 2024"}, table_line(0), table_head("Totaal"), table_line(2)}},
        {"footer", {table_head("Totaal 2025"), table_line(3), {"Begroting 2024"}, {"Opgesteld in 2024"}}}};
    for (const auto& [name, rows] : same) EXPECT_EQ(outcome(rows), "300") << name;
}

}  // namespace
}  // namespace begroot::exchange
