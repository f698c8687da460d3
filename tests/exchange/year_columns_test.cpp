// Budgets that are wide by year: calendar years side by side, and school years.

#include "exchange/budget_sample.hpp"
#include "exchange/finding_match.hpp"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;
using testing::HasSubstr;

constexpr std::int64_t cent_max = 100'000'000;

TestRow head(std::vector<TestCell> amounts) {
    TestRow row{"Rubriek", "Rekening", "Omschrijving"};
    row.insert(row.end(), amounts.begin(), amounts.end());
    return row;
}

TestRow wide_line(std::vector<TestCell> amounts, const char* account = "4110") {
    TestRow row{"4.1", account, "Lonen"};
    row.insert(row.end(), amounts.begin(), amounts.end());
    return row;
}

SourceSettings of_year(std::int32_t year, std::optional<bool> school_years = {}) {
    SourceSettings settings;
    settings.profile = "meerjarenbegroting";
    settings.year = {year};
    settings.school_years = school_years;
    return settings;
}

Result<BudgetReading> read_for(const TestRows& rows, const SourceSettings& settings) {
    return read_budget(make_workbook(rows), settings);
}

std::string refusal(const TestRows& rows, const SourceSettings& settings = of_year(2025)) {
    const auto reading = read_for(rows, settings);
    return reading ? "" : to_text(reading.error());
}

/// Gives the year's cents of the only line; the test fails when there is none.
std::int64_t cents_of(const TestRows& rows, const SourceSettings& settings) {
    const auto reading = read_for(rows, settings);
    if (!reading) {
        ADD_FAILURE() << to_text(reading.error());
        return -1;
    }
    return reading->budget.lines.at(0).year.cents();
}

TEST(YearColumns, GiveTheBookYearAndTellWhichYearsAreNotRead) {
    const TestRows rows{head({"2024", "2025", "2026", "2027"}), wide_line({100, 200, 300, 400})};
    EXPECT_EQ(cents_of(rows, of_year(2024)), 100'00);
    EXPECT_EQ(cents_of(rows, of_year(2026)), 300'00);
    const auto reading = read_for(rows, of_year(2025));
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->budget.lines[0].year, Money::from_euros(200));
    EXPECT_EQ(origin_name(reading->budget.lines[0].year_origin), "E2");
    const Findings told = of_kind(reading->report.findings, "andere_jaren");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].severity, Severity::notice);
    EXPECT_EQ(told[0].place.cell, "D1");
    EXPECT_EQ(told[0].found,
              "niet gelezen, want van een ander jaar dan 2025: \"2024\" (D), \"2026\" (F), \"2027\" (G)");
}

TEST(YearColumns, MayStandUnderAWordAndBesideOtherFigures) {
    const TestRows rows{{"", "", "", "Realisatie", "Begroting", "Begroting", ""},
                        head({"2023", "2025", "2026", "Toelichting 2024"}),
                        wide_line({100, 200, 300, "zie bijlage"})};
    const auto reading = read_for(rows, of_year(2025));
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->budget.lines[0].year, Money::from_euros(200));
    EXPECT_EQ(of_kind(reading->report.findings, "andere_jaren").at(0).found,
              "niet gelezen, want van een ander jaar dan 2025: \"2023\" (D), \"2026\" (F)");
}

TEST(YearColumns, TellOfMonthsOfAnotherYear) {
    TestRow heads = budget_head();
    heads.emplace_back("Realisatie 2023");
    TestRow row = months_row("4.1", "4110", "Lonen", 100);
    row.emplace_back(5);
    const auto reading = read({heads, row});
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_THAT(of_kind(reading->report.findings, "andere_jaren").at(0).found, HasSubstr("\"Realisatie 2023\" (S)"));
    EXPECT_TRUE(
        of_kind(read({budget_head(), months_row("4.1", "4110", "Lonen", 1)})->report.findings, "andere_jaren").empty());
}

TEST(YearColumns, AreRefusedWithoutTheBookYear) {
    EXPECT_EQ(refusal({head({"2026", "Begroting 2027"}), wide_line({100, 200})}),
              "test.xlsx, blad Blad1, cel B1: geen kolom van 2025; gevonden: \"2026\" (D), \"Begroting 2027\" (E) "
              "(verwacht: een kolom met de kop 2025 of Begroting 2025). Noem de kolom in het model onder kolommen.");
}

TEST(YearColumns, GoBeforeATotalThatMayBeTheirSum) {
    EXPECT_EQ(cents_of({head({"2024", "2025", "2026", "Totaal"}), wide_line({100, 200, 300, 600})}, of_year(2025)),
              200'00);
    const TestRows rows{head({"2026", "2027", "Totaal"}), wide_line({100, 200, 300})};
    EXPECT_EQ(refusal(rows),
              "test.xlsx, blad Blad1, cel F1: \"Totaal\" staat naast \"2026\" (D), \"2027\" (E) en kan de som van die "
              "jaren zijn (verwacht: een kolom van 2025). Noem de kolom in het model onder kolommen.");
    SourceSettings named = of_year(2025);
    named.columns = {{"totaal", "Totaal"}};
    EXPECT_EQ(cents_of(rows, named), 300'00);
    EXPECT_EQ(cents_of({head({"2024", "Totaal"}), wide_line({100, 300})}, of_year(2025)), 300'00)
        << "one year beside it is last year's";
}

TEST(SchoolYearColumns, AreNeverReadAsACalendarYear) {
    for (const char* name : {"2024-2025", "24/25", "schooljaar 2024-2025", "Begroting 2024/25"}) {
        EXPECT_THAT(refusal({head({name}), wide_line({100})}), HasSubstr("is een schooljaar")) << name;
        EXPECT_THAT(refusal({head({name, "Totaal"}), wide_line({100, 100})}), HasSubstr("is een schooljaar")) << name;
        EXPECT_THAT(refusal({head({name, "Begroot"}), wide_line({100, 100})}), HasSubstr("is een schooljaar")) << name;
        EXPECT_THAT(refusal({{"", "", "", name}, head({"Begroot"}), wide_line({100})}), HasSubstr("is een schooljaar"))
            << name;
    }
    EXPECT_THAT(refusal({{"", "", "", "Schooljaar"}, head({"2025"}), wide_line({100})}),
                HasSubstr("is een schooljaar"));
    EXPECT_EQ(refusal({head({"2024-2025", "2025-2026"}), wide_line({100, 200})}),
              "test.xlsx, blad Blad1, cel D1: \"2024-2025\" (D), \"2025-2026\" (E) zijn schooljaren, van augustus tot "
              "en met juli (verwacht: een kolom van kalenderjaar 2025, of wat er met het schooljaar gebeurt). Schrijf "
              "in [[bron]] schooljaar = true voor 7/12 van 2024-2025 (januari t/m juli) en 5/12 van 2025-2026 "
              "(augustus t/m december), of schooljaar = false als de bedragen van het kalenderjaar zijn.");
}

TEST(SchoolYearColumns, AreAskedForMonthsThatStandUnderOne) {
    TestRow above(5, TestCell());
    above.insert(above.end(), 13, TestCell("Schooljaar 2024-2025"));
    EXPECT_THAT(refusal({above, budget_head(), months_row("4.1", "4110", "Lonen", 100)}, budget_settings()),
                HasSubstr("zijn schooljaren"));
    const TestRow in_order{"Rubriek", "Rekening", "aug", "sep", "okt", "nov", "dec",
                           "jan",     "feb",      "mrt", "apr", "mei", "jun", "jul"};
    TestRow amounts{"4.1", "4110"};
    amounts.insert(amounts.end(), 12, TestCell(10));
    EXPECT_THAT(refusal({in_order, amounts}), HasSubstr("cel C1: de maanden beginnen bij augustus"));
    EXPECT_EQ(cents_of({in_order, amounts}, of_year(2025, false)), 120'00);
}

TEST(SchoolYearColumns, MayBeMeantByTheTitleAlone) {
    const TestRow title{"Begroting schooljaar 2024-2025"};
    const TestRows rows{title, {}, head({"Begroot"}), wide_line({100})};
    const auto warnings = [](const TestRows& given, const SourceSettings& settings) {
        return of_kind(read_for(given, settings)->report.findings, "schooljaar_in_titel");
    };
    const Findings told = warnings(rows, of_year(2025));
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].severity, Severity::warning);
    EXPECT_EQ(told[0].place.cell, "A1");
    EXPECT_EQ(told[0].found, "de titel noemt schooljaar 2024-2025; de bedragen zijn gelezen als kalenderjaar 2025");
    EXPECT_TRUE(warnings(rows, of_year(2025, false)).empty());
    EXPECT_TRUE(warnings({title, {}, head({"Begroting 2025"}), wide_line({100})}, of_year(2025)).empty());
    EXPECT_TRUE(warnings({{"Begroting 2025"}, {}, head({"Begroot"}), wide_line({100})}, of_year(2025)).empty());
}

TEST(SchoolYearColumns, StandBesideACalendarYearThatSaysSo) {
    const TestRows rows{head({"2024-2025", "2025"}), wide_line({100, 200})};
    const auto reading = read_for(rows, of_year(2025));
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->budget.lines[0].year, Money::from_euros(200));
    EXPECT_THAT(of_kind(reading->report.findings, "andere_jaren").at(0).found, HasSubstr("\"2024-2025\" (D)"));
    EXPECT_EQ(cents_of({head({"2024-2025", "Begroot"}), wide_line({100, 300})}, of_year(2025, false)), 300'00);
    SourceSettings named = of_year(2025);
    named.columns = {{"totaal", "2024-2025"}};
    EXPECT_THAT(refusal(rows, named), HasSubstr("kolom totaal is \"2024-2025\", een schooljaar"));
    named.school_years = false;
    EXPECT_EQ(cents_of(rows, named), 100'00) << "the user says so twice";
}

TEST(SchoolYearColumns, AreSplitSevenAndFiveTwelfthsWhenTheModelSaysSo) {
    const TestRows rows{head({"2024-2025", "2025-2026", "2026-2027"}), wide_line({12'000, 24'000, 1})};
    const auto reading = read_for(rows, of_year(2025, true));
    ASSERT_TRUE(reading) << to_text(reading.error());
    const BudgetLine& read = reading->budget.lines.at(0);
    EXPECT_EQ(read.year, Money::from_euros(7'000 + 10'000));
    ASSERT_TRUE(read.months);
    EXPECT_EQ((*read.months)[0], Money::from_euros(1'000));
    EXPECT_EQ((*read.months)[6], Money::from_euros(1'000));
    EXPECT_EQ((*read.months)[7], Money::from_euros(2'000));
    EXPECT_EQ((*read.months)[11], Money::from_euros(2'000));
    EXPECT_EQ(origin_name(month_origin(read, 6)), "D2");
    EXPECT_EQ(origin_name(month_origin(read, 7)), "E2");
    EXPECT_TRUE(read.school_years && read.year_is_sum);
    EXPECT_EQ(of_kind(reading->report.findings, "schooljaar_verdeeld").at(0).found,
              "elk bedrag van 2025 is 7/12 van \"2024-2025\" (D, januari t/m juli) plus 5/12 van \"2025-2026\" (E, "
              "augustus t/m december)");
    EXPECT_THAT(of_kind(reading->report.findings, "andere_jaren").at(0).found, HasSubstr("\"2026-2027\" (F)"));
}

TEST(SchoolYearColumns, NeedBothSchoolYears) {
    const TestRows rows{head({"2024-2025", "2023-2024"}), wide_line({12'000, 1})};
    EXPECT_EQ(refusal(rows, of_year(2025, true)),
              "test.xlsx, blad Blad1, cel B1: geen kolom voor schooljaar 2025-2026; gevonden: \"2023-2024\" (E) "
              "(verwacht: 7/12 van 2024-2025 (januari t/m juli) en 5/12 van 2025-2026 (augustus t/m december)). Noem "
              "de kolom in het model onder kolommen: schooljaar_vanaf_augustus = \"2025-2026\".");
    SourceSettings named = of_year(2025, true);
    named.columns = {{"schooljaar_tot_juli", "Vorig"}, {"schooljaar_vanaf_augustus", "Nieuw"}};
    EXPECT_EQ(cents_of({head({"Nieuw", "Vorig"}), wide_line({24'000, 12'000})}, named), 17'000'00);
}

TEST(SchoolYearColumns, GoWithNoOtherColumnsThatTheModelNames) {
    const TestRows rows{head({"2024-2025", "2025-2026", "2025"}), wide_line({12'000, 24'000, 1})};
    EXPECT_EQ(cents_of(rows, of_year(2025, true)), 17'000'00);
    SourceSettings both = of_year(2025, true);
    both.columns = {{"totaal", "2025"}};
    EXPECT_THAT(refusal(rows, both), HasSubstr("noemt onder kolommen totaal, en zegt ook schooljaar = true"));
    SourceSettings neither = of_year(2025);
    neither.columns = {{"schooljaar_tot_juli", "2024-2025"}};
    EXPECT_THAT(refusal(rows, neither), HasSubstr("schooljaar_tot_juli, en zegt niet schooljaar = true"));
}

TEST(SchoolYearColumns, AreThoseOfTheBudget) {
    const TestRows rows{head({"Realisatie 2024-2025", "Begroting 2024-2025", "Begroting 2025-2026"}),
                        wide_line({1, 12'000, 24'000})};
    EXPECT_EQ(cents_of(rows, of_year(2025, true)), 17'000'00);
    const TestRows above{{"", "", "", "Realisatie", "Begroting", "Begroting"},
                         head({"2024-2025", "2024-2025", "2025-2026"}),
                         wide_line({1, 12'000, 24'000})};
    EXPECT_EQ(cents_of(above, of_year(2025, true)), 17'000'00);
    EXPECT_THAT(refusal({head({"2024-2025", "24/25", "2025-2026"}), wide_line({1, 2, 3})}, of_year(2025, true)),
                HasSubstr("twee kolommen passen bij schooljaar_tot_juli"));
}

TEST(SchoolYearColumns, CheckThePrintedTotalsOfEachColumn) {
    const auto with_total = [](int first, int second) {
        return TestRows{head({"2024-2025", "2025-2026"}),
                        wide_line({12'000, 24'000}),
                        wide_line({0, 600}, "4120"),
                        {"", "", "Totaal lasten", first, second}};
    };
    const auto good = read_for(with_total(12'000, 24'600), of_year(2025, true));
    ASSERT_TRUE(good) << to_text(good.error());
    EXPECT_TRUE(of_kind(good->report.findings, "totaal_klopt_niet").empty()) << listed(good->report.findings);
    EXPECT_EQ(good->budget.controls.size(), 2U);
    const auto wrong = read_for(with_total(12'000, 24'599), of_year(2025, true));
    ASSERT_TRUE(wrong);
    EXPECT_EQ(of_kind(wrong->report.findings, "totaal_klopt_niet").at(0).place.cell, "E4");
}

TEST(SchoolYearColumns, LeaveNothingWhereACellIsBlank) {
    const TestRows rows{head({"2024-2025", "2025-2026"}), wide_line({"", 12'000}), wide_line({12'000, ""}, "4120"),
                        wide_line({"", ""}, "4130")};
    const auto reading = read_for(rows, of_year(2025, true));
    ASSERT_TRUE(reading) << to_text(reading.error());
    ASSERT_EQ(reading->budget.lines.size(), 2U);
    EXPECT_EQ(reading->budget.lines[0].year, Money::from_euros(5'000));
    EXPECT_EQ(reading->budget.lines[1].year, Money::from_euros(7'000));
}

class SchoolYearLaws : public testing::TestWithParam<unsigned> {};

TEST_P(SchoolYearLaws, TheCalendarYearsOfASchoolYearAddUpToIt) {
    std::mt19937 random(GetParam());
    TestRows rows{head({"2024-2025", "2025-2026", "2026-2027"})};
    std::int64_t middle = 0;
    for (int i = 0; i < 40; ++i) {
        const std::int64_t cents = std::uniform_int_distribution<std::int64_t>(-cent_max, cent_max)(random);
        middle += cents;
        rows.push_back(wide_line({"", static_cast<double>(cents) / 100, ""}));
    }
    Money both;
    for (const std::int32_t year : {2025, 2026}) {
        const auto reading = read_for(rows, of_year(year, true));
        ASSERT_TRUE(reading) << to_text(reading.error());
        for (const BudgetLine& read : reading->budget.lines) {
            both += read.year;
            EXPECT_EQ(sum_to(*read.months, 12), read.year);
        }
    }
    EXPECT_EQ(both.cents(), middle) << "5/12 in 2025 and 7/12 in 2026 are the whole school year";
}

INSTANTIATE_TEST_SUITE_P(Seed, SchoolYearLaws, testing::Values(1U, 7U, 42U, 2025U),
                         [](const auto& seed) { return std::to_string(seed.param); });

}  // namespace
}  // namespace begroot::exchange
