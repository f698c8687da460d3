#include "exchange/detail/period_text.hpp"

#include "exchange/detail/month_name.hpp"
#include "exchange/sheet_builder.hpp"

#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

using namespace test;

TEST(PeriodText, ReadsANumberAsTheOfficeBooksIt) {
    const std::vector<std::pair<const char*, std::int32_t>> cases{
        {"1", 1},     {"01", 1},      {"12", 12}, {"13", 13},         {"0", 0},       {"00", 0},     {"55", 55},
        {"501", 501}, {"P01", 1},     {"p1", 1},  {"Periode 12", 12}, {"maand 3", 3}, {"per. 4", 4}, {" 7 ", 7},
        {"jan", 1},   {"Januari", 1}, {"mrt", 3}, {"okt.", 10},       {"DEC", 12}};
    for (const auto& [text, number] : cases) {
        EXPECT_EQ(read_period_text(text), (PeriodText{std::nullopt, number})) << text;
    }
}

TEST(PeriodText, ReadsYearAndPeriodInOneColumn) {
    const std::vector<std::pair<const char*, std::int32_t>> cases{
        {"2025-01", 1},    {"2025/01", 1},      {"2025/12", 12},       {"2025.1", 1},         {"202501", 1},
        {"202513", 13},    {"202500", 0},       {"1/2025", 1},         {"01-2025", 1},        {"12 2025", 12},
        {"P12 2025", 12},  {"P12-2025", 12},    {"2025M12", 12},       {"2025 P03", 3},       {"2025-P03", 3},
        {"2025 / 3", 3},   {"januari 2025", 1}, {"jan-25", 1},         {"dec-25", 12},        {"dec 2025", 12},
        {"sept. 2025", 9}, {"mei2025", 5},      {"periode 1 2025", 1}, {"2025 periode 4", 4}, {"2025/55", 55}};
    for (const auto& [text, number] : cases) EXPECT_EQ(read_period_text(text), (PeriodText{2025, number})) << text;
}

TEST(PeriodText, IsNothingForAnythingElse) {
    for (const char* text :
         {"",       "Periode", "P",      "2025",    "20251",     "2025-",    "2025-001",  "31-12-2025", "2025-12-31",
          "x1",     "1x",      "-1",     "1,5",     "12-25",     "24-25",    "2024-2025", "2025/2026",  "1800-01",
          "180001", "1/1800",  "2025Q1", "jan feb", "januari 2", "123/2025", "P2025-01",  "20251231",   "9999999999"})
        EXPECT_EQ(read_period_text(text), std::nullopt) << text;
}

TEST(PeriodCell, ReadsNumbersDatesAndTexts) {
    const workbook::Sheet sheet =
        make_sheet({{12, 202501, date(45658), "2025/02", 2025, 1.5, -1, 1e300, not_computed()}});
    std::vector<std::optional<PeriodText>> read;
    for (const workbook::Cell& cell : sheet.cells) read.push_back(read_period_cell(cell));
    const std::vector<std::optional<PeriodText>> expected{PeriodText{std::nullopt, 12},
                                                          PeriodText{2025, 1},
                                                          PeriodText{2025, 1},
                                                          PeriodText{2025, 2},
                                                          std::nullopt,
                                                          std::nullopt,
                                                          std::nullopt,
                                                          std::nullopt,
                                                          std::nullopt};
    EXPECT_EQ(read, expected);
}

TEST(YearText, ReadsCalendarYearsAndSchoolYears) {
    const std::vector<std::pair<const char*, YearText>> cases{
        {"2025", {2025, 2025}},        {"2024-2025", {2024, 2025}},     {"2025/2026", {2025, 2026}},
        {"24-25", {2024, 2025}},       {"24/25", {2024, 2025}},         {"2024-25", {2024, 2025}},
        {"2024 - 2025", {2024, 2025}}, {"boekjaar 2025", {2025, 2025}}, {"Schooljaar 2024/2025", {2024, 2025}},
        {" 2025 ", {2025, 2025}},      {"99-00", {1999, 2000}}};
    for (const auto& [text, year] : cases) EXPECT_EQ(read_year_text(text), year) << text;
}

TEST(YearText, IsNothingForAnythingElse) {
    for (const char* text : {"", "25", "2024-2026", "2025-2024", "24-2025", "2025-12", "12-25-26", "1899", "2200",
                             "jaar", "2024--2025", "2024_2025", "202425"})
        EXPECT_EQ(read_year_text(text), std::nullopt) << text;
}

TEST(MonthName, KnowsDutchAndEnglish) {
    EXPECT_EQ(month_of_name("MAART"), 3);
    EXPECT_EQ(month_of_name("october"), 10);
    EXPECT_EQ(month_of_name("januar"), std::nullopt);
    EXPECT_EQ(month_of_name(""), std::nullopt);
}

}  // namespace
}  // namespace begroot::exchange::detail
