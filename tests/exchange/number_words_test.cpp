// Number formats that show more than the number: V and N, D and C, mln, thousands.

#include "exchange/budget_sample.hpp"
#include "exchange/finding_match.hpp"
#include "exchange/ledger_sheet.hpp"
#include "workbook/detail/worded_format.hpp"

#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::uint32_t one = 1;  // the first format
constexpr std::uint32_t two = 2;

workbook::Workbook book_with(const std::vector<const char*>& formats, const TestRows& rows) {
    auto read = std::make_shared<std::vector<workbook::WordedFormat>>();
    for (const char* code : formats) read->push_back(*workbook::detail::read_worded_format(code));
    workbook::Sheet sheet = make_sheet(rows);
    sheet.worded_formats = std::move(read);
    return make_workbook(std::vector{std::move(sheet)});
}

TestRows budget_with(const char* head, const std::vector<TestCell>& amounts) {
    TestRows rows{{"Rubriek", "Rekening", "Omschrijving", head}};
    for (const TestCell& amount : amounts) rows.push_back({"4.1", "4110", "Lonen", amount});
    return rows;
}

/// Reads the column Verschil as the year's amount, as the model says.
Result<BudgetReading> read_variance(const std::vector<const char*>& formats, const std::vector<TestCell>& amounts) {
    SourceSettings settings = budget_settings();
    settings.columns = {{"totaal", "Verschil"}};
    return read_budget(book_with(formats, budget_with("Verschil", amounts)), settings);
}

std::vector<std::int64_t> euros_of(const Result<BudgetReading>& reading) {
    std::vector<std::int64_t> euros;
    if (!reading) ADD_FAILURE() << to_text(reading.error());
    if (reading) {
        for (const BudgetLine& line : reading->budget.lines) euros.push_back(line.year.cents() / 100);
    }
    return euros;
}

TEST(VarianceInANumberFormat, IsNeverTakenForTheBudgetByItsHead) {
    const auto refused =
        read_budget(book_with({R"(#,##0 "V";#,##0 "N")"}, budget_with("Totaal", {shown(100, one), shown(-50, one)})),
                    budget_settings());
    ASSERT_FALSE(refused);
    EXPECT_THAT(to_text(refused.error()), HasSubstr("\"Totaal\" heeft bedragen met V (voordelig) of N (nadelig)"));
}

TEST(VarianceInANumberFormat, IsPlusForVAndMinusForN) {
    EXPECT_THAT(euros_of(read_variance({R"(#,##0 "V";#,##0 "N")"}, {shown(100, one), shown(-50, one)})),
                ElementsAre(100, -50));
    EXPECT_THAT(euros_of(read_variance({R"(#,##0 "N";#,##0 "V")"}, {shown(100, one), shown(-50, one)})),
                ElementsAre(-100, 50))
        << "spent too much is stored above zero";
    EXPECT_THAT(euros_of(read_variance({R"(#,##0\ \V)", R"(#,##0\ \N)"}, {shown(100, one), shown(50, two)})),
                ElementsAre(100, -50));
    EXPECT_THAT(euros_of(read_variance({R"("voordelig" 0;"nadelig" -0)"}, {shown(100, one), shown(-50, one)})),
                ElementsAre(100, -50));
}

TEST(VarianceInANumberFormat, IsToldWithWhatIsShown) {
    const auto reading = read_variance({R"(#,##0 "N";#,##0 "V")"}, {shown(100, one), shown(-50, one)});
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(of_kind(reading->report.findings, "voordelig_nadelig").at(0).found,
              "V is gelezen als plus en N als min: \"100 N\" is € -100,00");
    EXPECT_TRUE(of_kind(reading->report.findings, "voordelig_nadelig_tegenstrijdig").empty());
    const auto mixed = read_variance({R"(#,##0 "V";#,##0 "N")"}, {shown(100, one), 50});
    ASSERT_TRUE(mixed) << to_text(mixed.error());
    EXPECT_EQ(of_kind(mixed->report.findings, "voordelig_nadelig_tegenstrijdig").at(0).found,
              "\"50\" heeft geen V of N, en andere bedragen in de kolom wel");
}

Result<LedgerReading> book_one(const std::vector<const char*>& formats, const TestCell& amount) {
    SourceSettings settings;
    settings.profile = "grootboekmutaties";
    settings.year = {2025};
    settings.account_kinds = {{Side::expense, "4*"}};
    const TestRows rows{{"Jaar", "Periode", "Rekening", "Bedrag"}, {2025, 1, "4110", amount}};
    return read_ledger(book_with(formats, rows), settings);
}

TEST(SideInANumberFormat, GivesTheSign) {
    struct Case {
        const char* format;
        double stored;
        std::int64_t euros;
    };
    for (const Case& one_case :
         {Case{R"(#,##0.00 "D";#,##0.00 "C")", 125, 125}, Case{R"(#,##0.00 "D";#,##0.00 "C")", -125, -125},
          Case{R"(#,##0.00 "C";#,##0.00 "D")", 125, -125}, Case{R"(#,##0.00\ \C)", 125, -125},
          Case{R"(0 "kg")", -125, -125}}) {
        const auto reading = book_one({one_case.format}, shown(one_case.stored, one));
        ASSERT_TRUE(reading) << to_text(reading.error());
        EXPECT_EQ(reading->ledger.postings.at(0).amount, Money::from_euros(one_case.euros)) << one_case.format;
    }
    const auto reading = book_one({R"(#,##0.00 "C";#,##0.00 "D")"}, shown(125, one));
    EXPECT_EQ(of_kind(reading->report.findings, "teken_van_bedrag").at(0).found,
              "D of C staat in de getalnotatie: \"125 C\" is gelezen als € -125,00");
}

TEST(SideInANumberFormat, BesideAMinusIsRefused) {
    const auto refused = book_one({R"(#,##0.00 "C")"}, shown(-125, one));
    ASSERT_FALSE(refused);
    EXPECT_THAT(to_text(refused.error()), HasSubstr("bij \"-125\" toont de getalnotatie een minteken en ook D of C"));
}

Result<BudgetReading> read_under(const char* title, const std::vector<const char*>& formats,
                                 const std::vector<TestCell>& amounts) {
    return read_budget(book_with(formats, TestRows{{title}} + budget_with("Totaal", amounts)), budget_settings());
}

TEST(UnitInANumberFormat, IsOfWhatIsShownAndNotOfWhatIsStored) {
    EXPECT_THAT(euros_of(read_under("Begroting 2025 (x € 1.000)", {"#,##0,"}, {shown(1'234'000, one), shown(0, one)})),
                ElementsAre(1'234'000, 0));
    EXPECT_THAT(euros_of(read_under("Begroting 2025", {"#,##0,"}, {shown(1'234'000, one), 5})),
                ElementsAre(1'234'000, 5));
    EXPECT_THAT(euros_of(read_under("Begroting 2025", {R"(0,".000")"}, {shown(12'000, one)})), ElementsAre(12'000));
    EXPECT_THAT(euros_of(read_under("Begroting 2025", {R"(0.0,, "mln")"}, {shown(1'200'000, one)})),
                ElementsAre(1'200'000));
    EXPECT_THAT(euros_of(read_under("Begroting 2025 (x € 1.000)", {}, {12})), ElementsAre(12'000));
    const auto told = read_under("Begroting 2025 (x € 1.000)", {"#,##0,"}, {shown(1'234'000, one)});
    EXPECT_THAT(of_kind(told->report.findings, "bedragen_in_eenheid").at(0).found,
                HasSubstr("zo laat Excel de bedragen zien; in de cellen staan hele bedragen"));
}

TEST(UnitInANumberFormat, IsRefusedWhereItContradicts) {
    const auto refused = [](const Result<BudgetReading>& reading) {
        return reading ? std::string("gelezen") : to_text(reading.error());
    };
    EXPECT_THAT(refused(read_under("Begroting 2025", {R"(0 "mln")"}, {shown(5, one)})),
                HasSubstr("de getalnotatie toont \"5 mln\" en de cel is 5"));
    EXPECT_THAT(refused(read_under("Begroting 2025 (x € 1.000)", {"#,##0,"}, {shown(1'234'000, one), 12})),
                HasSubstr("niet te zien in welke eenheid de bedragen staan"));
    EXPECT_THAT(refused(read_under("Begroting 2025 (x € 1.000)", {"#,##0,,"}, {shown(1'234'000, one)})),
                HasSubstr("niet te zien in welke eenheid de bedragen staan"));
    EXPECT_THAT(refused(read_under("Begroting 2025", {R"(0 "dzd.")"}, {shown(5, one)})),
                HasSubstr("de getalnotatie toont \"5 dzd.\" en de cel is 5"));
    EXPECT_THAT(refused(read_under("Begroting 2025", {R"(#,##0".000")"}, {shown(12, one)})),
                HasSubstr("de getalnotatie toont \"12.000\" en de cel is 12"));
    EXPECT_THAT(refused(read_under("Begroting 2025", {R"(0"000")"}, {shown(12, one)})),
                HasSubstr("de getalnotatie toont \"12 000\" en de cel is 12"));
    SourceSettings settings = budget_settings();
    settings.unit = 1'000'000;
    EXPECT_THAT(euros_of(read_budget(book_with({R"(0 "mln")"}, budget_with("Totaal", {shown(5, one)})), settings)),
                ElementsAre(5'000'000))
        << "who says it decides";
}

}  // namespace
}  // namespace begroot::exchange
