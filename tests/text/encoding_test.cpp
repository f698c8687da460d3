#include "text/encoding.hpp"

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

}  // namespace
}  // namespace begroot::text
