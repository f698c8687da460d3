#include "ledger/posting_store.hpp"

#include "ledger/kept_text.hpp"

#include <algorithm>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(KeptText, IsEmptyUntilSomethingIsKept) {
    PostingStore store;
    EXPECT_TRUE(KeptText().empty());
    EXPECT_EQ(KeptText().text(), "");
    EXPECT_TRUE(store.keep("").empty());
    EXPECT_EQ(store.keep(""), KeptText());
    EXPECT_FALSE(store.keep("x").empty());
}

TEST(KeptText, GivesBackTextsOfEveryLength) {
    PostingStore store;
    std::vector<std::pair<std::string, KeptText>> kept;
    for (const std::size_t length : {1U, 7U, 254U, 255U, 256U, 4'095U, 4'096U, 32'767U, 2'000'000U}) {
        const std::string text(length, static_cast<char>('a' + length % 26));
        kept.emplace_back(text, store.keep(text));
    }
    for (const auto& [text, handle] : kept) EXPECT_TRUE(handle == text) << text.size() << " bytes";
}

TEST(KeptText, KeepsBytesThatEndATextElsewhere) {
    PostingStore store;
    const std::string text("a\0b\xFF", 4);
    EXPECT_EQ(store.keep(text).text(), text);
}

TEST(KeptText, ComparesByWhatItSaysWhereverItStands) {
    PostingStore one;
    PostingStore other;
    EXPECT_EQ(one.keep("4425"), other.keep("4425"));
    EXPECT_NE(one.keep("4425"), other.keep("4426"));
    std::vector<KeptText> texts{one.keep("b"), other.keep("a"), one.keep("B"), one.keep("ab"), other.keep("")};
    std::ranges::sort(texts);
    std::ostringstream shown;
    for (const KeptText text : texts) shown << text << "|";
    EXPECT_EQ(shown.str(), "|B|a|ab|b|");
}

TEST(PostingStore, KeepsATextThatComesBackOnce) {
    PostingStore store;
    const KeptText first = store.keep("Inhuur expertise");
    EXPECT_EQ(store.keep("Inhuur expertise").text().data(), first.text().data());
}

TEST(PostingStore, KeepsApartATextThatNoOtherPostingHas) {
    PostingStore store;
    const KeptText first = store.keep_apart("118/2");
    const KeptText second = store.keep_apart("118/2");
    EXPECT_EQ(first, second);
    EXPECT_NE(first.text().data(), second.text().data());
    EXPECT_TRUE(store.keep_apart("").empty());
}

TEST(PostingStore, KeepsManyTextsApart) {
    PostingStore store;
    std::vector<KeptText> texts;
    for (int i = 0; i < 100'000; ++i) texts.push_back(store.keep("boeking " + std::to_string(i)));
    for (int i = 0; i < 100'000; ++i) {
        ASSERT_EQ(texts[static_cast<std::size_t>(i)], "boeking " + std::to_string(i));
    }
}

TEST(PostingStore, KeepsWhatItSharesWhenTheOtherIsGone) {
    PostingStore store;
    KeptText text;
    {
        PostingStore other;
        text = other.keep("van een ander");
        store.share(other);
        store.share(other);
        store.share(store);
    }
    EXPECT_EQ(text, "van een ander");
}

TEST(PostingStore, KeepsACodingByNumbersAsByCodes) {
    PostingStore store;
    const auto sheet = std::make_shared<const SourceSheet>();
    const auto other_sheet = std::make_shared<const SourceSheet>();
    const Coding coding{
        {2025}, AccountId("4010"), Side::income,        CostCentreId("KP1"), CostUnitId(""), JournalId("70"),
        sheet,  BoardId("B"),      NeighbourhoodId("N")};
    NumberedCoding numbered{.year = {2025},
                            .side = Side::income,
                            .account = store.number("4010"),
                            .cost_centre = store.number("KP1"),
                            .cost_unit = store.number(""),
                            .journal = store.number("70"),
                            .board = store.number("B"),
                            .neighbourhood = store.number("N")};
    EXPECT_EQ(numbered.cost_unit, no_code);
    const Coding* const kept = store.keep(coding);
    EXPECT_EQ(*kept, coding);
    EXPECT_EQ(store.keep(numbered, sheet), kept);
    EXPECT_NE(store.keep(numbered, other_sheet), kept);
    numbered.cost_unit = store.number("KP1");
    EXPECT_EQ(store.keep(numbered, sheet)->cost_unit, CostUnitId("KP1"));
    EXPECT_EQ(store.keep(coding), kept);
}

TEST(PostingStore, MovesWithoutMovingWhatItKeeps) {
    PostingStore store;
    const KeptText text = store.keep("blijft staan");
    const char* const where = text.text().data();
    PostingStore moved = std::move(store);
    EXPECT_EQ(moved.keep("blijft staan").text().data(), where);
}

}  // namespace
}  // namespace begroot
