#include "workbook/delimited.hpp"

#include "reading.hpp"

#include <array>
#include <tuple>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::workbook::test {
namespace {

Result<Workbook> read_text(std::string_view text, const TextChoice& choice = {}, const ReadLimits& limits = {}) {
    ReadOptions options;
    options.limits = limits;
    return read_delimited(bytes_of(text), "mutaties.csv", options, choice);
}

/// Writes a text file as its cells, `A1=x B1=y`, or its error.
std::string cells_of(std::string_view text, const TextChoice& choice = {}, const ReadLimits& limits = {}) {
    const Result<Workbook> workbook = read_text(text, choice, limits);
    if (!workbook) return to_line(workbook.error());
    std::string line;
    for (const Cell& cell : workbook->sheets.front().cells) {
        if (!line.empty()) line += ' ';
        line += cell_name(cell.row(), cell.column()) + "=" + std::string(cell.text());
    }
    return line;
}

std::string format_of(std::string_view text, const TextChoice& choice = {}) {
    const Result<Workbook> workbook = read_text(text, choice);
    return workbook ? to_text(workbook->text_format.value_or(TextFormat{})) : to_line(workbook.error());
}

/// Writes ASCII and a few letters as UTF-16.
std::string utf16(std::u16string_view text, bool little) {
    std::string bytes;
    for (const char16_t unit : text) {
        const auto low = static_cast<char>(unit & 0xFFU);
        const auto high = static_cast<char>(unit >> 8U);
        bytes += little ? low : high;
        bytes += little ? high : low;
    }
    return bytes;
}

TEST(Delimited, GivesOneSheetWithoutANameAndCellsOfText) {
    const Result<Workbook> workbook = read_text("rekening;bedrag\r\n4000;12,50\r\n");
    ASSERT_TRUE(workbook) << to_line(workbook.error());
    ASSERT_EQ(workbook->sheets.size(), 1U);
    EXPECT_EQ(workbook->sheets[0].source->sheet, "");
    EXPECT_EQ(workbook->sheets[0].source->file, "mutaties.csv");
    EXPECT_EQ(workbook->sheets[0].source->sha256, workbook->sha256);
    EXPECT_EQ(to_lines(workbook->sheets[0]), "A1 tekst rekening\nB1 tekst bedrag\nA2 tekst 4000\nB2 tekst 12,50\n");
}

TEST(Delimited, ReadsEveryLineEndAndALastLineWithoutOne) {
    for (const char* end : {"\n", "\r\n", "\r"}) {
        const std::string text = std::string("a;b") + end + "c;d";
        EXPECT_EQ(cells_of(text), "A1=a B1=b A2=c B2=d");
        EXPECT_EQ(cells_of(text + end), "A1=a B1=b A2=c B2=d");
    }
    EXPECT_EQ(cells_of("a;b\nc;d\r\ne;f\rg;h"), "A1=a B1=b A2=c B2=d A3=e B3=f A4=g B4=h");
}

TEST(Delimited, CountsRowsAndColumnsAsExcelDoes) {
    EXPECT_EQ(cells_of("a;b\n\n;;\n;x\n"), "A1=a B1=b B4=x");
    EXPECT_EQ(cells_of("sep=;\r\na;b\r\n"), "A1=a B1=b");
    EXPECT_EQ(cells_of("\"a\nb\";c\nd;e"), "A1=a\nb B1=c A2=d B2=e");
    EXPECT_EQ(cells_of("a;b;;\nc"), "A1=a B1=b D1= A2=c");
}

TEST(Delimited, EndsTheFirstRowsThatAreWiderInACell) {
    EXPECT_EQ(cells_of("a;b\nc;d;\ne;f;\n;;;;\ng;h;;\n", {.delimiter = ';', .encoding = {}}),
              "A1=a B1=b A2=c B2=d C2= A3=e B3=f A5=g B5=h D5=");
    EXPECT_EQ(cells_of("a;b;c\nd;;\n", {.delimiter = ';', .encoding = {}}), "A1=a B1=b C1=c A2=d");
}

TEST(Delimited, ReadsQuotesAsTheyAreMeant) {
    const std::vector<std::pair<const char*, const char*>> cases{{"a;\"b;c\"", "A1=a B1=b;c"},
                                                                 {"\"zegt \"\"ja\"\"\";b", "A1=zegt \"ja\" B1=b"},
                                                                 {"\"\";b", "B1=b"},
                                                                 {"\"\"\"\";b", "A1=\" B1=b"},
                                                                 {"\"\"\"\"\"\";b", "A1=\"\" B1=b"},
                                                                 {"5\" buis;b", "A1=5\" buis B1=b"},
                                                                 {"a \"b\" c;d", "A1=a \"b\" c B1=d"},
                                                                 {"\"a\r\nb\";c\r\nd;e", "A1=a\r\nb B1=c A2=d B2=e"},
                                                                 {"\"a\"\r\"b\"\r", "A1=a A2=b"},
                                                                 {"x;\"a\"", "A1=x B1=a"}};
    for (const auto& [text, cells] : cases) EXPECT_EQ(cells_of(text), cells) << text;
}

TEST(Delimited, ReadsATextThatIsProtectedAsAFormula) {
    EXPECT_EQ(cells_of("=\"0100\";\"=\"\"0200\"\"\";=\"\"\n=1+1;=\"a\"&\"b\";=\"x\n"),
              "A1=0100 B1=0200 C1= A2==1+1 B2==\"a\"&\"b\" C2==\"x");
}

TEST(Delimited, RefusesAQuoteThatIsNeverClosedWithItsCellAndLine) {
    EXPECT_EQ(
        cells_of("a;b\n\"x\"\"\ny\";c\nd;\"e\nf;g\n"),
        "mutaties.csv, cel B3: het aanhalingsteken waarmee deze cel begint (regel 4 van het bestand) wordt nergens "
        "gesloten | een aanhalingsteken aan het eind van de cel | haal het bestand opnieuw op of herstel de regel");
}

TEST(Delimited, RefusesTextBehindAClosingQuote) {
    EXPECT_EQ(cells_of("a;b\n\"Jan \"Piet\" Jansen\";c\n"),
              "mutaties.csv, cel A2: achter het aanhalingsteken dat deze cel sluit (regel 2 van het bestand) staat nog "
              "tekst | twee aanhalingstekens waar er een bij de tekst hoort | herstel de regel of de export");
}

TEST(Delimited, LeavesOutTheOldEndOfFileMark) {
    EXPECT_EQ(cells_of("a;b\r\nc;d\r\n\x1A"), "A1=a B1=b A2=c B2=d");
    EXPECT_EQ(cells_of("a;b\r\nc;d\x1A\x1A"), "A1=a B1=b A2=c B2=d");
}

TEST(Delimited, RefusesNulBytesWithTheirLine) {
    EXPECT_EQ(cells_of(std::string_view("a;b\nc;\0d\n", 9)),
              "mutaties.csv, regel 2: er staat een NUL-byte in de tekst | tekst | haal het bestand opnieuw op; het is "
              "beschadigd of geen tekst");
}

TEST(Delimited, FindsFieldsWhereverTheyLieInABlock) {
    for (std::size_t length = 0; length < 140; ++length) {
        const std::string filling(length, 'x');
        const std::string shown = length == 0 ? "" : "A1=" + filling + " ";
        EXPECT_EQ(cells_of(filling + ";b\r\n\"c\"\"\r\n\";d"), shown + "B1=b A2=c\"\r\n B2=d") << length;
    }
}

TEST(Delimited, TakesBytesBesideAMarkForWhatTheyAre) {
    // 0x3A and 0x2D lie one bit from a delimiter, 0x0B from LF, 0x0C from CR, 0x23 from a quote.
    EXPECT_EQ(cells_of("a;:b\nc;d:\n"), "A1=a B1=:b A2=c B2=d:");
    EXPECT_EQ(cells_of("a,-1\nb,-2\nc,x\n"), "A1=a B1=-1 A2=b B2=-2 A3=c B3=x");
    EXPECT_EQ(cells_of("a;\"#\"\nb;\n\x0B;#\n"), "A1=a B1=# A2=b A3=\x0B B3=#");
}

TEST(Delimited, TellsTheFormatOnceAFile) {
    EXPECT_EQ(format_of("a;b\r\n1;2\r\n"), "puntkomma, UTF-8, regeleinde CRLF");
    EXPECT_EQ(format_of("\xEF\xBB\xBF\"a\",\"b\"\n"), "komma, UTF-8 met BOM, regeleinde LF, met aanhalingstekens");
    EXPECT_EQ(format_of("sep=|\ra|b\r"), "verticale streep, UTF-8, regeleinde CR, met een regel sep=");
    EXPECT_EQ(format_of("a;b\n1;2\r\n"), "puntkomma, UTF-8, verschillende regeleinden");
    EXPECT_EQ(format_of("a"), "één kolom, UTF-8, één regel");
    EXPECT_EQ(format_of("a:b\nc:d"), "dubbele punt, UTF-8, regeleinde LF");
    EXPECT_EQ(format_of("sep=^\na^b\n"), "ander teken, UTF-8, regeleinde LF, met een regel sep=");
}

TEST(Delimited, ReadsUtf16AsExcelWritesUnicodeText) {
    const std::u16string_view text = u"caf\u00E9\tbedrag\r\nK\u00F3\U0001F600\t1\r\n";
    for (const bool little : {true, false}) {
        const std::string marked = utf16(u"\uFEFF", little) + utf16(text, little);
        EXPECT_EQ(cells_of(marked), "A1=café B1=bedrag A2=Kó😀 B2=1");
        EXPECT_EQ(cells_of(utf16(text, little)), "A1=café B1=bedrag A2=Kó😀 B2=1") << "zonder BOM";
        EXPECT_EQ(format_of(marked), "tab, UTF-16 met BOM, regeleinde CRLF");
        EXPECT_EQ(read_text(marked)->text_format->encoding,
                  little ? text::Encoding::utf16_little : text::Encoding::utf16_big);
    }
}

TEST(Delimited, RefusesBrokenUtf16WithItsLine) {
    const std::string mark = "\xFF\xFE";
    EXPECT_EQ(cells_of(mark + utf16(u"a\tb\n\xD800x\n", true)),
              "mutaties.csv, regel 2: hier staat een half teken | geldige UTF-16 | sla het op als CSV UTF-8 of als "
              "werkmap (.xlsx)");
    EXPECT_EQ(cells_of(mark + utf16(u"a\tb\n\xDC00x\n", true)), cells_of(mark + utf16(u"a\tb\n\xD800x\n", true)));
    EXPECT_THAT(cells_of(mark + utf16(u"a\tb", true) + "c"), testing::HasSubstr("breekt midden in een teken af"));
    EXPECT_THAT(cells_of(mark + utf16(std::u16string_view(u"a\0b", 3), true)), testing::HasSubstr("NUL-teken"));
}

TEST(Delimited, ReadsWindows1252WhenItIsNoUtf8) {
    EXPECT_EQ(cells_of("caf\xE9;\x80 5\n\x93x\x94;y"), "A1=café B1=€ 5 A2=“x” B2=y");
    EXPECT_EQ(format_of("caf\xE9;b\n"), "puntkomma, windows-1252, regeleinde LF");
}

TEST(Delimited, RefusesAByteThatNoEncodingHas) {
    EXPECT_EQ(
        cells_of("caf\xE9;b\n\x81;d"),
        "mutaties.csv, regel 2: byte 0x81 is geen teken | UTF-8 of windows-1252 | sla het op als CSV UTF-8 of als "
        "werkmap (.xlsx)");
}

TEST(Delimited, RefusesAMixOfEncodings) {
    EXPECT_EQ(
        cells_of("caf\xC3\xA9;b\ncaf\xE9;d\n"),
        "mutaties.csv, regel 2: deze letter is geen UTF-8, terwijl andere in het bestand dat wel zijn | één tekenset "
        "in het hele bestand | sla het op als CSV UTF-8 of als werkmap (.xlsx)");
    EXPECT_THAT(cells_of("\xEF\xBB\xBF"
                         "caf\xE9;b\n"),
                testing::HasSubstr("de tekst is geen geldige UTF-8"));
}

TEST(Delimited, DoesAsTheUserSays) {
    EXPECT_EQ(cells_of("a,b;c", {.delimiter = ',', .encoding = {}}), "A1=a B1=b;c");
    EXPECT_EQ(cells_of("a;b", {.delimiter = '\0', .encoding = {}}), "A1=a;b");
    EXPECT_EQ(cells_of("caf\xC3\xA9;b", {.delimiter = {}, .encoding = text::Encoding::windows_1252}), "A1=cafÃ© B1=b");
    EXPECT_EQ(cells_of("\xA4 5;b", {.delimiter = {}, .encoding = text::Encoding::iso_8859_15}), "A1=€ 5 B1=b");
    EXPECT_THAT(cells_of("caf\xE9;b", {.delimiter = {}, .encoding = text::Encoding::utf8}),
                testing::HasSubstr("geen geldige UTF-8"));
    EXPECT_THAT(cells_of("\xEF\xBB\xBF"
                         "a;b",
                         {.delimiter = {}, .encoding = text::Encoding::windows_1252}),
                testing::HasSubstr("andere tekenset"));
    EXPECT_THAT(cells_of("a;b", {.delimiter = 'a', .encoding = {}}), testing::HasSubstr("geen kolommen scheiden"));
}

TEST(Delimited, NamesTheLimitThatIsPassed) {
    ReadLimits limits;
    limits.text_rows_max = 2;
    EXPECT_EQ(cells_of("a\nb\n", {}, limits), "A1=a A2=b");
    EXPECT_THAT(cells_of("a\nb\nc\n", {}, limits),
                testing::StartsWith("mutaties.csv: de tekst telt meer dan 2 regels"));
    limits = {};
    limits.columns_max = 2;
    EXPECT_EQ(cells_of("a;b\n", {}, limits), "A1=a B1=b");
    EXPECT_THAT(cells_of("a;b\nc;d;e\n", {}, limits),
                testing::StartsWith("mutaties.csv, cel B2: de regel telt meer dan 2 kolommen"));
    limits = {};
    limits.cells_max = 2;
    EXPECT_THAT(cells_of("a;b\nc\n", {}, limits),
                testing::StartsWith("mutaties.csv, cel A2: de tekst telt meer dan 2 gevulde cellen"));
    limits = {};
    limits.text_bytes_max = 20'000;
    EXPECT_EQ(cells_of("a;" + std::string(20'000, 'x'), {}, limits), "A1=a B1=" + std::string(20'000, 'x'));
    EXPECT_THAT(cells_of("a;" + std::string(20'001, 'x'), {}, limits),
                testing::StartsWith("mutaties.csv, cel B1: deze cel bevat 20001 bytes tekst"));
}

TEST(Delimited, KeepsTheColumnsThatAreAskedForFromRow65On) {
    std::string text;
    for (int row = 0; row < 70; ++row) text += "a;b;c\n";
    text += ";totaal;d\n\ne;f;g\n";
    ReadOptions options;
    std::size_t seen = 0;
    options.choose_columns = [&seen](const Sheet& so_far) {
        seen = so_far.cells.size();
        EXPECT_EQ(so_far.source->file, "mutaties.csv");
        return std::optional(ColumnChoice{{true, false, true}, 0});
    };
    const Result<Workbook> workbook = read_delimited(bytes_of(text), "mutaties.csv", options);
    ASSERT_TRUE(workbook) << to_line(workbook.error());
    const Sheet& sheet = workbook->sheets.front();
    EXPECT_EQ(seen, 3U * rows_before_choice);
    EXPECT_EQ(sheet.rows_seen, 72U);
    EXPECT_EQ(sheet.cells_dropped, 7U);
    EXPECT_EQ(sheet.cells.find(64, 1), nullptr);
    EXPECT_EQ(sheet.cells.find(70, 1)->text(), "totaal");
    EXPECT_EQ(sheet.cells.find(72, 2)->text(), "g");
}

TEST(Delimited, ShowsAShortSheetToTheChoiceToo) {
    ReadOptions options;
    std::size_t seen = 0;
    options.choose_columns = [&seen](const Sheet& so_far) {
        seen = so_far.cells.size();
        return std::optional<ColumnChoice>();
    };
    EXPECT_TRUE(read_delimited(bytes_of("a;b\n1;2\n"), "mutaties.csv", options));
    EXPECT_EQ(seen, 4U);
}

TEST(Delimited, CountsTheRowsThatHoldACell) { EXPECT_EQ(read_text("a;b\n;\n\nc\n")->sheets.front().rows_seen, 2U); }

TEST(Delimited, GivesUpWhenItTakesTooLong) {
    std::string text;
    for (int row = 0; row < 20'000; ++row) text += "a;b\n";
    ReadOptions options;
    options.limits.time_max = std::chrono::milliseconds(10);
    options.clock = [now = std::chrono::steady_clock::time_point{}]() mutable {
        return now += std::chrono::seconds(1);
    };
    const Result<Workbook> workbook = read_delimited(bytes_of(text), "mutaties.csv", options);
    ASSERT_FALSE(workbook);
    EXPECT_THAT(workbook.error().found, testing::HasSubstr("duurt te lang"));
}

TEST(Delimited, IsRefusedAsMarkupAlsoInUtf16) {
    EXPECT_THAT(cells_of(utf16(u"\uFEFF<html><table>", true)), testing::HasSubstr("webpagina"));
}

TEST(Delimited, KeepsItsTextsWhenTheWorkbookMoves) {
    Result<Workbook> workbook = read_text("a;b\nc;\"d\"\"e\"\n");
    ASSERT_TRUE(workbook);
    const Workbook moved = std::move(*workbook);
    EXPECT_EQ(to_lines(moved.sheets[0]), "A1 tekst a\nB1 tekst b\nA2 tekst c\nB2 tekst d\"e\n");
}

}  // namespace
}  // namespace begroot::workbook::test
