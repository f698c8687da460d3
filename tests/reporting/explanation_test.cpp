#include "reporting/explanation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Explanation, ReadsParagraphsUnderTheirHeads) {
    const Explanations read = parse_explanations(
        "\xEF\xBB\xBF# Toelichtingen\r\nVoor wie dit leest.\r\n\r\n##  4.2   M8 \r\nDe start was\r\nlater.\r\n\r\n"
        "Het wordt ingehaald.\r\n# Een kop voor het oog\r\nniet van ons\r\n## plan M8\r\nHet jaar loopt.",
        "t.md");
    ASSERT_EQ(read.list.size(), 2U);
    EXPECT_TRUE(read.findings.empty());
    EXPECT_EQ(read.list[0].code, "4.2");
    EXPECT_EQ(read.list[0].moment, "M8");
    EXPECT_EQ(read.list[0].place.line, 4U);
    EXPECT_THAT(read.list[0].paragraphs, ElementsAre("De start was later.", "Het wordt ingehaald."));
    EXPECT_THAT(find_explanation(read, "plan", "M8")->paragraphs, ElementsAre("Het jaar loopt."));
    EXPECT_EQ(find_explanation(read, "plan", "M4"), nullptr);
}

TEST(Explanation, KeepsADeeperHeadAsText) {
    const Explanations read = parse_explanations("## 1.1 M8\n### Stand\nGoed.\n", "t.md");
    EXPECT_THAT(read.list.at(0).paragraphs, ElementsAre("### Stand Goed."));
}

TEST(Explanation, ReportsAHeadThatIsNoneAndLosesOnlyItsText) {
    const Explanations read = parse_explanations("## 4.2\ntekst\n## 1.1 M8\ngoed\n## 1 2 3\nweg\n", "t.md");
    ASSERT_EQ(read.findings.size(), 2U);
    EXPECT_EQ(read.findings[0].kind, "toelichting_kop");
    EXPECT_EQ(read.findings[0].place.line, 1U);
    EXPECT_EQ(read.list.size(), 1U);
    EXPECT_EQ(read.findings[1].place.line, 5U);
}

TEST(Explanation, ReportsWhatStandsTwiceAndKeepsTheFirst) {
    const Explanations read = parse_explanations("## 4.2 M8\neerste\n## 4.2 M8\ntweede\n", "t.md");
    ASSERT_EQ(read.findings.size(), 1U);
    EXPECT_EQ(read.findings[0].kind, "toelichting_dubbel");
    EXPECT_THAT(read.findings[0].found, HasSubstr("regel 1"));
    EXPECT_THAT(read.list.at(0).paragraphs, ElementsAre("eerste"));
}

TEST(Explanation, ReportsAHeadWithoutAText) {
    const Explanations read = parse_explanations("## 4.2 M8\n\n## 4.3 M8\ntekst\n", "t.md");
    ASSERT_EQ(read.findings.size(), 1U);
    EXPECT_EQ(read.findings[0].kind, "toelichting_leeg");
    EXPECT_EQ(read.list.size(), 1U);
}

TEST(Explanation, ReadsNothingFromAnEmptyFile) {
    const Explanations read = parse_explanations("", "t.md");
    EXPECT_TRUE(read.list.empty());
    EXPECT_TRUE(read.findings.empty());
}

}  // namespace
}  // namespace begroot
