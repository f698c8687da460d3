#include "text/xml_scanner.hpp"

#include "text/memory_source.hpp"

#include <memory>

#include <gtest/gtest.h>

namespace begroot::text {
namespace {

/// Scans a text, and writes every event: `<a` start, `>a` end, other lines text.
std::string events(const std::string& xml) {
    XmlScanner scanner(Utf8Stream(std::make_unique<MemorySource>(xml, "het stuk", "")), XmlLimits{});
    std::string lines;
    while (true) {
        switch (scanner.next()) {
            case XmlEvent::start:
                lines += "<" + std::string(scanner.name());
                break;
            case XmlEvent::end:
                lines += ">" + std::string(scanner.name());
                break;
            case XmlEvent::text:
                lines += "[" + std::string(scanner.text()) + "]";
                break;
            case XmlEvent::finished:
                return lines;
            case XmlEvent::failed:
                return lines + "!" + scanner.error().found;
        }
    }
}

TEST(XmlScanner, GivesLocalNamesWhateverThePrefix) { EXPECT_EQ(events("<x:a><y:b/>t</x:a>"), "<a<b>b[t]>a"); }

TEST(XmlScanner, ResolvesEntitiesAndLineEnds) {
    EXPECT_EQ(events("<a>&lt;&#65;&#x20AC;&amp;\r\nb\rc&#13;</a>"), "<a[<A€&\nb\nc\r]>a");
}

TEST(XmlScanner, PassesOverCommentsInstructionsAndTheByteOrderMark) {
    EXPECT_EQ(events("\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <b> --><?x y?><a><!----></a>\n<!-- slot -->"), "<a>a");
}

TEST(XmlScanner, TakesABracketInAQuotedAttributeAsPartOfIt) { EXPECT_EQ(events("<a b='>' c=\"/>\">t</a>"), "<a[t]>a"); }

TEST(XmlScanner, ConvertsUtf16OfBothByteOrders) {
    const std::string little("<\0a\0>\0\xAC\x20\x3D\xD8\x00\xDE<\0/\0a\0>\0", 20);
    EXPECT_EQ(events(little), "<a[€😀]>a");
    std::string big("\xFE\xFF", 2);
    for (std::size_t i = 0; i + 1 < little.size(); i += 2) {
        big += little[i + 1];
        big += little[i];
    }
    EXPECT_EQ(events(big), "<a[€😀]>a");
}

TEST(XmlScanner, ReadsTokensThatCrossTheBuffer) {
    // Each element begins somewhere else relative to the end of the 256 KiB buffer.
    std::string xml = "<a>";
    std::string expected = "<a";
    for (int i = 0; i < 60'000; ++i) {
        xml += "<b c='1'>&amp;" + std::to_string(i) + "</b>";
        expected += "<b[&" + std::to_string(i) + "]>b";
    }
    EXPECT_EQ(events(xml + "</a>"), expected + ">a");
}

/// A text that is no XML and the end of the message about it.
struct Malformed {
    const char* xml;
    const char* why;
};

class MalformedXml : public testing::TestWithParam<Malformed> {};

TEST_P(MalformedXml, IsRefused) {
    const std::string outcome = events(GetParam().xml);
    EXPECT_NE(outcome.find(GetParam().why), std::string::npos) << outcome;
}

constexpr Malformed malformed_cases[] = {
    {"", "het breekt af"},
    {"<a>", "het breekt af"},
    {"<a><b></a>", "begin en einde van een element verschillen"},
    {"</a>", "begin en einde van een element verschillen"},
    {"<a/><b/>", "tweede hoofdelement"},
    {"x<a/>", "tekst buiten het document"},
    {"<a>&onbekend;</a>", "een onbekend teken met &"},
    {"<a>&#0;</a>", "een onbekend teken met &"},
    {"<a>&#xD800;</a>", "een onbekend teken met &"},
    {"<a>&lt</a>", "een onbekend teken met &"},
    {"<a b='", "een element houdt niet op"},
    {"<a><!-- ", "een opmerking houdt niet op"},
    {"<a><![CDATA[ ", "CDATA houdt niet op"},
    {"<!DOCTYPE a><a/>", "DOCTYPE wordt niet gelezen"},
    {"< a/>", "geen goede naam"},
    {"<?xml version='1.0' encoding='windows-1252'?><a/>", "gebruikt de tekenset windows-1252"},
};

INSTANTIATE_TEST_SUITE_P(All, MalformedXml, testing::ValuesIn(malformed_cases));

}  // namespace
}  // namespace begroot::text
