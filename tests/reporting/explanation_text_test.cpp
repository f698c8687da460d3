#include "reporting/explanation.hpp"
#include "reporting/explanation_sheet.hpp"

#include <array>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Explanation explanation(const std::string& code, std::vector<std::string> paragraphs) {
    return {code, "M8", std::move(paragraphs), {}};
}

constexpr std::string_view file =
    "# Toelichtingen\n"
    "\n"
    "Voor de lezer van dit bestand.\n"
    "\n"
    "## plan M8\n"
    "Er is minder uitgegeven.\n"
    "\n"
    "## 2.2 M8\n"
    "De begeleiding begon\n"
    "later.\n"
    "\n"
    "Zij haalt het niet in.\n"
    "\n"
    "## 2.2 M12\n"
    "Aan het eind.\n";

TEST(ExplanationText, TakesEveryLineOfACellForAParagraph) {
    EXPECT_THAT(paragraphs_of("  een  zin \r\n\n\ttweede"), ElementsAre("een zin", "tweede"));
    EXPECT_THAT(paragraphs_of(" \n "), IsEmpty());
}

TEST(ExplanationText, ReplacesOneAndLeavesTheRestByteForByte) {
    const std::string text = with_explanations(file, std::vector{explanation("2.2", {"Nieuw.", "En nog iets."})});
    const std::string before(file.substr(0, file.find("## 2.2 M8")));
    EXPECT_EQ(text, before + "## 2.2 M8\nNieuw.\n\nEn nog iets.\n\n## 2.2 M12\nAan het eind.\n");
}

TEST(ExplanationText, ReplacesBehindAByteOrderMark) {
    const std::string text =
        with_explanations("\xEF\xBB\xBF## plan M8\nOud.\n", std::array{explanation("plan", {"Nieuw."})});
    EXPECT_EQ(text.substr(0, 3), "\xEF\xBB\xBF");
    EXPECT_EQ(text.find("Oud."), std::string::npos);
    EXPECT_EQ(text.find("## plan M8"), text.rfind("## plan M8"));
}

TEST(ExplanationText, PutsANewOneAtTheEnd) {
    const std::string text = with_explanations(file, std::vector{explanation("4.1", {"Nieuw."})});
    EXPECT_EQ(text, std::string(file) + "\n## 4.1 M8\nNieuw.\n");
    EXPECT_EQ(with_explanations("", std::vector{explanation("4.1", {"Nieuw."})}), "## 4.1 M8\nNieuw.\n");
    EXPECT_EQ(with_explanations("zonder einde", std::vector{explanation("4.1", {"Nieuw."})}),
              "zonder einde\n\n## 4.1 M8\nNieuw.\n");
}

TEST(ExplanationText, WithoutExplanationsIsTheFile) { EXPECT_EQ(with_explanations(file, {}), file); }

TEST(ExplanationText, KnowsWhatWouldBeReadAsAHead) {
    EXPECT_TRUE(fits_in_file("doel #3 loopt"));
    EXPECT_FALSE(fits_in_file("## 4.1 M8"));
    EXPECT_FALSE(fits_in_file(" # kop"));
}

TEST(ExplanationText, NeverBreaksALineBeforeAHash) {
    std::string words;
    for (int i = 0; i < 60; ++i) words += (i > 0 ? " " : "") + std::string(i % 2 == 0 ? "woorden" : "#");
    const std::string text = with_explanations("", std::vector{explanation("1", {words})});
    EXPECT_THAT(parse_explanations(text, "t.md").list.at(0).paragraphs, ElementsAre(words));
}

TEST(ExplanationSheet, HasNamesThatExcelTakes) {
    constexpr std::size_t sheet_name_max = 31;
    for (const std::string_view name : {explanation_sheet::name, explanation_sheet::memory_name}) {
        EXPECT_LE(name.size(), sheet_name_max);
        EXPECT_EQ(name.find_first_of("[]:*?/\\"), std::string_view::npos);
    }
    EXPECT_NE(explanation_sheet::name, explanation_sheet::memory_name);
}

class ExplanationTextLaws : public testing::TestWithParam<std::uint32_t> {};

TEST_P(ExplanationTextLaws, WhatIsWrittenIsReadBack) {
    std::mt19937 random(GetParam());
    const auto any_words = [&random] {
        static const std::vector<std::string> words{"het", "bedrag", "één", "€", "-", "1.", "#2", "uitgegeven", "op"};
        std::string text = "Zo";
        for (std::size_t i = random() % 60; i > 0; --i) text += " " + words[random() % words.size()];
        return text;
    };
    std::vector<Explanation> changes;
    for (const char* code : {"plan", "2.2", "3", "buiten_jaarplan"}) {
        if (random() % 3 == 0) continue;
        changes.push_back(explanation(code, {any_words()}));
        if (random() % 2 == 0) changes.back().paragraphs.push_back(any_words());
    }
    const Explanations read = parse_explanations(with_explanations(file, changes), "t.md");
    EXPECT_THAT(read.findings, IsEmpty());
    for (const Explanation& one : changes) {
        const Explanation* found = find_explanation(read, one.code, one.moment);
        ASSERT_NE(found, nullptr) << one.code;
        EXPECT_EQ(found->paragraphs, one.paragraphs);
    }
    for (const Explanation& one : parse_explanations(file, "t.md").list) {
        const bool changed = find_explanation({"", "", "", changes, {}}, one.code, one.moment) != nullptr;
        const Explanation* found = find_explanation(read, one.code, one.moment);
        ASSERT_NE(found, nullptr) << one.code;
        EXPECT_TRUE(changed || found->paragraphs == one.paragraphs) << one.code;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ExplanationTextLaws, testing::Range(1U, 31U),
                         [](const auto& tested) { return "seed" + std::to_string(tested.param); });

}  // namespace
}  // namespace begroot
