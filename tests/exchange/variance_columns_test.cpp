// Columns with V (voordelig) and N (nadelig): a difference, never an amount of its own accord.

#include "exchange/detail/variance_columns.hpp"

#include "exchange/budget_sample.hpp"
#include "exchange/finding_match.hpp"
#include "exchange/inspection.hpp"
#include "exchange/ledger_sheet.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;
using testing::HasSubstr;

/// Names the columns of variances of a sheet with heads in its first row: `B` or `B by C`.
std::vector<std::string> found(const TestRows& rows) {
    const workbook::Sheet sheet = make_sheet(rows);
    const detail::SheetGrid grid(sheet);
    detail::Header header{0, {}, detail::heads_of_row(grid, 0), 1};
    std::vector<std::string> names;
    for (const detail::VarianceColumn& variance : detail::find_variances(grid, header)) {
        names.push_back(column_name(variance.column));
        if (variance.marks_apart()) names.back() += " by " + column_name(variance.mark_column);
    }
    return names;
}

TEST(VarianceColumns, HaveMarksInTheirCells) {
    using testing::ElementsAre;
    using testing::IsEmpty;
    EXPECT_THAT(found({{"Post", "Verschil"}, {"Huur", "1.234 V"}, {"Loon", "500 N"}, {"Rest", 0}, {"x", "-"}}),
                ElementsAre("B"));
    EXPECT_THAT(found({{"Post", "Verschil"}, {"Huur", "(500) nadelig"}, {}, {"Post", "Verschil"}}), ElementsAre("B"));
    EXPECT_THAT(found({{"Post", "Bedrag"}, {"Huur", "1.234,50"}, {"Loon", 500}}), IsEmpty());
    EXPECT_THAT(found({{"Weg", "Bedrag"}, {"N 210", 1}, {"Vaals", 2}}), IsEmpty()) << "roads and towns";
    EXPECT_THAT(found({{"Code", "Bedrag"}, {"V12", 1}, {"A12", 2}}), IsEmpty());
}

TEST(VarianceColumns, HaveMarksRightOfThem) {
    using testing::ElementsAre;
    using testing::IsEmpty;
    EXPECT_THAT(found({{"Post", "Verschil", "V/N"}, {"Huur", 100, "V"}, {"Loon", 50, "V"}}), ElementsAre("B by C"));
    EXPECT_THAT(found({{"Post", "Verschil", ""}, {"Huur", 100, "N"}, {"Loon", 50, ""}}), ElementsAre("B by C"));
    EXPECT_THAT(found({{"Post", "Verschil", "Soort"}, {"Huur", 1, "voordelig"}, {"Loon", 5, "nadelig"}}),
                ElementsAre("B by C"));
    EXPECT_THAT(found({{"Post", "Bedrag", "Structureel"}, {"Huur", 100, "N"}, {"Loon", 50, "N"}}), IsEmpty())
        << "N may say nee";
    EXPECT_THAT(found({{"Post", "Bedrag", "Structureel"}, {"Huur", 100, "J"}, {"Loon", 50, "N"}}), IsEmpty());
    EXPECT_THAT(found({{"Post", "Naam", "V/N"}, {"Huur", "x", "V"}}), IsEmpty()) << "no amount left of it";
}

SourceSettings settings_of(std::map<std::string, std::string> columns = {}) {
    SourceSettings settings = budget_settings();
    settings.columns = std::move(columns);
    return settings;
}

TestRow line(const TestCell& amount, const TestCell& mark = {}) { return {"4.1", "4110", "Lonen", amount, mark}; }

TestRows with_head(const char* head, const TestRows& rows) {
    return TestRows{{"Rubriek", "Rekening", "Omschrijving", head, "V/N"}} + rows;
}

/// Reads a budget of which the model names column D as the year's amount.
Result<BudgetReading> read_named(const TestRows& rows) {
    return read_budget(make_workbook(with_head("Verschil", rows)), settings_of({{"totaal", "Verschil"}}));
}

std::vector<std::int64_t> cents_of(const TestRows& rows) {
    std::vector<std::int64_t> cents;
    const auto reading = read_named(rows);
    if (!reading) ADD_FAILURE() << to_text(reading.error());
    if (reading) {
        for (const BudgetLine& read : reading->budget.lines) cents.push_back(read.year.cents());
    }
    return cents;
}

TEST(Variances, AreNeverTakenForTheBudgetByTheirHead) {
    const auto refused =
        read_budget(make_workbook(with_head("Totaal", {line("1.234 V"), line("500 N")})), settings_of());
    ASSERT_FALSE(refused);
    EXPECT_EQ(to_text(refused.error()),
              "test.xlsx, blad Blad1, cel D1: \"Totaal\" heeft bedragen met V (voordelig) of N (nadelig) en is dus een "
              "verschil (verwacht: een kolom met bedragen voor totaal). Noem in het model onder kolommen de goede "
              "kolom, of deze als u haar bedoelt: totaal = \"Totaal\".");
    EXPECT_FALSE(read_budget(make_workbook(with_head("Totaal", {line(1234, "V"), line(500, "N")})), settings_of()));
}

TEST(Variances, AreNeverTakenForBookingsByTheirHead) {
    SourceSettings settings;
    settings.profile = "grootboekmutaties";
    settings.year = {2025};
    settings.account_kinds = {{Side::expense, "4*"}};
    const TestRows rows{{"Jaar", "Periode", "Rekening", "Bedrag"}, {2025, 1, "4110", "500 N"}};
    const auto refused = read_ledger(make_workbook(rows), settings);
    ASSERT_FALSE(refused);
    EXPECT_THAT(to_text(refused.error()), HasSubstr("\"Bedrag\" heeft bedragen met V (voordelig) of N (nadelig)"));
}

TEST(Variances, BesideTheAmountsAreToldAndLeftAlone) {
    const TestRows rows{{"Rubriek", "Rekening", "Begroot", "Werkelijk", "Verschil", "V/N"},
                        {"4.1", "4110", 100, 80, 20, "V"}};
    const auto reading = read_budget(make_workbook(rows), settings_of());
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->budget.lines.at(0).year, Money::from_euros(100));
    const Findings told = of_kind(reading->report.findings, "verschil_niet_gelezen");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].severity, Severity::notice);
    EXPECT_EQ(told[0].found, "\"Verschil\" (E) heeft bedragen met V of N, een verschil, en is niet gelezen");
}

TEST(Variances, ThatTheModelNamesArePlusForVAndMinusForN) {
    const std::vector<std::int64_t> both{1'234'50, -500'00};
    EXPECT_EQ(cents_of({line("1.234,50 V"), line("500,00 N")}), both);
    EXPECT_EQ(cents_of({line("1.234,50 V"), line("-500,00 N")}), both) << "signs that agree stay as they are";
    EXPECT_EQ(cents_of({line("voordelig 1.234,50"), line("(500,00) N")}), both);
    EXPECT_EQ(cents_of({line(1234.5, "V"), line(500, "N")}), both);
    EXPECT_EQ(cents_of({line(1234.5, "V"), line(-500, "N")}), both);
    const auto reading = read_named({line("1.234,50 V"), line("500,00 N"), line("0")});
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(of_kind(reading->report.findings, "voordelig_nadelig").at(0).found,
              "V is gelezen als plus en N als min: \"500,00 N\" is € -500,00");
    EXPECT_TRUE(of_kind(reading->report.findings, "voordelig_nadelig_tegenstrijdig").empty());
}

TEST(Variances, DecideTheNotationWithoutTheirMarks) {
    EXPECT_EQ(cents_of({line("1.234 V"), line("500,25 N")}), (std::vector<std::int64_t>{1'234'00, -500'25}));
    const auto undecided = read_named({line("1.234 V")});
    ASSERT_FALSE(undecided);
    EXPECT_THAT(to_text(undecided.error()), HasSubstr("\"1.234 V\" kan duizend of decimalen betekenen"));
}

TEST(Variances, KeepTheUnitOfTheSheet) {
    SourceSettings settings = settings_of({{"totaal", "Verschil"}});
    settings.unit = 1000;
    const auto reading =
        read_budget(make_workbook(with_head("Verschil", {line("1,5 V"), line("2 N"), line(3)})), settings);
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->budget.lines[0].year, Money::from_euros(1'500));
    EXPECT_EQ(reading->budget.lines[1].year, Money::from_euros(-2'000));
}

/// Gives what is said of contradictions in a column, with the cells.
std::vector<std::string> contradictions(const TestRows& rows) {
    const auto reading = read_named(rows);
    if (!reading) return {to_text(reading.error())};
    std::vector<std::string> texts;
    for (const Finding& finding : of_kind(reading->report.findings, "voordelig_nadelig_tegenstrijdig")) {
        EXPECT_EQ(finding.severity, Severity::error);
        texts.push_back(finding.place.cell + ": " + finding.found);
    }
    return texts;
}

TEST(Variances, ThatContradictTheirSignsAreAnError) {
    using testing::ElementsAre;
    EXPECT_THAT(contradictions({line("-100,00 V"), line("50,00 N")}),
                ElementsAre("D2: \"-100,00 V\" is voordelig en heeft een minteken"));
    EXPECT_THAT(contradictions({line("-100,00 N"), line("50,00 N")}),
                ElementsAre("D3: \"50,00 N\" heeft geen minteken, \"-100,00 N\" in cel D2 wel"));
    EXPECT_THAT(contradictions({line("100,00 V"), line("50,00")}),
                ElementsAre("D3: \"50,00\" heeft geen V of N, en andere bedragen in de kolom wel"));
    EXPECT_THAT(contradictions({line(-100, "V"), line(50, "N")}),
                ElementsAre("D2: \"-100 V\" is voordelig en heeft een minteken"));
    EXPECT_TRUE(contradictions({line("100,00 V"), line("0,00")}).empty()) << "0 needs no mark";
}

TEST(Variances, AreShownWhereTheyRefuseAFile) {
    const Inspection inspection = inspect(make_workbook(with_head("Totaal", {line("20 V"), line("5 N")})), {});
    ASSERT_TRUE(inspection.refusal);
    EXPECT_THAT(inspection.refusal->found, HasSubstr("dus een verschil"));
    ASSERT_EQ(inspection.columns.size(), 5U);
    EXPECT_EQ(inspection.columns[3].content, "verschil, V of N");
    TestRows personal = with_head("Totaal", {line("20 V"), line("5 N")});
    personal[0][2] = "BSN";
    EXPECT_TRUE(inspect(make_workbook(personal), {}).columns.empty()) << "personal data is never shown";
}

TEST(Variances, AreReadWithTheirMarksByTheLedgerToo) {
    SourceSettings settings;
    settings.profile = "grootboekmutaties";
    settings.year = {2025};
    settings.account_kinds = {{Side::expense, "4*"}};
    settings.columns = {{"bedrag", "Verschil"}};
    const auto booked = [&settings](const TestRows& rows) {
        const auto reading = read_ledger(make_workbook(rows), settings);
        return reading ? reading->ledger.postings.at(0).amount : Money();
    };
    EXPECT_EQ(booked({{"Jaar", "Periode", "Rekening", "Verschil"}, {2025, 1, "4110", "500,00 N"}}),
              Money::from_euros(-500));
    EXPECT_EQ(booked({{"Jaar", "Periode", "Rekening", "Verschil", "V/N"}, {2025, 1, "4110", 500, "N"}}),
              Money::from_euros(-500));
    const auto choose = needed_columns(settings);
    const workbook::Sheet sheet =
        make_sheet({{"Jaar", "Periode", "Rekening", "Verschil", "V/N", "Memo"}, {2025, 1, "4110", 500, "N", "x"}});
    const auto choice = choose(sheet);
    ASSERT_TRUE(choice);
    EXPECT_TRUE(choice->kept[4]) << "without its marks the amount would lose its sign";
    EXPECT_FALSE(choice->kept[5]);
}

TEST(Variances, AreShownAsSuchBeforeAFileIsUsed) {
    const TestRows rows{{"Rubriek", "Rekening", "Begroot", "Verschil", "Saldo", "V/N"},
                        {"4.1", "4110", 100, "20 V", 20, "V"},
                        {"4.1", "4120", 100, "20 N", 20, "N"}};
    const Inspection inspection = inspect(make_workbook(rows), {});
    ASSERT_EQ(inspection.columns.size(), 6U);
    EXPECT_EQ(inspection.columns[2].content, "bedrag");
    EXPECT_EQ(inspection.columns[3].content, "verschil, V of N");
    EXPECT_EQ(inspection.columns[3].meaning, "");
    EXPECT_EQ(inspection.columns[4].content, "verschil, V of N");
    EXPECT_EQ(inspection.columns[5].content, "V of N");
    EXPECT_EQ(of_kind(inspection.findings, "verschil_niet_gelezen").size(), 2U);
}

}  // namespace
}  // namespace begroot::exchange
