// Budgets with a column a month, of which the months run from August to July.

#include "exchange/budget_sample.hpp"
#include "exchange/detail/month_heads.hpp"
#include "exchange/finding_match.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;
using testing::HasSubstr;

constexpr std::array<const char*, 12> school_months{"aug", "sep", "okt", "nov", "dec", "jan",
                                                    "feb", "mrt", "apr", "mei", "jun", "jul"};

TestRow heads_of(const std::vector<std::string>& amounts) {
    TestRow row{"Rubriek", "Rekening", "Omschrijving"};
    row.insert(row.end(), amounts.begin(), amounts.end());
    return row;
}

/// Twelve amounts 101, 102, … 112, and what they add up to.
TestRow counted_line() {
    TestRow row{"4.1", "4110", "Lonen"};
    for (int i = 101; i <= 112; ++i) row.emplace_back(i);
    row.emplace_back(1'278);
    return row;
}

SourceSettings settings_of(std::int32_t year) {
    SourceSettings settings = budget_settings();
    settings.year = {year};
    return settings;
}

/// The heads of one school year with their years written in some way, and Totaal behind them.
TestRow dated(std::string (*write)(std::size_t)) {
    std::vector<std::string> heads;
    for (std::size_t i = 0; i < 12; ++i) heads.push_back(write(i));
    heads.emplace_back("Totaal");
    return heads_of(heads);
}

/// Expects that a sheet gives January to July of 2025 and August to December of 2024, by Totaal neither.
void expect_both_halves(const TestRows& rows, const std::string& which) {
    const auto later = read_budget(make_workbook(rows), settings_of(2025));
    ASSERT_TRUE(later) << which << to_text(later.error());
    const BudgetLine& line = later->budget.lines.at(0);
    EXPECT_EQ(line.year, Money::from_euros(106 + 107 + 108 + 109 + 110 + 111 + 112)) << which;
    ASSERT_TRUE(line.months) << which;
    EXPECT_EQ((*line.months)[0], Money::from_euros(106)) << which;
    EXPECT_EQ((*line.months)[6], Money::from_euros(112)) << which;
    EXPECT_EQ((*line.months)[7], Money()) << which;
    EXPECT_TRUE(later->months[6] && !later->months[7]) << which;
    EXPECT_TRUE(of_kind(later->report.findings, "maanden_tellen_niet_op").empty()) << which;
    const auto earlier = read_budget(make_workbook(rows), settings_of(2024));
    ASSERT_TRUE(earlier) << which << to_text(earlier.error());
    EXPECT_EQ(earlier->budget.lines.at(0).year, Money::from_euros(101 + 102 + 103 + 104 + 105)) << which;
    EXPECT_TRUE(!earlier->months[6] && earlier->months[7]) << which;
}

std::string with_year(std::size_t i) { return school_months[i] + std::string(i < 5 ? " 2024" : " 2025"); }
std::string with_short_year(std::size_t i) { return school_months[i] + std::string(i < 5 ? "-24" : "-25"); }
std::string in_digits(std::size_t i) {
    const std::size_t month = (i + 7) % 12 + 1;
    return (i < 5 ? "2024-" : "2025-") + std::string(month < 10 ? "0" : "") + std::to_string(month);
}
std::string bare(std::size_t i) { return school_months[i]; }

TEST(SchoolMonths, AreOfTheYearThatTheirHeadNames) {
    expect_both_halves({dated(with_year), counted_line()}, "aug 2024");
    expect_both_halves({dated(with_short_year), counted_line()}, "aug-24");
    expect_both_halves({dated(in_digits), counted_line()}, "2024-08");
}

TEST(SchoolMonths, AreOfTheSchoolYearAboveThem) {
    TestRow above(15);
    for (std::size_t i = 3; i < 15; ++i) above[i] = "2024-2025";
    expect_both_halves({above, dated(bare), counted_line()}, "2024-2025 over aug");
    for (std::size_t i = 3; i < 15; ++i) above[i] = "Schooljaar 2024/25";
    expect_both_halves({above, dated(with_year), counted_line()}, "schooljaar over aug 2024");
    TestRow years(15);
    for (std::size_t i = 3; i < 15; ++i) years[i] = i < 8 ? "2024" : "2025";
    expect_both_halves({years, dated(bare), counted_line()}, "2024 over aug");
}

TEST(SchoolMonths, AreOfTheSchoolYearInTheTitle) {
    expect_both_halves({{"Begroting schooljaar 2024-2025"}, {}, dated(bare), counted_line()}, "a title");
    const TestRows two{
        {"Begroting 2024-2025, vervolg op 2023-2024"}, {"Schooljaar 2023-2024"}, dated(bare), counted_line()};
    const auto asked = read_budget(make_workbook(two), settings_of(2025));
    ASSERT_FALSE(asked) << "two school years above them say nothing";
    EXPECT_THAT(to_text(asked.error()), HasSubstr("de maanden beginnen bij augustus"));
}

TEST(SchoolMonths, AreOfTheCalendarYearWhereTheModelSaysSo) {
    TestRow above(15);
    for (std::size_t i = 3; i < 15; ++i) above[i] = "2024-2025";
    SourceSettings settings = settings_of(2025);
    settings.school_years = false;
    const auto reading = read_budget(make_workbook({above, dated(bare), counted_line()}), settings);
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->budget.lines.at(0).year, Money::from_euros(1'278));
    EXPECT_TRUE(of_kind(reading->report.findings, "maanden_over_twee_jaren").empty());
}

TEST(SchoolMonths, TellWhatWasReadAndThatTheTotalWasNot) {
    const auto reading = read_budget(make_workbook({dated(with_year), counted_line()}), settings_of(2025));
    ASSERT_TRUE(reading) << to_text(reading.error());
    const Findings told = of_kind(reading->report.findings, "maanden_over_twee_jaren");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].severity, Severity::notice);
    EXPECT_EQ(told[0].place.cell, "I1");
    EXPECT_EQ(
        told[0].found,
        "van 2025 zijn de maanden gelezen die in dit blad staan, van \"jan 2025\" (I) af; \"Totaal\" (P) telt ook "
        "andere maanden en is niet gelezen");
    EXPECT_EQ(of_kind(reading->report.findings, "andere_jaren").size(), 1U);
}

TEST(SchoolMonths, OfTwoSchoolYearsFillTheCalendarYear) {
    TestRow above(27);
    TestRow months = heads_of({});
    TestRow line{"4.1", "4110", "Lonen"};
    for (std::size_t i = 0; i < 24; ++i) {
        above[3 + i] = i < 12 ? "2024-2025" : "2025-2026";
        months.emplace_back(school_months[i % 12]);
        line.emplace_back(100 * static_cast<int>(i + 1));
    }
    const auto reading = read_budget(make_workbook({above, months, line}), settings_of(2025));
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->budget.lines.at(0).year,
              Money::from_euros(600 + 700 + 800 + 900 + 1000 + 1100 + 1200 + 1300 + 1400 + 1500 + 1600 + 1700));
    EXPECT_TRUE(std::ranges::all_of(reading->months, [](bool has) { return has; }));
}

TEST(SchoolMonths, AreRefusedWhereAnyOfTheirPartIsMissing) {
    TestRow heads = dated(with_year);
    heads[10] = "Opmerking";
    const auto refused = read_budget(make_workbook({heads, counted_line()}), settings_of(2025));
    ASSERT_FALSE(refused);
    EXPECT_THAT(to_text(refused.error()), HasSubstr("geen kolom voor maart"));
    const TestRows undated{heads_of({"jan", "feb", "mrt", "apr", "mei", "jun", "jul"}), counted_line()};
    EXPECT_FALSE(read_budget(make_workbook(undated), settings_of(2025))) << "no head says that the rest is elsewhere";
}

TEST(MonthHead, IsAMonthAndNothingElse) {
    struct Case {
        const char* text;
        std::int32_t month, year;
    };
    for (const Case& one :
         {Case{"aug", 8, 0}, Case{"Augustus 2024", 8, 2024}, Case{"aug-24", 8, 2024}, Case{"aug. '24", 8, 2024},
          Case{"dec2025", 12, 2025}, Case{"2024-08", 8, 2024}, Case{"08-2024", 8, 2024}, Case{"8/2024", 0, 0},
          Case{"aug 5", 0, 0}, Case{"aug 05", 0, 0}, Case{"augustus t/m", 0, 0}, Case{"2024-13", 0, 0},
          Case{"2024-2025", 0, 0}, Case{"4110", 0, 0}, Case{"", 0, 0}, Case{"Totaal 2024", 0, 0}}) {
        const auto head = detail::read_month_head(one.text);
        EXPECT_EQ(head ? head->month : 0, one.month) << one.text;
        EXPECT_EQ(head ? head->year.value_or(0) : 0, one.year) << one.text;
    }
}

}  // namespace
}  // namespace begroot::exchange
