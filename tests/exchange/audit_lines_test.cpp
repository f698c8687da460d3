#include "exchange/detail/audit_lines.hpp"

#include "text/memory_source.hpp"

#include <memory>

#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

std::string shown(const AuditLine& line) {
    std::string text;
    for (std::size_t i = 0; i < line_fields; ++i) {
        if (line.has(static_cast<LineField>(i)))
            text += "[" + std::to_string(i) + ":" + std::string(line.values[i]) + "]";
    }
    return text;
}

/// Reads a line through the scanner.
std::string by_scanner(std::string_view text) {
    text::XmlScanner scanner(text::Utf8Stream(std::make_unique<text::MemorySource>(text, "het stuk", "")),
                             text::XmlLimits{}, text::XmlManner::lenient);
    LineReader reader;
    AuditLine line;
    if (scanner.next() != text::XmlEvent::start || !reader.read(scanner, line)) return to_text(scanner.error());
    return shown(line);
}

constexpr std::string_view plain =
    "<trLine>\r\n  <nr>1</nr><accID> 4000 </accID><docRef>x&amp;y</docRef><desc>Huur\nkantoor</desc><amnt>5.10</amnt>"
    "<amntTp>D</amntTp><costID/><projID>P1</projID><vat><vatID>H</vatID><vatAmnt>1</vatAmnt></vat>"
    "<currency><curCode>USD</curCode><curAmnt>9</curAmnt></currency>\n</trLine>";

TEST(AuditLine, IsTheSameFromMemoryAndThroughTheScanner) {
    AuditLine line;
    const std::string text = std::string(plain) + "<trLine>" + std::string(300, ' ');
    EXPECT_EQ(scan_plain_line(text, line), plain.size());
    EXPECT_EQ(shown(line), "[0:1][1:4000][2:Huur\nkantoor][4:5.10][5:D][8:][10:P1]");
    std::string through = by_scanner(plain);
    EXPECT_EQ(through, "[0:1][1:4000][2:Huur\nkantoor][4:5.10][5:D][8:][10:P1]");
}

TEST(AuditLine, KnowsTheWordsOfEveryVersion) {
    AuditLine line;
    const std::string old =
        "<line><recordID>7</recordID><accountID>4000</accountID><description>x</description>"
        "<debitAmount>1</debitAmount><creditAmount>2</creditAmount><costDesc>a</costDesc>"
        "<productDesc>b</productDesc><projectDesc>c</projectDesc></line>" +
        std::string(300, ' ');
    EXPECT_GT(scan_plain_line(old, line), 0U);
    EXPECT_EQ(shown(line), "[0:7][1:4000][2:x][6:1][7:2][11:a][12:b][13:c]");
    const std::string four =
        "<trLine><cost>a</cost><product>b</product><project>c</project></trLine>" + std::string(300, ' ');
    EXPECT_GT(scan_plain_line(four, line), 0U);
    EXPECT_EQ(shown(line), "[8:a][9:b][10:c]");
}

TEST(PlainLine, LeavesToTheScannerWhatIsNotPlain) {
    for (const char* text :
         {"<trLine><nr>1</nr>", "<trLine><desc>a&amp;b</desc></trLine>", "<trLine><!-- <nr>1</nr> --></trLine>",
          "<trLine><nr a='1'>1</nr></trLine>", "<x:trLine></x:trLine>", "<trLine><amnt>1</amnt><amnt>2</amnt></trLine>",
          "<trLine><x:nr>1</x:nr></trLine>", "<trLine>los</trLine>", "<trLine><nr>1</mr></trLine>",
          "<trLine><nr><b>1</b></nr></trLine>", "<trLine><desc><![CDATA[x]]></desc></trLine>",
          "<trLine><vat><!--</vat><amnt>9</amnt><vat>--></vat></trLine>", "<trLine><vat><a>1</b></vat></trLine>",
          "<trLine><vat><vatID>1</vat></trLine>", "<transaction/>", ""}) {
        AuditLine line;
        EXPECT_EQ(scan_plain_line(std::string(text) + std::string(300, ' '), line), 0U) << text;
    }
}

TEST(PlainLine, StopsAtTheEndOfWhatIsInMemory) {
    for (std::size_t size = 0; size < plain.size(); ++size) {
        AuditLine line;
        const std::string piece(plain.substr(0, size));
        EXPECT_EQ(scan_plain_line(piece, line), 0U) << size;
    }
}

TEST(LineReader, RefusesAFieldThatIsThereTwice) {
    EXPECT_EQ(
        by_scanner("<trLine>\n<amnt>1</amnt><amnt>2</amnt></trLine>"),
        "regel 2: het stuk heeft een regel waarin amnt een tweede keer wordt gegeven (verwacht: elk veld een keer).");
}

TEST(AuditLine, TakesAFieldThatIsThereTwiceAndOnceEmpty) {
    for (const std::string_view text :
         {"<trLine><costID>100</costID><cost/></trLine>", "<trLine><cost></cost><costID>100</costID></trLine>"}) {
        AuditLine line;
        const std::string bytes = std::string(text) + std::string(300, ' ');  // the line points into it
        EXPECT_EQ(scan_plain_line(bytes, line), text.size());
        EXPECT_EQ(line.dimension(LineField::cost), "100");
        EXPECT_EQ(by_scanner(text), "[8:100]");
    }
}

TEST(AuditLine, GivesTheCodeBeforeTheDescription) {
    AuditLine line;
    EXPECT_TRUE(line.set(LineField::cost_description, "Naam"));
    EXPECT_EQ(line.dimension(LineField::cost), "Naam");
    EXPECT_EQ(line.dimension(LineField::product), "");
    EXPECT_TRUE(line.set(LineField::cost, "100"));
    EXPECT_EQ(line.dimension(LineField::cost), "100");
    EXPECT_EQ(line.dimension(LineField::cost_description), "Naam");
}

TEST(AuditLine, IsTrimmedTheSameOnBothWays) {
    const std::string text = "<trLine><accID>\u00A04000\u2009</accID><desc>é</desc></trLine>";
    AuditLine line;
    const std::string ahead = text + std::string(300, ' ');
    EXPECT_EQ(scan_plain_line(ahead, line), text.size());
    EXPECT_EQ(shown(line), "[1:4000][2:é]");
    EXPECT_EQ(by_scanner(text), "[1:4000][2:é]");
}

TEST(PlainElement, GivesNameAndText) {
    std::string_view name;
    std::string_view value;
    EXPECT_EQ(scan_plain_element("<nr> 12 </nr><x", name, value), 13U);
    EXPECT_EQ(name, "nr");
    EXPECT_EQ(value, "12");
    EXPECT_EQ(scan_plain_element("<periodNumber>3\u00A0</periodNumber><x", name, value), 32U);
    EXPECT_EQ(value, "3");
    EXPECT_EQ(scan_plain_element("<nr/><x", name, value), 5U);
    EXPECT_EQ(value, "");
    for (const char* text : {"<nr>1", "<nr>1</n>", "<nr a=''/>", "<nr>a&b</nr>", "</nr>", "x", "", "<", "<nr>1</nr"}) {
        EXPECT_EQ(scan_plain_element(text, name, value), 0U) << text;
    }
}

}  // namespace
}  // namespace begroot::exchange::detail
