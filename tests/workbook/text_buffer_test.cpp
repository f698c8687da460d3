#include "workbook/detail/text_buffer.hpp"

#include <cstring>
#include <string>

#include <gtest/gtest.h>

namespace begroot::workbook::detail {
namespace {

TextBlock block_of(std::string_view text) {
    const auto bytes = make_text_bytes(text.size());
    std::memcpy(bytes.get(), text.data(), text.size());
    return {bytes, 0, text.size()};
}

std::string decoded(std::string_view text) {
    const Result<DecodedText> result = decode_text(block_of(text), std::nullopt);
    return result ? std::string(result->block.view()) : result.error().found;
}

TEST(TextBuffer, LeavesUtf8InItsBlock) {
    const TextBlock block = block_of("a;b");
    const Result<DecodedText> result = decode_text(block, std::nullopt);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->block.view().data(), block.view().data());
}

TEST(TextBuffer, SeesHighAndZeroBytesInEveryPlaceOfAWord) {
    for (std::size_t place = 0; place < 20; ++place) {
        std::string text(20, 'a');
        text[place] = '\0';
        EXPECT_EQ(decoded(text), "er staat een NUL-byte in de tekst") << place;
        text[place] = '\xE9';
        EXPECT_EQ(decoded(text), std::string(place, 'a') + "é" + std::string(19 - place, 'a')) << place;
    }
}

TEST(TextBuffer, TakesAFewChanceSequencesForWindows1252) {
    // É and a closing quote are a sound sequence by chance; the other letters are not.
    EXPECT_EQ(decoded("CAF\xC9\x94 caf\xE9 caf\xE9 caf\xE9 caf\xE9"), "CAFÉ” café café café café");
}

TEST(TextBuffer, CountsLinesOfEveryKind) {
    const std::string_view text = "a\nb\r\nc\rd";
    EXPECT_EQ(line_of(text, 0), 1U);
    EXPECT_EQ(line_of(text, 2), 2U);
    EXPECT_EQ(line_of(text, 5), 3U);
    EXPECT_EQ(line_of(text, 7), 4U);
    EXPECT_EQ(line_of(text, 100), 4U);
}

TEST(TextBuffer, GuessesUtf16OnlyWhereNearlyEveryOtherByteIsZero) {
    const auto guess = [](std::string_view text) { return guess_utf16(std::as_bytes(std::span(text))); };
    EXPECT_EQ(guess(std::string_view("a\0;\0b\0", 6)), text::Encoding::utf16_little);
    EXPECT_EQ(guess(std::string_view("\0a\0;\0b", 6)), text::Encoding::utf16_big);
    EXPECT_EQ(guess("a;b"), std::nullopt);
    EXPECT_EQ(guess(std::string_view("a;b\0", 4)), std::nullopt);
    EXPECT_EQ(guess(std::string_view("\0\0\0\0", 4)), std::nullopt);
    EXPECT_EQ(guess(""), std::nullopt);
}

}  // namespace
}  // namespace begroot::workbook::detail
