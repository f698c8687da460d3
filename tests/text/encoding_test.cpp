#include "text/encoding.hpp"

#include "text/detail/windows_1252.hpp"

#include <gtest/gtest.h>

namespace begroot::text {
namespace {

TEST(Utf8, IsValidWithoutSurrogatesAndOverlongForms) {
    EXPECT_TRUE(valid_utf8("gewoon en é € 😀 en nog wat"));
    for (const char* text :
         {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "abc\xE2\x82", "\xFF", "\xE0\x80\x80"}) {
        EXPECT_FALSE(valid_utf8(text));
    }
}

TEST(Utf8, IsMadeFromScalarsOfEveryLength) {
    std::string text;
    for (const std::uint32_t scalar : {0x41U, 0xE9U, 0x20ACU, 0x1F600U}) append_utf8(scalar, text);
    EXPECT_EQ(text, "Aé€😀");
}

TEST(Utf8, IsCheckedInBlocksAndBehindThem) {
    for (std::size_t size = 0; size < 200; ++size) {
        const std::string letters(size, 'x');
        EXPECT_TRUE(valid_utf8(letters + "é" + letters)) << size;
        EXPECT_FALSE(valid_utf8(letters + "\xE9" + letters)) << size;
    }
}

TEST(Windows1252, BecomesUtf8) {
    std::string out = "> ";
    decode_windows_1252("caf\xE9 \x80 5 \x96 \x81", out);
    EXPECT_EQ(out, "> café € 5 – \uFFFD");
    EXPECT_EQ(windows_1252_scalar(0x80), 0x20ACU);
    EXPECT_EQ(windows_1252_scalar(0x81), 0U);
}

TEST(SingleByte, DiffersBetweenLatin1AndLatin9OnlyInEightPlaces) {
    int differences = 0;
    for (unsigned byte = 0; byte < 256; ++byte) {
        const auto value = static_cast<unsigned char>(byte);
        differences +=
            single_byte_scalar(Encoding::iso_8859_1, value) != single_byte_scalar(Encoding::iso_8859_15, value);
    }
    EXPECT_EQ(differences, 8);
    EXPECT_EQ(single_byte_scalar(Encoding::iso_8859_15, 0xA4), 0x20ACU);
}

/// A text, and how it should be found to be written.
struct Written {
    std::string_view bytes;
    const char* name;
    bool contradicted;
};

class DetectedText : public testing::TestWithParam<Written> {};

TEST_P(DetectedText, IsReadAsItsBytesSay) {
    const DetectedEncoding found = detect_encoding(GetParam().bytes);
    EXPECT_STREQ(encoding_name(found.encoding), GetParam().name) << GetParam().bytes;
    EXPECT_EQ(found.contradicted, GetParam().contradicted) << GetParam().bytes;
}

using namespace std::string_view_literals;

constexpr Written written[] = {
    {"", "UTF-8", false},
    {"<a/>", "UTF-8", false},
    {"<a>é</a>", "UTF-8", false},
    {"caf\xE9;5", "windows-1252", false},
    {"\xEF\xBB\xBF<a/>", "UTF-8", false},
    {"\xFF\xFE<\0a\0"sv, "UTF-16", false},
    {"\xFE\xFF\0<\0a"sv, "UTF-16", false},
    {"<\0a\0"sv, "UTF-16", false},
    {"\0<\0a"sv, "UTF-16", false},
    {"<?xml version='1.0' encoding='UTF-8'?><a>é</a>", "UTF-8", false},
    {"<?xml version='1.0' encoding='UTF-8'?><a>\xE9</a>", "windows-1252", true},
    {"<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>", "UTF-8", true},
    {"<?xml version='1.0' encoding='windows-1252'?><a>é</a>", "UTF-8", true},
    {"<?xml version='1.0' encoding='windows-1252'?><a/>", "windows-1252", false},
    {"<?xml version='1.0' encoding='us-ascii'?><a>é</a>", "UTF-8", false},
    {"<?xml version='1.0' encoding='UTF-16'?><a/>", "UTF-8", true},
    {"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>", "ISO-8859-1", false},
    {"<?xml version='1.0' encoding='ISO-8859-1'?><a>\x80</a>", "windows-1252", true},
    {"<?xml version='1.0' encoding='iso-8859-15'?><a>\xA4</a>", "ISO-8859-15", false},
    {"<?xml version='1.0' encoding='Windows-1252'?><a>\x80</a>", "windows-1252", false},
    {"<?xml version='1.0' encoding='koi8-r'?><a/>", "", false},
    {"\xEF\xBB\xBF<?xml version='1.0' encoding='koi8-r'?><a>é</a>", "UTF-8", true},
};

INSTANTIATE_TEST_SUITE_P(All, DetectedText, testing::ValuesIn(written));

TEST(DetectedText, TellsTheMarkAndTheDeclaration) {
    const DetectedEncoding found = detect_encoding("\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8'?><a/>");
    EXPECT_EQ(found.mark_bytes, 3U);
    EXPECT_EQ(found.declared, "utf-8");
}

}  // namespace
}  // namespace begroot::text
