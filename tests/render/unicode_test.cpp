#include "render/detail/unicode.hpp"

#include "render/text.hpp"

#include <gtest/gtest.h>

namespace begroot::render::detail {
namespace {

TEST(DisplayWidth, CountsWhatTheEyeSees) {
    EXPECT_EQ(display_width(""), 0U);
    EXPECT_EQ(display_width("abc"), 3U);
    EXPECT_EQ(display_width("privé € 5"), 9U);
    EXPECT_EQ(display_width("prive\u0301"), 5U) << "losse accent";
    EXPECT_EQ(display_width("学校"), 4U);
    EXPECT_EQ(display_width("✓"), 1U);
    EXPECT_EQ(display_width("👍"), 2U);
    EXPECT_EQ(display_width("a\u200Bb"), 2U) << "onzichtbare spatie";
}

TEST(FirstCodePoint, ReadsBrokenBytesAsOneReplacementEach) {
    for (const char* text : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80",
                             "\xF4\x90\x80\x80", "\xFF", "\xE2\x82"}) {
        const CodePoint point = first_code_point(text);
        EXPECT_EQ(point.value, char32_t{0xFFFD});
        EXPECT_EQ(point.bytes, 1U);
    }
}

TEST(FirstCodePoint, ReadsOneToFourBytes) {
    EXPECT_EQ(first_code_point("aé").value, U'a');
    EXPECT_EQ(first_code_point("é").value, U'é');
    EXPECT_EQ(first_code_point("€").value, U'€');
    EXPECT_EQ(first_code_point("👍").bytes, 4U);
}

TEST(Clean, TakesAwayWhatSteersAScreen) {
    EXPECT_EQ(clean("rood \x1b[31mtekst"), "rood  [31mtekst");
    EXPECT_EQ(clean("bel\a"), "bel");
    EXPECT_EQ(clean("een\ttwee"), "een twee");
    EXPECT_EQ(clean("om\u202Egekeerd"), "omgekeerd");
    EXPECT_EQ(clean("\xC2\x9B"
                    "31m"),
              "31m")
        << "stuurteken uit het hoge blok";
    EXPECT_EQ(clean("kapot\xFF!"), "kapot\uFFFD!");
}

TEST(Clean, KeepsLineBreaksAsOneSign) {
    EXPECT_EQ(clean("een\r\ntwee\rdrie\nvier\n"), "een\ntwee\ndrie\nvier");
    EXPECT_EQ(clean_line("een\r\ntwee"), "een twee");
    EXPECT_EQ(clean(" \n "), "");
}

}  // namespace
}  // namespace begroot::render::detail
