// What the parser takes for white space: defined for every letter there is, and the letters that Unicode says.

#include "store/detail/toml.hpp"
#include "store/model_file.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace begroot::store {
namespace {

constexpr char32_t letters_end = 0x11'0000;
constexpr char32_t letters_a_block = 0x200;  // a compiler counts the steps of what it works out
constexpr char32_t branches_end = 0x4000;

/// White space as the parser's test means it, from low to high.
constexpr std::array<char32_t, 29> spaces{0x09,   0x0A,   0x0B,   0x0C,   0x0D,   0x20,   0x85,   0xA0,
                                          0x1680, 0x180E, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005,
                                          0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x200B, 0x2028, 0x2029,
                                          0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF};

/// Tells whether the parser answers rightly for a block of letters; one undefined step, and this is no constant.
constexpr bool answers_for_block(char32_t first) {
    for (char32_t letter = first; letter < first + letters_a_block; ++letter) {
        if (toml::impl::is_whitespace(letter) != std::ranges::binary_search(spaces, letter)) return false;
    }
    return true;
}

template <char32_t First>
constexpr bool answers = answers_for_block(First);

template <std::size_t... Block>
constexpr bool answers_for_all(std::index_sequence<Block...>) {
    return (answers<letters_a_block * Block> && ...);
}

// The blocks in which the test has branches; beyond the last of them it says no at once.
static_assert(answers_for_all(std::make_index_sequence<branches_end / letters_a_block>{}));

TEST(TomlLetters, AreWhiteSpaceOrNotForEveryLetter) {
    for (char32_t first = 0; first < letters_end; first += letters_a_block)
        EXPECT_TRUE(answers_for_block(first)) << static_cast<unsigned long>(first);
}

TEST(TomlLetters, BeginALineThatABackslashJoinsToTheOneBefore) {
    const auto model = parse_model(
        "[jaarplan]\norganisatie = \"\"\"a \\\n   \xC3\xA9\xC3\xA9n\"\"\"\ntitel = \"t\"\nboekjaar = 2025\n"
        "[[speerpunt]]\nnummer = 1\nnaam = \"n\"\n[[speerpunt.doel]]\nnummer = 1\nnaam = \"d\"\nbegroot = \"p.m.\"\n",
        "m.toml");
    ASSERT_TRUE(model) << to_text(model.error().front());
    EXPECT_EQ(model->plan.organisation, "a \xC3\xA9\xC3\xA9n");
}

TEST(TomlLetters, BehindABackslashAreRefused) {
    for (const char* text : {"a = \"\\\xC3\xA9\"\n", "a = \"\"\"\\\xC3\xA9\"\"\"\n", "a = \"\"\"\\ \xC3\xA9\"\"\"\n"}) {
        const auto model = parse_model(text, "m.toml");
        EXPECT_FALSE(model) << text;
    }
}

TEST(TomlLetters, ThatCannotBeginAKeyAreRefused) {
    for (const char* text : {"[(", "[(]", "[a.(]", "[[(]]", "a.( = 1", "a = {( = 1}", "["}) {
        const auto model = parse_model(text, "m.toml");
        ASSERT_FALSE(model) << text;
        EXPECT_EQ(model.error().front().place.line, 1U) << text;
    }
}

}  // namespace
}  // namespace begroot::store
