#include "text/utf8_stream.hpp"

#include "text/byte_source.hpp"
#include "text/memory_source.hpp"

#include <gtest/gtest.h>

namespace begroot::text {
namespace {

/// Reads all of a text, or gives the error.
std::string read_all(Utf8Stream stream) {
    std::string all;
    std::vector<char> piece(Utf8Stream::out_bytes_min);
    while (true) {
        const Result<std::size_t> count = stream.read(piece);
        if (!count) return to_text(count.error());
        if (*count == 0) return all;
        all.append(piece.data(), *count);
    }
}

std::string read_all(std::string_view bytes) {
    return read_all(Utf8Stream(std::make_unique<MemorySource>(bytes, "de tekst", "maak hem opnieuw")));
}

TEST(Utf8Stream, LeavesOutTheByteOrderMark) { EXPECT_EQ(read_all("\xEF\xBB\xBFé"), "é"); }

TEST(Utf8Stream, ReadsUtf16OverTheEdgeOfEveryPiece) {
    std::string bytes("\xFF\xFE", 2);
    std::string expected;
    for (int i = 0; i < 20'000; ++i) {
        bytes += std::string("\xAC\x20\x3D\xD8\x00\xDE", 6);
        expected += "€😀";
    }
    EXPECT_EQ(read_all(bytes), expected);
}

TEST(Utf8Stream, SpeaksWithTheVoiceOfItsSource) {
    EXPECT_EQ(read_all(std::string_view("<\0x", 3)), "de tekst is beschadigd: de tekst breekt af. Maak hem opnieuw.");
}

TEST(Utf8Stream, ReadsSingleBytesOverTheEdgeOfEveryPiece) {
    std::string bytes;
    std::string expected;
    for (int i = 0; i < 20'000; ++i) {
        bytes += i % 3 == 0 ? "\x80" : "a\xE9";
        expected += i % 3 == 0 ? "€" : "aé";
    }
    EXPECT_EQ(read_all(Utf8Stream(std::make_unique<MemorySource>(bytes, "", ""), Encoding::windows_1252)), expected);
}

TEST(Utf8Stream, ReadsUtf16ThatItWasTold) {
    const std::string bytes("\x20\xAC", 2);
    EXPECT_EQ(read_all(Utf8Stream(std::make_unique<MemorySource>(bytes, "", ""), Encoding::utf16_big)), "€");
}

TEST(MemorySource, ShowsEveryByteOnceToWhoWatches) {
    const std::string bytes(10'000, 'x');
    std::string seen;
    MemorySource source(bytes, "de tekst", "", [&seen](std::string_view piece) { seen += piece; });
    std::string window(4'096, '\0');
    while (source.read(window).value() > 0) {
    }
    EXPECT_EQ(seen, bytes);
}

}  // namespace
}  // namespace begroot::text
