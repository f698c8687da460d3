// Numbers, ISO dates, references and formats: the small readers below the cells.

#include "workbook/detail/cell_value.hpp"

#include "workbook/detail/cell_reference.hpp"
#include "workbook/detail/escaped_text.hpp"
#include "workbook/detail/number_format.hpp"
#include "workbook/detail/text_arena.hpp"

#include <cstdlib>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace begroot::workbook::test {
namespace {

TEST(CellNumber, EqualsTheNearestDouble) {
    std::mt19937_64 random(20250101);
    for (int i = 0; i < 20'000; ++i) {
        std::string text = (i % 3 == 0 ? "-" : "") + std::to_string(random() % 1'000'000'000ULL >> (random() % 30));
        if (i % 2 == 0) text += "." + std::to_string(random() % 1'000'000ULL);
        if (i % 7 == 0) text += "E" + std::to_string(static_cast<int>(random() % 40) - 20);
        const auto number = detail::parse_number(text);
        ASSERT_TRUE(number) << text;
        EXPECT_EQ(*number, std::strtod(text.c_str(), nullptr)) << text;
    }
}

TEST(CellNumber, IsNothingForOtherText) {
    for (const char* text :
         {"", "-", ".", "1,5", "1 000", "inf", "-INF", "NaN", "0x10", "1e999", "--1", "+-1", "1.2.3", "12a"}) {
        EXPECT_FALSE(detail::parse_number(text)) << text;
    }
    EXPECT_EQ(detail::parse_number("+5"), 5.0);
    EXPECT_EQ(detail::parse_number("1E-999"), 0.0);
    EXPECT_EQ(detail::parse_number(".5"), 0.5);
}

TEST(CellDate, IsTheSerialDayOfExcel) {
    EXPECT_EQ(detail::parse_iso_date("1900-01-01"), 1.0);
    EXPECT_EQ(detail::parse_iso_date("1900-02-28"), 59.0);
    EXPECT_EQ(detail::parse_iso_date("1900-03-01"), 61.0);  // 60 is the day that never was
    EXPECT_EQ(detail::parse_iso_date("2025-01-01"), 45658.0);
    EXPECT_EQ(detail::parse_iso_date("2025-01-01T12:00:00.000Z"), 45658.5);
    EXPECT_EQ(detail::parse_iso_date("06:00:00"), 0.25);
    for (const char* text :
         {"", "2025-02-29", "2025-13-01", "1899-12-31", "2025-01-01T", "2025-01-01T25:00", "2025-1-1", "01-01-2025"}) {
        EXPECT_FALSE(detail::parse_iso_date(text)) << text;
    }
}

TEST(CellReference, ReadsCellsAndRangesWithinTheLimits) {
    const ReadLimits limits;
    const auto cell = detail::parse_cell("XFD1048576", limits);
    ASSERT_TRUE(cell);
    EXPECT_EQ(cell->row, 1'048'575U);
    EXPECT_EQ(cell->column, 16'383U);
    const auto range = detail::parse_range("B2:D9", limits);
    ASSERT_TRUE(range);
    EXPECT_EQ(range->last_row, 8U);
    EXPECT_EQ(range->last_column, 3U);
    for (const char* text : {"", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "A1B", "$A$1", "A-1", "A99999999999"}) {
        EXPECT_FALSE(detail::parse_cell(text, limits)) << text;
    }
    EXPECT_FALSE(detail::parse_range("B2:A1", limits));
    EXPECT_FALSE(detail::parse_range("A1:", limits));
}

/// A format code and what it makes of a number.
struct Format {
    const char* code;
    detail::FormatKind kind;
};

class NumberFormat : public testing::TestWithParam<Format> {};

TEST_P(NumberFormat, IsJudgedByItsFirstSection) {
    EXPECT_EQ(detail::format_kind(GetParam().code), GetParam().kind) << GetParam().code;
}

constexpr Format formats[] = {
    {"General", detail::FormatKind::number},
    {"#,##0.00", detail::FormatKind::number},
    {"[$€-413]\\ #,##0.00;[Red]\\-#,##0.00", detail::FormatKind::number},
    {"\"dag\" 0", detail::FormatKind::number},
    {"0\\d", detail::FormatKind::number},
    {"_d0_m", detail::FormatKind::number},
    {"0.00E+00", detail::FormatKind::number},
    {"0;dd-mm-yyyy", detail::FormatKind::number},
    {"@", detail::FormatKind::number},
    {"", detail::FormatKind::number},
    {"\"niet gesloten", detail::FormatKind::number},
    {"[niet gesloten", detail::FormatKind::number},
    {"dd-mm-yyyy", detail::FormatKind::date},
    {"[$-413]d mmmm yyyy;@", detail::FormatKind::date},
    {"mmm", detail::FormatKind::date},
    {"YYYY", detail::FormatKind::date},
    {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", detail::FormatKind::date},
    {"d/m/yyyy h:mm", detail::FormatKind::date},
    {"h:mm", detail::FormatKind::time},
    {"mm:ss.0", detail::FormatKind::time},
    {"[h]:mm", detail::FormatKind::time},
    {"[mm]", detail::FormatKind::time},
    {"[Red]0", detail::FormatKind::number},
};

INSTANTIATE_TEST_SUITE_P(All, NumberFormat, testing::ValuesIn(formats));

TEST(TextArena, KeepsARecentTextOnce) {
    detail::TextArena arena;
    const std::string_view first = arena.keep_once("KP100");
    EXPECT_EQ(arena.keep_once("KP100").data(), first.data());
    EXPECT_EQ(arena.bytes(), 5U);
    EXPECT_NE(arena.keep("KP100").data(), first.data());
    const std::string large(50'000'000, 'x');
    EXPECT_EQ(arena.keep(large), large);
    EXPECT_EQ(first, "KP100");
}

TEST(TextArena, GivesEachTextForItself) {
    constexpr std::uint32_t seed = 1907;
    std::mt19937 random(seed);
    detail::TextArena arena;
    for (int i = 0; i < 200'000; ++i) {
        std::string text(1 + random() % 20, '\0');  // few letters: many come back, many differ in one byte
        for (char& letter : text) letter = "ab\0\xFF"[random() % 4];
        ASSERT_EQ(arena.keep_once(text), text) << "after " << i << " texts of seed " << seed;
    }
}

TEST(EscapedText, LeavesHalfASurrogatePairAndOtherUnderscoresAsTheyAre) {
    EXPECT_EQ(detail::unescape("_xD83D_"), "_xD83D_");
    EXPECT_EQ(detail::unescape("a_x1_b_xGGGG__x0041_"), "a_x1_b_xGGGG_A");
    EXPECT_EQ(detail::unescape("_x"), "_x");
}

}  // namespace
}  // namespace begroot::workbook::test
