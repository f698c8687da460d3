// Every package's export gives the same two bookings, whatever its heads, notation and sign.

#include "exchange/inspection.hpp"
#include "exchange/ledger_sheet.hpp"
#include "exchange/package_sample.hpp"
#include "exchange/profile.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using test::PackageSample;
using testing::HasSubstr;

SourceSettings settings_for(const std::string& profile) {
    SourceSettings settings;
    settings.profile = profile;
    settings.year = FiscalYear{2025};
    settings.account_kinds = {{Side::expense, "4*"}, {Side::income, "8*"}};
    return settings;
}

class Packages : public testing::TestWithParam<PackageSample> {};

TEST_P(Packages, GiveTheSameBookings) {
    const auto book = test::make_workbook(GetParam());
    const auto reading = read_ledger(book, settings_for(GetParam().profile));
    ASSERT_TRUE(reading) << to_text(reading.error());
    const auto& postings = reading->ledger.postings;
    ASSERT_EQ(postings.size(), 2U);
    EXPECT_EQ(postings[0].coding->account.text(), "4010");
    EXPECT_EQ(postings[0].amount.cents(), 8'536'002);
    EXPECT_EQ(postings[0].coding->side, Side::expense);
    EXPECT_EQ(postings[0].period().year, 2025);
    EXPECT_EQ(postings[1].coding->account.text(), "8100");
    EXPECT_EQ(postings[1].amount.cents(), -433'711);
    EXPECT_EQ(postings[1].coding->side, Side::income);
    EXPECT_FALSE(has_error(reading->report.findings)) << to_text(reading->report.findings.front());
}

TEST_P(Packages, AreRecognisedByTheirHeads) {
    const auto book = test::make_workbook(GetParam());
    const Inspection inspection = inspect(book, {});
    EXPECT_EQ(inspection.profile, GetParam().profile);
    EXPECT_FALSE(inspection.refusal) << to_text(*inspection.refusal);
    EXPECT_EQ(inspection.lines, 2U);
}

TEST_P(Packages, AreRecognisedInATextWithoutMergedCells) {
    auto sample = GetParam();
    sample.merged.clear();
    auto book = test::make_workbook(sample);
    book.text_format = workbook::TextFormat{.delimiter = ';'};
    const Inspection inspection = inspect(book, {});
    EXPECT_EQ(inspection.profile, sample.profile);
    EXPECT_FALSE(inspection.refusal) << to_text(*inspection.refusal);
    EXPECT_EQ(inspection.lines, 2U);
}

TEST_P(Packages, AskWhichAccountsAreIncome) {
    const auto book = test::make_workbook(GetParam());
    const Inspection inspection = inspect(book, {});
    const auto asked = std::ranges::find(inspection.findings, "gevraagd", &Finding::kind);
    ASSERT_NE(asked, inspection.findings.end());
    EXPECT_THAT(asked->found, HasSubstr("8* baten, 4* lasten"));
}

INSTANTIATE_TEST_SUITE_P(Known, Packages, testing::ValuesIn(test::all_package_samples()),
                         [](const auto& sample) { return sample.param.profile; });

TEST(Samples, AreThereForEveryLedgerThatIsKnownByItsHeads) {
    const auto samples = test::all_package_samples();
    for (const Profile& profile : profiles()) {
        // AFAS says which accounts are baten and lasten: its own tests read it
        if (profile.shape != Shape::ledger || profile.heads.empty() || profile.name.starts_with("afas")) continue;
        if (profile.name == "grootboekkaart") continue;  // one account: the tests of AccountCard read it
        EXPECT_TRUE(std::ranges::any_of(samples, [&](const PackageSample& sample) {
            return sample.profile == profile.name;
        })) << profile.name;
    }
}

TEST(Periods, ComeFromThePeriodColumnAndTheYearFromTheDate) {
    const auto reading =
        read_ledger(test::make_workbook(test::exact_card_sample().rows), settings_for("exact_online_grootboekkaart"));
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->ledger.postings[1].period(), (BookPeriod{2025, 2}));
}

TEST(Periods, AreTheLastMonthOfATitledBalance) {
    const auto reading =
        read_ledger(test::make_workbook(test::digiboox_sample()), settings_for("digiboox_kolommenbalans"));
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->ledger.postings[0].period(), (BookPeriod{2025, 12}));
}

TEST(Periods, AreAskedWhenABalanceDoesNotTell) {
    auto rows = test::balance_sample().rows;
    rows[0] = {"Saldibalans"};
    const auto reading = read_ledger(test::make_workbook(rows), settings_for("saldibalans"));
    ASSERT_FALSE(reading);
    EXPECT_THAT(reading.error().found, HasSubstr("bij welke periode"));
    auto settings = settings_for("saldibalans");
    settings.period = 8;
    const auto told = read_ledger(test::make_workbook(rows), settings);
    ASSERT_TRUE(told) << to_text(told.error());
    EXPECT_EQ(told->ledger.postings[0].period(), (BookPeriod{2025, 8}));
}

TEST(Balances, AreHeldAgainstOpeningAndMovement) {
    auto rows = test::balance_sample().rows;
    rows[2][7] = "85.360,03";
    const auto reading = read_ledger(test::make_workbook(rows), settings_for("saldibalans"));
    ASSERT_TRUE(reading) << to_text(reading.error());
    const auto& findings = reading->report.findings;
    const auto wrong = std::ranges::find(findings, "saldo_klopt_niet", &Finding::kind);
    ASSERT_NE(wrong, findings.end());
    EXPECT_EQ(wrong->place.cell, "H3");
    EXPECT_THAT(wrong->expected, HasSubstr("verschil € -0,01"));
}

TEST(Periods, OfAColumnWithoutAYearAreRefused) {
    auto settings = settings_for("grootboekmutaties");
    settings.year = FiscalYear{};
    const auto reading = read_ledger(
        test::make_workbook(test::TestRows{{"Periode", "Rekening", "Debet", "Credit"}, {"8", "4010", "1,00", ""}}),
        settings);
    ASSERT_FALSE(reading);
    EXPECT_THAT(reading.error().found, HasSubstr("bij welk boekjaar"));
}

TEST(Inspections, AskTheYearOfABalanceThatNamesNone) {
    const Findings findings = inspect(test::make_workbook(test::balance_sample()), {}).findings;
    EXPECT_TRUE(std::ranges::any_of(
        findings, [](const Finding& finding) { return finding.found.contains("zegt niet bij welk boekjaar"); }));
}

TEST(Signs, OfIncomeThatAddsUpToDebitAreAsked) {
    auto rows = test::snelstart_sample().rows;
    rows[2][3] = "4337,11";
    const auto reading = read_ledger(test::make_workbook(rows), settings_for("snelstart_mutaties"));
    ASSERT_FALSE(reading);
    EXPECT_THAT(reading.error().found, HasSubstr("baten samen positief"));
    auto settings = settings_for("snelstart_mutaties");
    settings.sign = SignRule::all_positive;
    const auto told = read_ledger(test::make_workbook(rows), settings);
    ASSERT_TRUE(told) << to_text(told.error());
    EXPECT_EQ(told->ledger.postings[0].amount.cents(), 8'536'002);
    EXPECT_EQ(told->ledger.postings[1].amount.cents(), -433'711);
}

TEST(Signs, AreTurnedWhereCreditIsPositive) {
    auto rows = test::snelstart_sample().rows;
    rows[1][3] = "-85360,02";
    rows[2][3] = "4337,11";
    auto settings = settings_for("snelstart_mutaties");
    settings.sign = SignRule::credit_positive;
    const auto reading = read_ledger(test::make_workbook(rows), settings);
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->ledger.postings[0].amount.cents(), 8'536'002);
    EXPECT_EQ(reading->ledger.postings[1].amount.cents(), -433'711);
}

TEST(Sides, OfAnAccountThatNoKindNamesRefuseTheFile) {
    auto settings = settings_for("snelstart_mutaties");
    settings.account_kinds = {{Side::expense, "4*"}};
    const auto reading = read_ledger(test::make_workbook(test::snelstart_sample().rows), settings);
    ASSERT_FALSE(reading);
    EXPECT_THAT(reading.error().found, HasSubstr("rekening 8100 staat bij geen enkele rekeningsoort"));
}

TEST(CostCentres, OfTwinfieldAreNoRelations) {
    auto sample = test::twinfield_sample();
    sample.rows[0].push_back("Dimensietype 2");
    sample.rows[1].push_back("KPL");
    sample.rows[2].push_back("DEB");
    const auto reading = read_ledger(test::make_workbook(sample.rows), settings_for(sample.profile));
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->ledger.postings[0].coding->cost_centre.text(), "210");
    EXPECT_EQ(reading->ledger.postings[1].coding->cost_centre.text(), "");
}

TEST(Headless, SheetsAreReadByTheLettersOfTheirColumns) {
    const auto book = test::make_workbook(
        {{"4010", "Salariskosten", "210", "85.360,02", ""}, {"8100", "Rijksbijdrage", "200", "", "4.337,11"}});
    auto settings = settings_for("speedbooks_saldi");
    settings.header_row = 0;
    settings.period = 12;
    settings.columns = {
        {"rekening", "A"}, {"rekeningnaam", "B"}, {"kostenplaats", "C"}, {"debet", "D"}, {"credit", "E"}};
    const auto reading = read_ledger(book, settings);
    ASSERT_TRUE(reading) << to_text(reading.error());
    ASSERT_EQ(reading->ledger.postings.size(), 2U);
    EXPECT_EQ(reading->ledger.postings[0].coding->cost_centre.text(), "210");
    EXPECT_EQ(reading->ledger.postings[1].amount.cents(), -433'711);
}

TEST(Headless, SheetsWithAWrongLetterAreRefused) {
    const auto book = test::make_workbook({{"4010", "Salariskosten", "1,00", ""}});
    auto settings = settings_for("speedbooks_saldi");
    settings.header_row = 0;
    settings.columns = {{"rekening", "Z"}};
    const auto reading = read_ledger(book, settings);
    ASSERT_FALSE(reading);
    EXPECT_THAT(to_text(reading.error()), HasSubstr("\"Z\" is geen kolom van dit blad (verwacht: een letter van A"));
}

TEST(Headless, SheetsAreRecognised) {
    const auto book = test::make_workbook(
        {{"4010", "Salariskosten", "210", "85.360,02", ""}, {"8100", "Rijksbijdrage", "200", "", "4.337,11"}});
    const Inspection inspection = inspect(book, {});
    EXPECT_EQ(inspection.profile, "speedbooks_saldi");
    EXPECT_EQ(inspection.settings.columns.at("credit"), "E");
    ASSERT_TRUE(inspection.refusal);  // the file does not tell its period
    EXPECT_THAT(inspection.refusal->found, HasSubstr("bij welke periode"));
}

TEST(Cumulative, AmountsAreAskedAndTurnedIntoSteps) {
    auto rows = test::ctrl_sample().rows;
    rows.insert(rows.end(), {{"4010", "Salariskosten", "90000,00", "2", "2025"},
                             {"4010", "Salariskosten", "95000,00", "3", "2025"}});
    const auto reading = read_ledger(test::make_workbook(rows), settings_for("ctrl_saldi"));
    ASSERT_FALSE(reading);
    EXPECT_THAT(reading.error().found, HasSubstr("de bedragen lopen op"));
    auto settings = settings_for("ctrl_saldi");
    settings.cumulative = true;
    const auto told = read_ledger(test::make_workbook(rows), settings);
    ASSERT_TRUE(told) << to_text(told.error());
    EXPECT_EQ(told->ledger.postings[0].amount.cents(), 8'536'002);
    EXPECT_EQ(told->ledger.postings[2].amount.cents(), 463'998);
    EXPECT_EQ(told->ledger.postings[3].amount.cents(), 500'000);
    EXPECT_EQ(told->ledger.source_total.cents(), 8'536'002 - 433'711 + 463'998 + 500'000);
    settings.cumulative = false;
    EXPECT_TRUE(read_ledger(test::make_workbook(rows), settings));
}

TEST(Units, OfATitleAreApplied) {
    auto rows = test::balance_sample().rows;
    rows[0] = {"Saldibalans t/m periode 12 (x € 1.000)"};
    const auto reading = read_ledger(test::make_workbook(rows), settings_for("saldibalans"));
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->ledger.postings[0].amount.cents(), 8'536'002'000);
    EXPECT_NE(std::ranges::find(reading->report.findings, "bedragen_in_eenheid", &Finding::kind),
              reading->report.findings.end());
}

TEST(Units, AreAppliedBeforeAnythingIsRounded) {
    auto rows = test::digiboox_sample();
    rows.rows[1] = {"", "Bedragen x € 1.000"};
    rows.rows[5] = {"", "4010 Salariskosten directie", 0, 0, 0, 0, 1.2345, 0, 1.2345, 1.2345, 0};
    const auto reading = read_ledger(test::make_workbook(rows), settings_for(rows.profile));
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->ledger.postings[0].amount.cents(), 123'450);
}

TEST(Columns, ThatNobodyNeedsAreNotKept) {
    const auto settings = settings_for("snelstart_mutaties");
    auto rows = test::snelstart_sample().rows;
    rows[0].push_back("Relatie");
    rows[1].push_back("Jansen");
    const auto sheet = test::make_sheet(rows);
    const auto choice = needed_columns(settings)(sheet);
    ASSERT_TRUE(choice);
    EXPECT_EQ(choice->key_column, 0U);
    EXPECT_TRUE(choice->kept[3]);
    EXPECT_FALSE(choice->kept[4]);
    EXPECT_TRUE(choice->kept[5]) << "a column without a head is reported";
}

TEST(Profiles, HaveDifferentNamesThatCanBeFound) {
    for (const Profile& profile : profiles()) EXPECT_EQ(find_profile(profile.name), &profile) << profile.name;
    EXPECT_EQ(find_profile("exact"), nullptr);
    EXPECT_THAT(profile_names(Shape::budget), HasSubstr("begroting_per_maand"));
    EXPECT_EQ(source_word(Shape::reference), std::nullopt);
}

}  // namespace
}  // namespace begroot::exchange
