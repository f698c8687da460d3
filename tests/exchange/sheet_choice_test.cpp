// Which sheet is read, which question is asked, and what a sheet that the user names is read as.

#include "exchange/inspection.hpp"
#include "exchange/ledger_sheet.hpp"
#include "exchange/package_sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;
using testing::HasSubstr;

SourceSettings choice_settings(const std::string& profile) {
    SourceSettings settings;
    settings.profile = profile;
    settings.year = FiscalYear{2025};
    settings.account_kinds = {{Side::expense, "4*"}, {Side::income, "8*"}};
    return settings;
}

workbook::Sheet postings_sheet(const std::string& name) {
    return make_sheet({{"Rekening", "Datum", "Bedrag"}, {"4010", date(45661), 100.5}}, name);
}

TestRow twelve_months() {
    TestRow row;
    for (const char* month : {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"})
        row.emplace_back(month);
    return row;
}

workbook::Sheet months_sheet(const std::string& title, const std::string& name) {
    TestRow head{"Rekening", "Omschrijving"};
    TestRow row{"4010", "Salaris"};
    for (const TestCell& month : twelve_months()) {
        head.push_back(month);
        row.emplace_back(10);
    }
    return make_sheet({{title}, head, row}, name);
}

bool is_asked(const Inspection& inspection, const std::string& what) {
    return std::ranges::any_of(inspection.findings, [&what](const Finding& finding) {
        return finding.kind == "gevraagd" && finding.found.contains(what);
    });
}

TEST(SheetChoice, OfSeveralThatFitAsWellIsAsked) {
    const auto reading =
        read_ledger(make_workbook({postings_sheet("Januari"), postings_sheet("Februari"), postings_sheet("Maart")}),
                    choice_settings("grootboekmutaties"));
    ASSERT_FALSE(reading);
    EXPECT_EQ(
        to_text(reading.error()),
        "test.xlsx: blad Januari past, en even goed: Februari, Maart (verwacht: één blad). Zeg in [[bron]] welk blad "
        "gelezen wordt, bijvoorbeeld blad = \"Januari\"; tellen er meer, geef elk blad dan zijn eigen [[bron]].");
}

TEST(SheetChoice, LeavesSheetsThatFitLess) {
    const auto pivot = make_sheet({{"Rekening", "Bedrag"}, {"4010", 100.5}}, "Draaitabel");
    const auto chart = make_sheet({{"Rekening", "Omschrijving"}, {"4010", "Salaris"}}, "Rekeningschema");
    const auto empty = make_sheet({{"Rekening", "Datum", "Bedrag"}}, "Leeg");
    const auto reading = read_ledger(make_workbook({chart, empty, postings_sheet("Mutaties"), pivot}),
                                     choice_settings("grootboekmutaties"));
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->report.sheet, "Mutaties");
}

TEST(SheetChoice, TellsOfAHiddenTwin) {
    auto hidden = postings_sheet("Oud");
    hidden.visibility = workbook::Visibility::hidden;
    const auto book = make_workbook({postings_sheet("Mutaties"), hidden});
    auto settings = choice_settings("grootboekmutaties");
    const auto reading = read_ledger(book, settings);
    ASSERT_TRUE(reading) << to_text(reading.error());
    const auto is_twin = [](const Finding& finding) { return finding.kind == "verborgen_blad_past_ook"; };
    EXPECT_EQ(std::ranges::count_if(reading->report.findings, is_twin), 1);
    EXPECT_EQ(std::ranges::count_if(inspect(book, {}).findings, is_twin), 1) << "also when it is recognised";
    settings.sheet = "Mutaties";
    EXPECT_EQ(std::ranges::count_if(read_ledger(book, settings)->report.findings, is_twin), 0) << "the user chose";
}

TEST(SheetChoice, RecognisesTheSheetThatIsNamed) {
    const auto book = make_workbook({months_sheet("Begroting 2025", "Begroting"), postings_sheet("Mutaties")});
    SourceSettings given;
    given.sheet = "mutaties";
    const Inspection inspection = inspect(book, given);
    EXPECT_EQ(inspection.profile, "grootboekmutaties");
    EXPECT_EQ(inspection.kind, "mutaties");
    EXPECT_FALSE(is_asked(inspection, "even goed"));
    given.sheet = "Elders";
    ASSERT_TRUE(inspect(book, given).refusal);
    EXPECT_EQ(inspect(book, given).refusal->found, "blad \"Elders\" bestaat niet");
}

TEST(SheetChoice, AsksWhenABudgetSaysItIsSpent) {
    const std::string question = "zeggen realisatie of werkelijk";
    EXPECT_TRUE(is_asked(inspect(make_workbook({months_sheet("Realisatie 2025", "Blad1")}), {}), question));
    EXPECT_FALSE(is_asked(inspect(make_workbook({months_sheet("Begroting 2025", "Blad1")}), {}), question));
    EXPECT_FALSE(is_asked(inspect(make_workbook({months_sheet("Begroting en realisatie", "Blad1")}), {}), question));
}

TEST(SheetChoice, TakesALowHeaderRowWhenTheUserNamesIt) {
    TestRows rows(30, TestRow{"Toelichting"});
    rows.push_back({"Rekening", "Datum", "Bedrag"});
    rows.push_back({"4010", date(45661), 100.5});
    auto settings = choice_settings("grootboekmutaties");
    auto reading = read_ledger(make_workbook(rows), settings);
    ASSERT_FALSE(reading);
    EXPECT_THAT(to_text(reading.error()), HasSubstr("in rij 1 tot en met 25"));
    EXPECT_THAT(to_text(reading.error()), HasSubstr("kopregel = 26"));
    settings.header_row = 31;
    reading = read_ledger(make_workbook(rows), settings);
    ASSERT_TRUE(reading) << to_text(reading.error());
    settings.header_row = 30;
    reading = read_ledger(make_workbook(rows), settings);
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().found, "rij 30 is geen kopregel");
}

TEST(SheetChoice, ReadsSpeedbooksByNameAsWhenItIsRecognised) {
    auto settings = choice_settings("speedbooks_saldi");
    settings.period = 12;
    const auto reading = read_ledger(make_workbook({{"4010", "Salariskosten", "210", "85.360,02", ""},
                                                    {"8100", "Rijksbijdrage", "200", "", "4.337,11"}}),
                                     settings);
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->ledger.postings[1].amount.cents(), -433'711);
}

TEST(AccountCard, TakesItsAccountFromATitle) {
    const TestRows rows{
        {"Grootboekrekening: 4010 Salariskosten directie"},
        {"Boekdatum", "Boekstuknummer", "Periode", "Regelomschrijving", "Bedragen debet", "Bedragen credit"},
        {date(45661), "E1", 1, "Salaris 1", 1000.1, ""},
        {date(45692), "E2", 2, "Salaris 2", "", 50.2},
        {"", "", "", "Totaal", 1000.1, 50.2}};
    const auto reading = read_ledger(make_workbook(rows), choice_settings("grootboekkaart"));
    ASSERT_TRUE(reading) << to_text(reading.error());
    ASSERT_EQ(reading->ledger.postings.size(), 2U);
    EXPECT_EQ(reading->ledger.postings[1].coding->account.text(), "4010");
    EXPECT_EQ(reading->ledger.postings[1].account_name.text(), "Salariskosten directie");
    EXPECT_EQ(reading->ledger.postings[1].description.text(), "Salaris 2");
    EXPECT_FALSE(has_error(reading->report.findings)) << to_text(reading->report.findings.front());
    const Inspection inspection = inspect(make_workbook(rows), {});
    EXPECT_EQ(inspection.profile, "grootboekkaart");
    EXPECT_FALSE(inspection.refusal) << to_text(*inspection.refusal);
}

TEST(AccountCard, TakesItsAccountFromTheSettings) {
    const TestRows rows{
        {"Boekdatum", "Boekstuknummer", "Periode", "Regelomschrijving", "Bedragen debet", "Bedragen credit"},
        {date(45661), "E1", 1, "Salaris 1", 1000.1, ""}};
    auto settings = choice_settings("grootboekkaart");
    auto reading = read_ledger(make_workbook(rows), settings);
    ASSERT_FALSE(reading);
    EXPECT_THAT(reading.error().action, HasSubstr("rekening = \"4010\""));
    settings.account = "4010";
    reading = read_ledger(make_workbook(rows), settings);
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->ledger.postings[0].coding->account.text(), "4010");
    reading = read_ledger(make_workbook({postings_sheet("Mutaties")}), settings);
    ASSERT_FALSE(reading);
    EXPECT_THAT(reading.error().found, HasSubstr("[[bron]] noemt rekening = \"4010\""));
}

TEST(AccountCard, IsNoRangeAndNoBankAccount) {
    for (const char* title : {"Rekening 4000 t/m 4999", "Rekening 4000 - 4999", "Rekening: NL12RABO0123456789",
                              "Rekening 2025", "Jaarrekening 2025"}) {
        const TestRows rows{
            {title},
            {"Boekdatum", "Boekstuknummer", "Periode", "Regelomschrijving", "Bedragen debet", "Bedragen credit"},
            {date(45661), "E1", 1, "Salaris 1", 1000.1, ""}};
        EXPECT_FALSE(read_ledger(make_workbook(rows), choice_settings("grootboekkaart"))) << title;
    }
}

TEST(Descriptions, StandBesideAccountsThatCarryTheirOwnName) {
    const auto reading =
        read_ledger(make_workbook(exact_card_sample()), choice_settings("exact_online_grootboekkaart"));
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->ledger.postings[0].description.text(), "Mutatie");
    const auto named = read_ledger(make_workbook(snelstart_sample()), choice_settings("snelstart_mutaties"));
    ASSERT_TRUE(named);
    EXPECT_EQ(named->ledger.postings[0].account_name.text(), "Salaris");
}

TEST(EntryHeads, OfExactGlobeAreNoBookings) {
    const TestRows rows{{"Regelnr.", "DagboekType", "Dagboeknr.", "Periode", "BoekJaar", "BoekstukNr", "Omschrijving",
                         "Datum", "Grootboek", "Bedrag"},
                        {"0", "M", "90", "1", "2025", "E1", "Memoriaal", date(45661), "", "0,00"},
                        {"1", "M", "90", "1", "2025", "E1", "Salaris", date(45661), "4010", "10,00"},
                        {"2", "M", "90", "1", "2025", "E1", "Bijdrage", date(45661), "8100", "-10,00"},
                        {"3", "M", "90", "1", "2025", "E1", "Vergeten", date(45661), "", "0,00"}};
    const auto reading = read_ledger(make_workbook(rows), choice_settings("exact_globe_journaal"));
    ASSERT_TRUE(reading) << to_text(reading.error());
    const auto& skipped = reading->report.skipped;
    EXPECT_EQ(std::ranges::count(skipped, "tussenkop", &Skipped::reason), 1);
    EXPECT_EQ(std::ranges::count(skipped, "geen rekening", &Skipped::reason), 1) << "any other line is a mistake";
}

TEST(PeriodTitles, OfMonthsThatBeginLaterAreRefused) {
    auto sample = balance_sample();
    sample.rows[0] = {"Periode 2 - 3 2025"};
    const auto reading = read_ledger(make_workbook(sample), choice_settings("saldibalans"));
    ASSERT_FALSE(reading);
    EXPECT_THAT(reading.error().found, HasSubstr("\"Periode 2 - 3 2025\" begint niet in periode 1 van 2025"));
    sample.rows[0] = {"Periode 1 t/m 3 2025"};
    const auto told = read_ledger(make_workbook(sample), choice_settings("saldibalans"));
    ASSERT_TRUE(told) << to_text(told.error());
    EXPECT_EQ(told->ledger.postings[0].period(), (BookPeriod{2025, 3}));
}

}  // namespace
}  // namespace begroot::exchange
