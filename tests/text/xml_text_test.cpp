#include "text/xml_text.hpp"

#include <gtest/gtest.h>

namespace begroot::text {
namespace {

TEST(XmlText, ResolvesEntitiesAndRefusesUnknownOnes) {
    std::string out;
    EXPECT_TRUE(append_decoded("a&amp;&#8364;\r\nb", out));
    EXPECT_EQ(out, "a&€\nb");
    EXPECT_FALSE(append_decoded("&nbsp;", out));
}

TEST(XmlText, TakesABareAmpersandAsItStands) {
    std::string out;
    EXPECT_EQ(append_leniently("R&D &amp; &nbsp; & &#128;&#x20AC;; &", out), 4U);
    EXPECT_EQ(out, "R&D & &nbsp; & \u0080€; &");
}

TEST(XmlText, TrimsWhatXmlCallsSpace) {
    EXPECT_EQ(trim(" \r\n\ta b "), "a b");
    EXPECT_TRUE(is_xml_space('\t'));
}

}  // namespace
}  // namespace begroot::text
