// Hostile files: each limit is reached by a small file and named; nothing is believed that the bytes do not bear out.

#include "reading.hpp"

#include <isa-l/igzip_lib.h>

namespace begroot::workbook::test {
namespace {

std::string found(const Result<Workbook>& workbook) { return workbook ? "gelezen" : workbook.error().found; }

WorkbookParts with_cells(const std::string& sheet_data) {
    WorkbookParts parts;
    parts.sheet_data = sheet_data;
    return parts;
}

/// Deflates a text with ISA-L.
std::string deflate(const std::string& text) {
    std::string out(text.size() + 1024, '\0');
    std::string input = text;
    isal_zstream stream;
    isal_deflate_stateless_init(&stream);
    stream.next_in = reinterpret_cast<std::uint8_t*>(input.data());
    stream.avail_in = static_cast<std::uint32_t>(input.size());
    stream.next_out = reinterpret_cast<std::uint8_t*>(out.data());
    stream.avail_out = static_cast<std::uint32_t>(out.size());
    stream.end_of_stream = 1;
    EXPECT_EQ(isal_deflate_stateless(&stream), COMP_OK);
    out.resize(stream.total_out);
    return out;
}

/// Replaces the sheet's stored bytes by deflated ones.
std::vector<ZipPart> deflated(const WorkbookParts& workbook) {
    std::vector<ZipPart> parts = workbook_parts(workbook);
    ZipPart& sheet = parts[2];
    sheet = {sheet.name, deflate(sheet.data), 8, sheet.data.size(), crc32_of(sheet.data)};
    return parts;
}

TEST(Limit, ReadsADeflatedPart) {
    EXPECT_EQ(outcome(read_parts(deflated(with_cells(R"(<row><c><v>1</v></c></row>)")))), "A1 getal 1\n");
}

TEST(Limit, RefusesAZipBombByWhatItDeclares) {
    ReadLimits limits;
    limits.ratio_max = 20;
    const std::vector<ZipPart> parts = deflated(with_cells(std::string(2 << 20, ' ')));
    EXPECT_EQ(found(read_parts(parts, {limits})),
              "onderdeel xl/worksheets/sheet1.xml is uitgepakt meer dan 20 keer zo groot");
}

TEST(Limit, RefusesAZipBombThatDeclaresLess) {
    std::vector<ZipPart> parts = deflated(with_cells(std::string(100'000, ' ')));
    parts[2].inflated_bytes = 1000;
    EXPECT_EQ(found(read_parts(parts)).substr(0, 49), "onderdeel xl/worksheets/sheet1.xml is beschadigd:");
}

TEST(Limit, RefusesAWrongCheckSum) {
    std::vector<ZipPart> parts = deflated(with_cells(R"(<row><c><v>1</v></c></row>)"));
    parts[2].crc32 ^= 1;
    EXPECT_EQ(found(read_parts(parts)), "onderdeel xl/worksheets/sheet1.xml is beschadigd: de controlesom klopt niet");
}

TEST(Limit, RefusesDeflatedBytesThatStop) {
    std::vector<ZipPart> parts = deflated(with_cells(R"(<row><c><v>1</v></c></row>)"));
    parts[2].data.resize(parts[2].data.size() / 2);
    EXPECT_EQ(found(read_parts(parts)), "onderdeel xl/worksheets/sheet1.xml is beschadigd: het breekt af");
}

TEST(Limit, RefusesAPartThatInflatesBeyondTheLimit) {
    ReadLimits limits;
    limits.part_bytes_max = 1000;
    EXPECT_EQ(found(read(with_cells(std::string(2000, ' ')), {limits})),
              "onderdeel xl/worksheets/sheet1.xml is uitgepakt meer dan 1000 bytes");
}

TEST(Limit, RefusesTooManyParts) {
    ReadLimits limits;
    limits.parts_max = 3;
    EXPECT_EQ(found(read({}, {limits})), "het bestand heeft 4 onderdelen");
}

TEST(Limit, RefusesTooManySheets) {
    ReadLimits limits;
    limits.sheets_max = 1;
    WorkbookParts parts;
    parts.workbook_inside = R"(<sheets><sheet name="A" r:id="rId1"/><sheet name="B" r:id="rId1"/></sheets>)";
    EXPECT_EQ(found(read(parts, {limits})), "de werkmap heeft te veel bladen");
    EXPECT_EQ(found(read(parts)), "twee bladen delen hetzelfde onderdeel");
}

TEST(Limit, RefusesTooManyCells) {
    ReadLimits limits;
    limits.cells_max = 2;
    EXPECT_EQ(found(read(with_cells("<row><c><v>1</v></c><c><v>1</v></c><c/></row>"), {limits})), "gelezen");
    EXPECT_EQ(found(read(with_cells("<row><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>"), {limits})),
              "de werkmap heeft te veel gevulde cellen");
}

TEST(Limit, RefusesRowsAndColumnsBeyondTheSheet) {
    ReadLimits limits;
    limits.columns_max = 2;
    EXPECT_EQ(found(read(with_cells(R"(<row r="1048577"/>)"))), "er is een rij 1048577");
    EXPECT_EQ(found(read(with_cells(R"(<row r="4294967296"/>)"))), "een rij heeft geen goed nummer");
    EXPECT_EQ(found(read(with_cells("<row><c/><c/><c/></row>"), {limits})), "rij 1 heeft te veel kolommen");
    EXPECT_EQ(found(read(with_cells(R"(<row r="1"><c r="C1"><v>1</v></c></row>)"), {limits})),
              "rij 1 heeft een cel met een onmogelijke plaats");
}

TEST(Limit, RefusesElementsTooDeepInEachOther) {
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<a>";
    EXPECT_NE(found(read(with_cells(deep))).find("meer dan 64 elementen in elkaar"), std::string::npos);
}

TEST(Limit, RefusesALongTextAndALongAttribute) {
    ReadLimits limits;
    limits.text_bytes_max = 1000;
    const std::string text(300'000, 'a');
    const auto has = [](const std::string& message, const char* part) {
        return message.find(part) != std::string::npos;
    };
    EXPECT_TRUE(
        has(found(read(with_cells("<row><c t=\"str\"><v>" + text + "</v></c></row>"), {limits})), "is langer dan"));
    EXPECT_TRUE(has(found(read(with_cells("<row a=\"" + text + "\"/>"), {limits})), "is langer dan"));
    WorkbookParts parts;
    parts.shared_strings = "<si><t>" + std::string(1001, 'a') + "</t></si>";
    EXPECT_EQ(found(read(parts, {limits})), "tekst 0 is 1001 bytes lang");
}

TEST(Limit, RefusesTooMuchText) {
    ReadLimits limits;
    limits.texts_bytes_max = 10;
    EXPECT_EQ(found(read(with_cells("<row><c t=\"str\"><v>abcdefgh</v></c><c t=\"str\"><v>ijklmnop</v></c></row>"),
                         {limits})),
              "de teksten van de werkmap zijn te groot");
}

TEST(Limit, RefusesTextThatIsNotUtf8) {
    EXPECT_EQ(found(read(with_cells("<row><c t=\"str\"><v>caf\xE9 1234567</v></c></row>"))),
              "de tekst is geen geldige UTF-8");
}

TEST(Limit, RefusesImpossibleMergedRanges) {
    WorkbookParts parts;
    parts.after_data = R"(<mergeCells><mergeCell ref="B2:A1"/></mergeCells>)";
    EXPECT_EQ(found(read(parts)), "een samengevoegd gebied heeft een onmogelijke plaats");
}

TEST(Limit, RefusesAFileThatIsTooLarge) {
    ReadLimits limits;
    limits.file_bytes_max = 100;
    const std::filesystem::path path =
        std::filesystem::path(BEGROOT_SOURCE_DIR) / "tests/fixtures/workbook/feat_plain.xlsx";
    EXPECT_EQ(found(read_workbook(path, "feat_plain.xlsx", {limits})), "het bestand is 4687 bytes groot");
}

}  // namespace
}  // namespace begroot::workbook::test
