#include "exchange/detail/opened_sheet.hpp"

#include "exchange/budget_sample.hpp"
#include "exchange/finding_match.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;
using testing::HasSubstr;

workbook::Sheet good_sheet(const std::string& name) {
    return make_sheet({budget_head(), months_row("4.1", "4110", "Lonen", 1)}, name);
}

TEST(OpenedSheet, IsTheFirstVisibleOneWithAHeader) {
    auto hidden = good_sheet("Verborgen");
    hidden.visibility = workbook::Visibility::hidden;
    const auto reading = read_budget(make_workbook({make_sheet({{"Toelichting"}}, "Toelichting"), hidden,
                                                    good_sheet("Begroting"), make_sheet({{"Rekening"}}, "Lijst")}),
                                     budget_settings());
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->report.sheet, "Begroting");
    EXPECT_EQ(reading->report.columns.at("rekening"), "Rekening");
}

TEST(OpenedSheet, IsTheOneTheModelNamesAlsoWhenHidden) {
    auto hidden = good_sheet(" Verborgen ");
    hidden.visibility = workbook::Visibility::hidden;
    auto settings = budget_settings();
    settings.sheet = "verborgen";
    const auto reading = read_budget(make_workbook({good_sheet("Begroting"), hidden}), settings);
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->report.sheet, " Verborgen ");
    EXPECT_EQ(of_kind(reading->report.findings, "verborgen_blad").size(), 1U);
}

TEST(OpenedSheet, ReportsHiddenRowsAndColumns) {
    auto sheet = good_sheet("Begroting");
    sheet.hidden_rows = {1, 7};
    sheet.hidden_columns = {3, 40};
    const auto reading = read_budget(make_workbook({sheet}), budget_settings());
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->budget.lines.size(), 1U);
    EXPECT_EQ(of_kind(reading->report.findings, "verborgen_rijen").at(0).found, "rij 2 is verborgen en wel gelezen");
    EXPECT_EQ(of_kind(reading->report.findings, "verborgen_kolom").at(0).found, "kolom D is verborgen en wel gelezen");
}

TEST(OpenedSheet, SaysWhichColumnsItDidNotUse) {
    auto head = budget_head();
    auto row = months_row("4.1", "4110", "Lonen", 1);
    head.emplace_back("Sleutel");
    row.emplace_back("handmatig");
    row.emplace_back("losse opmerking");
    const auto reading = read({head, row});
    ASSERT_TRUE(reading);
    EXPECT_THAT(reasons(reading->report), testing::IsSupersetOf({"S1 kolom niet gebruikt", "T2 kolom zonder kop"}));
}

TEST(OpenedSheet, CountsFindingsBeyondAThousandOfAKind) {
    TestRows rows{budget_head()};
    for (int i = 0; i < 1500; ++i) rows.push_back(months_row("4.1", "4110", "Min", -1));
    rows.push_back(months_row("4.1", "4120", "Plus", 1));
    const auto reading = read(rows);
    ASSERT_TRUE(reading);
    const Findings found = of_kind(reading->report.findings, "negatieve_regel");
    ASSERT_EQ(found.size(), 1001U);
    EXPECT_THAT(found.back().found, HasSubstr("nog 500 keer"));
}

TEST(OpenedSheetRefusal, NoSheetHasAHeader) {
    const auto reading = read_budget(
        make_workbook({make_sheet({{"Toelichting"}}, "Toelichting"), make_sheet({}, "Leeg")}), budget_settings());
    ASSERT_FALSE(reading);
    EXPECT_EQ(
        to_text(reading.error()),
        "test.xlsx: geen zichtbaar blad heeft een kopregel in rij 1 tot en met 25 (verwacht: een van de bladen "
        "Toelichting, Leeg). Noem in het model het blad dat gelezen moet worden; staan de koppen lager, zeg dan in "
        "welke rij, bijvoorbeeld kopregel = 26.");
}

TEST(OpenedSheetRefusal, SheetDoesNotExist) {
    auto settings = budget_settings();
    settings.sheet = "Lasten";
    const auto reading = read_budget(make_workbook({good_sheet("Begroting")}), settings);
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().found, "blad \"Lasten\" bestaat niet");
    EXPECT_EQ(reading.error().expected, "een van de bladen Begroting");
}

TEST(OpenedSheetRefusal, TextHasNoSheetsToName) {
    auto book = make_workbook({make_sheet({{"Toelichting"}}, "")});
    book.text_format = workbook::TextFormat{.delimiter = ';'};
    auto settings = budget_settings();
    auto reading = read_budget(book, settings);
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().found, "geen van de eerste 25 rijen is een kopregel voor dit profiel");
    settings.sheet = "Lasten";
    reading = read_budget(book, settings);
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().found, "een tekstbestand heeft geen bladen, dus ook geen \"Lasten\"");
}

TEST(OpenedSheetRefusal, ClosestSheetTellsWhatIsMissing) {
    const auto reading =
        read_budget(make_workbook({make_sheet({{"Rubriek", "Omschrijving"}, {"x"}}, "Ver"),
                                   make_sheet({{"Rubriek", "Omschrijving", "Kostenplaats", "Totaal"}}, "Dichtbij")}),
                    budget_settings());
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().place.sheet, "Dichtbij");
    EXPECT_THAT(reading.error().found, HasSubstr("geen kolom voor rekening"));
}

TEST(OpenedSheetRefusal, ProfileDoesNotFit) {
    auto settings = budget_settings();
    settings.profile = "iets_anders";
    const auto reading = read_budget(make_workbook({good_sheet("Begroting")}), settings);
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().found, "profiel \"iets_anders\" past hier niet");
}

TEST(OpenedSheetRefusal, ModelNamesAnUnknownMeaning) {
    auto settings = budget_settings();
    settings.columns = {{"kostenplek", "Afdeling"}};
    const auto reading = read_budget(make_workbook({good_sheet("Begroting")}), settings);
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().found, "het model noemt een kolom voor \"kostenplek\"");
    EXPECT_THAT(reading.error().expected, HasSubstr("kostenplaats"));
}

TEST(OpenedSheetRefusal, PersonalData) {
    for (const char* name : {"BSN", "Naam leerling", "Burgerservice-nummer", "Geboortedatum"}) {
        auto head = budget_head();
        head.emplace_back(name);
        const auto reading = read({head, months_row("4.1", "4110", "Lonen", 1)});
        ASSERT_FALSE(reading) << name;
        EXPECT_THAT(reading.error().found, HasSubstr("bevat persoonsgegevens"));
        EXPECT_EQ(reading.error().place.cell, "S1");
    }
}

}  // namespace
}  // namespace begroot::exchange
