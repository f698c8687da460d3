// Attributes found in the raw text of a tag, by whole name or by what stands behind the prefix.

#include "text/xml_attributes.hpp"

#include <gtest/gtest.h>

namespace begroot::text {
namespace {

TEST(XmlAttributes, AreFoundByWholeNameWhateverTheQuotesAndSpaces) {
    constexpr std::string_view attributes = " r='B2'\n s = \"3\" x:r=\"9\"";
    EXPECT_EQ(find_attribute(attributes, "r"), "B2");
    EXPECT_EQ(find_attribute(attributes, "s"), "3");
    EXPECT_EQ(find_attribute(attributes, "x:r"), "9");
    EXPECT_EQ(find_attribute(attributes, "t"), std::nullopt);
}

TEST(XmlAttributes, AreFoundByLocalNameButADeclarationIsNone) {
    EXPECT_EQ(find_attribute_by_local_name(R"( xmlns:id="een" r:id="rId1")", "id"), "rId1");
    EXPECT_EQ(find_attribute_by_local_name(R"( r:id="rId1" id="2")", "id"), "2");
    EXPECT_EQ(local_name("x:row"), "row");
    EXPECT_EQ(local_name("row"), "row");
}

TEST(XmlAttributes, GiveAViewIntoTheTextItself) {
    constexpr std::string_view attributes = R"( spans="1:3")";
    const auto value = find_attribute(attributes, "spans");
    ASSERT_TRUE(value);
    EXPECT_EQ(value->data(), attributes.data() + 8);
}

}  // namespace
}  // namespace begroot::text
