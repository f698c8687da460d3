#include "workbook/detail/sheet_text.hpp"

#include <gtest/gtest.h>

namespace begroot::workbook::writing {
namespace {

TEST(SheetText, KeepsOrdinaryTextAsItIs) {
    EXPECT_EQ(sheet_text("Coördinatie €  <b> & \"x\"\nregel 2"), "Coördinatie €  <b> & \"x\"\nregel 2");
}

TEST(SheetText, DropsControlCharacters) { EXPECT_EQ(sheet_text(std::string("a\x01\0b\r\nc\x7F", 8)), "ab\nc"); }

TEST(SheetText, TurnsATabIntoASpace) { EXPECT_EQ(sheet_text("a\tb"), "a b"); }

TEST(SheetText, ReplacesBytesThatAreNoUtf8) {
    EXPECT_EQ(sheet_text("a\xFFz"), "a\xEF\xBF\xBDz");
    EXPECT_EQ(sheet_text("a\xC3"), "a\xEF\xBF\xBD") << "cut in the middle of a character";
    EXPECT_EQ(sheet_text("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD") << "longer than needed";
    EXPECT_EQ(sheet_text("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD") << "half a surrogate pair";
}

TEST(SheetText, EscapesWhatExcelWouldReadAsAnEscape) {
    EXPECT_EQ(sheet_text("_x0041_"), "_x005F_x0041_");
    EXPECT_EQ(sheet_text("_x004_ en _xyz__"), "_x004_ en _xyz__");
}

TEST(SheetText, CutsBeyondTheLimitWithAnEllipsis) {
    EXPECT_EQ(sheet_text("abcde", 5), "abcde");
    EXPECT_EQ(sheet_text("abcdef", 5), "abcd…");
    EXPECT_EQ(sheet_text("ab😀cd", 5), "ab😀…") << "a character outside the basic plane counts for two";
    EXPECT_EQ(sheet_text("abc😀d", 5), "abc…");
}

TEST(SheetText, CutsAtExcelsOwnLimit) {
    EXPECT_EQ(sheet_text(std::string(40'000, 'x')), std::string(32'766, 'x') + "…");
}

TEST(SheetText, MeasuresLinesAndWords) {
    EXPECT_EQ(longest_line("één\ntwaalf"), 6U);
    EXPECT_EQ(longest_word("Werkelijk t/m juni"), 9U);
    EXPECT_EQ(wrapped_lines("", 10.0), 1U);
    EXPECT_EQ(wrapped_lines("een twee drie", 8.0), 2U);
    EXPECT_EQ(wrapped_lines("een\ntwee", 20.0), 2U);
    EXPECT_EQ(wrapped_lines(std::string(25, 'x'), 10.0), 3U);
}

}  // namespace
}  // namespace begroot::workbook::writing
