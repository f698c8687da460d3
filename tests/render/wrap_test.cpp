#include "render/detail/wrap.hpp"

#include "render/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::render::detail {
namespace {

using testing::ElementsAre;

TEST(Wrap, BreaksAtSpaces) {
    EXPECT_THAT(wrap("een twee drie", {8, 0}), ElementsAre("een twee", "drie"));
    EXPECT_THAT(wrap("een twee drie", {80, 0}), ElementsAre("een twee drie"));
    EXPECT_THAT(wrap("", {8, 0}), ElementsAre(""));
}

TEST(Wrap, KeepsLineBreaks) { EXPECT_THAT(wrap("een\n\ntwee", {8, 2}), ElementsAre("een", "", "  twee")); }

TEST(Wrap, HangsLinesAfterTheFirst) {
    EXPECT_THAT(wrap("1.1 een twee drie", {8, 4}), ElementsAre("1.1 een", "    twee", "    drie"));
}

TEST(Wrap, BreaksAWordThatIsTooLongAfterADashOrSlash) {
    EXPECT_THAT(wrap("speciaal-basisonderwijs", {16, 0}), ElementsAre("speciaal-", "basisonderwijs"));
    EXPECT_THAT(wrap("leerling/ouder", {10, 0}), ElementsAre("leerling/", "ouder"));
}

TEST(Wrap, BreaksAWordAnywhereWhenItMust) {
    EXPECT_THAT(wrap("onderwijszorg", {5, 0}), ElementsAre("onder", "wijsz", "org"));
    EXPECT_THAT(wrap("aa onderwijszorg", {5, 0}), ElementsAre("aa", "onder", "wijsz", "org"));
}

TEST(Wrap, KeepsAnAccentWithItsLetter) { EXPECT_THAT(wrap("ae\u0301b", {2, 0}), ElementsAre("ae\u0301", "b")); }

TEST(Wrap, KeepsANonBreakingSpace) { EXPECT_THAT(wrap("kost €\u00A05", {7, 0}), ElementsAre("kost", "€\u00A05")); }

TEST(Wrap, LosesNothingWhateverTheWidth) {
    const std::string text = "2.2 Crisisplaatsen en onderwijszorg-arrangementen voor thuiszitters (privé)";
    for (std::size_t width = 1; width <= 90; ++width) {
        std::string joined;
        for (const std::string& line : wrap(text, {width, 0})) {
            EXPECT_LE(display_width(line), width);
            joined += line;
        }
        std::erase(joined, ' ');
        std::string expected = text;
        std::erase(expected, ' ');
        EXPECT_EQ(joined, expected) << "breedte " << width;
    }
}

TEST(NumberPrefixWidth, CountsALeadingNumberOrBullet) {
    EXPECT_EQ(number_prefix_width("1 Sterk"), 2U);
    EXPECT_EQ(number_prefix_width("1.2 Sterk"), 4U);
    EXPECT_EQ(number_prefix_width("4a) Sterk"), 4U);
    EXPECT_EQ(number_prefix_width("* noot"), 2U);
    EXPECT_EQ(number_prefix_width("• noot"), 2U);
    EXPECT_EQ(number_prefix_width("Sterk"), 0U);
    EXPECT_EQ(number_prefix_width("Sterk aanbod"), 0U);
    EXPECT_EQ(number_prefix_width("1.2"), 0U);
}

TEST(LongestWord, MeasuresWordsAndLines) {
    EXPECT_EQ(longest_word("een drie\nvijfde"), 6U);
    EXPECT_EQ(longest_line("een drie\nvijfde"), 8U);
    EXPECT_EQ(longest_word(""), 0U);
}

}  // namespace
}  // namespace begroot::render::detail
