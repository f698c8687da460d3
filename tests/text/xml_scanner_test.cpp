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

XmlScanner lenient(std::string_view xml) {
    return XmlScanner(Utf8Stream(std::make_unique<MemorySource>(xml, "het stuk", "maak het opnieuw")),
                      XmlLimits{8, 100}, XmlManner::lenient);
}

/// Runs to the end, and gives the error or nothing.
std::string outcome(XmlScanner& scanner) {
    while (true) {
        const XmlEvent event = scanner.next();
        if (event == XmlEvent::failed) return to_text(scanner.error());
        if (event == XmlEvent::finished) return "";
    }
}

TEST(LenientXmlScanner, CountsBareAmpersandsAndWhatStandsBehindTheDocument) {
    const std::string xml = "<a>\n<b>R&D</b>\n<b>&amp;</b>\n<b>A&B&C</b></a>\n\x1A";
    XmlScanner scanner = lenient(xml);
    EXPECT_EQ(outcome(scanner), "");
    EXPECT_EQ(scanner.oddities().bare_ampersands, 3U);
    EXPECT_EQ(scanner.oddities().first_ampersand_line, 2U);
    EXPECT_EQ(scanner.oddities().trailing_control_line, 4U);
}

TEST(LenientXmlScanner, TellsTheLineOfWhatIsWrong) {
    XmlScanner cut = lenient("<a>\n<b>\n</b>\n<c>");
    EXPECT_EQ(outcome(cut), "regel 4: het stuk is beschadigd: het breekt af. Maak het opnieuw.");
    XmlScanner entity = lenient("<?xml version='1.0' encoding='koi8-r'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a/>");
    EXPECT_EQ(outcome(entity), "regel 2: het stuk is beschadigd: DOCTYPE wordt niet gelezen. Maak het opnieuw.");
    XmlScanner deep = lenient("<a><a><a><a><a><a><a><a>\n<a>");
    EXPECT_EQ(outcome(deep), "regel 2: het stuk is beschadigd: meer dan 8 elementen in elkaar. Maak het opnieuw.");
}

TEST(LenientXmlScanner, CountsLinesOverTheEdgeOfTheBuffer) {
    std::string xml = "<a>";
    for (int i = 0; i < 100'000; ++i) xml += "\n<b>x</b>";
    xml += "</a>";
    XmlScanner scanner = lenient(xml);
    std::uint32_t line = 0;
    while (scanner.next() != XmlEvent::finished) {
        if (scanner.name() == "b") line = scanner.line();
    }
    EXPECT_EQ(line, 100'001U);
}

TEST(XmlScanner, GivesThePrefixAndTheNamespaceThatItStandsFor) {
    const std::string xml = "<x:a xmlns:x='urn:x'><b/></x:a>";
    XmlScanner scanner(Utf8Stream(std::make_unique<MemorySource>(xml, "", "")), XmlLimits{});
    ASSERT_EQ(scanner.next(), XmlEvent::start);
    EXPECT_EQ(scanner.prefix(), "x");
    EXPECT_EQ(scanner.attribute("xmlns:x"), "urn:x");
    ASSERT_EQ(scanner.next(), XmlEvent::start);
    EXPECT_EQ(scanner.prefix(), "");
    EXPECT_EQ(scanner.line(), 0U);
}

TEST(XmlScanner, LetsItsCallerOpenAndCloseElements) {
    const std::string xml = "<a><b><c/></b></a>";
    XmlScanner scanner(Utf8Stream(std::make_unique<MemorySource>(xml, "", "")), XmlLimits{});
    ASSERT_EQ(scanner.next(), XmlEvent::start);
    ASSERT_TRUE(scanner.settle().starts_with("<b>"));
    scanner.open("b", 3);
    EXPECT_EQ(scanner.depth(), 2U);
    ASSERT_EQ(scanner.next(), XmlEvent::start);
    EXPECT_EQ(scanner.name(), "c");
    ASSERT_EQ(scanner.next(), XmlEvent::end);
    EXPECT_TRUE(scanner.settle().starts_with("</b>"));
    EXPECT_FALSE(scanner.close("a", 4));
    EXPECT_TRUE(scanner.close("b", 4));
    EXPECT_EQ(scanner.next(), XmlEvent::end);
    EXPECT_EQ(scanner.name(), "a");
    EXPECT_EQ(scanner.next(), XmlEvent::finished);
}

}  // namespace
}  // namespace begroot::text
