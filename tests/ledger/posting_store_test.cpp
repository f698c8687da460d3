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

TEST(PostingStore, MovesWithoutMovingWhatItKeeps) {
    PostingStore store;
    const KeptText text = store.keep("blijft staan");
    const char* const where = text.text().data();
    PostingStore moved = std::move(store);
    EXPECT_EQ(moved.keep("blijft staan").text().data(), where);
}

}  // namespace
}  // namespace begroot
