// Files that want to do harm: each is refused with its own message or read as it is, in time that grows with its size.

#include "reading.hpp"

#include <string>
#include <vector>

namespace begroot::workbook::test {
namespace {

std::string verdict(const Result<Workbook>& book) { return book ? "gelezen" : book.error().found; }

WorkbookParts holding(const std::string& sheet_data) {
    WorkbookParts parts;
    parts.sheet_data = sheet_data;
    return parts;
}

/// Gives the parts of a workbook, one of them with other contents.
std::vector<ZipPart> with_part(const std::string& name, const std::string& data, const WorkbookParts& workbook = {}) {
    std::vector<ZipPart> parts = workbook_parts(workbook);
    for (ZipPart& part : parts) {
        if (part.name == name) part.data = data;
    }
    return parts;
}

TEST(Hostile, FourGigabytesOfNothingAreRefusedByWhatTheyDeclare) {
    std::vector<ZipPart> parts = workbook_parts({});
    parts[2] = {parts[2].name, std::string(4'000'000, '\0'), 8, 0xFFFFFFFE, 0};
    EXPECT_EQ(verdict(read_parts(parts)), "onderdeel xl/worksheets/sheet1.xml is uitgepakt meer dan 200 keer zo groot");
}

TEST(Hostile, TensOfThousandsOfPartsAreRefused) {
    std::vector<ZipPart> parts = workbook_parts({});
    for (int i = 0; i < 25'000; ++i) parts.push_back({"leeg" + std::to_string(i), "", 0, 0, 0});
    EXPECT_EQ(verdict(read_parts(parts)), "het bestand heeft 25004 onderdelen");
}

TEST(Hostile, TensOfThousandsOfRelationshipsAreRefused) {
    std::string relations = "<Relationships>";
    for (int i = 0; i < 25'000; ++i) relations += R"(<Relationship Id="r" Type="x" Target="y"/>)";
    EXPECT_EQ(verdict(read_parts(with_part("xl/_rels/workbook.xml.rels", relations + "</Relationships>"))),
              "onderdeel xl/_rels/workbook.xml.rels verwijst naar te veel onderdelen");
}

TEST(Hostile, SizesThatLieAreRefused) {
    std::string file = zip(workbook_parts({}));
    const std::size_t entry = file.rfind("PK\x01\x02", file.rfind("xl/worksheets/sheet1.xml"));
    for (const std::size_t field : {std::size_t{20}, std::size_t{24}}) {  // stored, inflated
        std::string lying = file;
        lying[entry + field] = static_cast<char>(lying[entry + field] ^ 0x10);
        EXPECT_NE(verdict(read_workbook(bytes_of(lying), "a.xlsx")).find("beschadigd: "), std::string::npos);
    }
}

TEST(Hostile, AZipInAZipIsNotOpened) {
    const std::string inner = zip(workbook_parts({}));
    EXPECT_EQ(verdict(read_parts({{"werkmap.xlsx", inner, 0, 0, 0}})), "dit is een zip-bestand met werkmappen erin");
    std::vector<ZipPart> parts = workbook_parts(holding(R"(<row r="1"><c r="A1"><v>1</v></c></row>)"));
    parts.push_back({"xl/embeddings/werkmap.xlsx", inner, 0, 0, 0});
    EXPECT_EQ(outcome(read_parts(parts)), "A1 getal 1\n");
}

TEST(Hostile, EntitiesAreDefinedInNoPart) {
    const std::string laughs =
        R"(<!DOCTYPE a [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>)";
    WorkbookParts workbook;
    workbook.shared_strings = "<si/>";
    workbook.styles = "<cellXfs/>";
    for (const char* part : {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
                             "xl/sharedStrings.xml", "xl/styles.xml"}) {
        const auto book = read_parts(with_part(part, laughs + "<a>&b;&x;</a>", workbook));
        EXPECT_NE(verdict(book).find("DOCTYPE wordt niet gelezen"), std::string::npos) << part << verdict(book);
    }
}

TEST(Hostile, OneTextInTwelveThousandCellsIsKeptOnce) {
    WorkbookParts parts;
    parts.shared_strings = "<si><t>" + std::string(1'000'000, 'a') + "</t></si>";
    for (int row = 1; row <= 12'000; ++row) parts.sheet_data += R"(<row><c t="s"><v>0</v></c></row>)";
    ReadOptions options;
    options.limits.texts_bytes_max = 1'100'000;
    const auto book = read(parts, options);
    ASSERT_TRUE(book) << to_text(book.error());
    const CellList& cells = book->sheets[0].cells;
    EXPECT_EQ(cells.size(), 12'000U);
    EXPECT_EQ(cells.back().text().size(), 1'000'000U);
    EXPECT_EQ(cells.back().text().data(), cells.front().text().data());
}

TEST(Hostile, PathsThatLeadElsewhereLeadNowhere) {
    std::vector<ZipPart> parts = workbook_parts(holding(R"(<row r="1"><c r="A1"><v>1</v></c></row>)"));
    for (const char* name : {"../../../etc/passwd", "/etc/shadow", "C:\\Windows\\x.dll", "..\\..\\x", "xl/../../y"})
        parts.push_back({name, "<a/>", 0, 0, 0});
    EXPECT_EQ(outcome(read_parts(parts)), "A1 getal 1\n");
    for (const char* target : {"/etc/passwd", "../../../../etc/passwd", "..\\..\\etc\\passwd", "file:///etc/passwd"}) {
        const std::string relations = R"(<Relationships><Relationship Id="rId1" Type="x/worksheet" Target=")" +
                                      std::string(target) + R"("/></Relationships>)";
        EXPECT_NE(verdict(read_parts(with_part("xl/_rels/workbook.xml.rels", relations))).find("ontbreekt"),
                  std::string::npos);
    }
}

TEST(Hostile, AMergeOverTheWholeSheetIsOneRange) {
    WorkbookParts parts = holding(R"(<row r="1"><c r="A1"><v>1</v></c></row>)");
    parts.after_data = R"(<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1:XFD1048576"/></mergeCells>)";
    const auto book = read(parts);
    ASSERT_TRUE(book) << to_text(book.error());
    EXPECT_EQ(book->sheets[0].merged.size(), 2U);
    EXPECT_EQ(book->sheets[0].merged[0].last_row, 1'048'575U);
    parts.after_data = R"(<mergeCells><mergeCell ref="A1:XFE1048577"/></mergeCells>)";
    EXPECT_EQ(verdict(read(parts)), "een samengevoegd gebied heeft een onmogelijke plaats");
}

TEST(Hostile, TooManyMergesAreRefused) {
    WorkbookParts parts;
    parts.after_data = R"(<mergeCells><mergeCell ref="A1"/><mergeCell ref="B1"/></mergeCells>)";
    ReadOptions options;
    options.limits.merged_max = 1;
    EXPECT_EQ(verdict(read(parts, options)), "er zijn te veel samengevoegde gebieden");
}

TEST(Hostile, RowsAndColumnsBeyondAnySheetAreRefused) {
    EXPECT_EQ(verdict(read(holding(R"(<row r="2147483648"/>)"))), "er is een rij 2147483648");
    EXPECT_EQ(verdict(read(holding(R"(<row r="4294967295"/>)"))), "er is een rij 4294967295");
    EXPECT_EQ(verdict(read(holding(R"(<row r="99999999999999999999"/>)"))), "een rij heeft geen goed nummer");
    EXPECT_EQ(verdict(read(holding(R"(<row r="1"><c r="ZZZZ1"><v>1</v></c></row>)"))),
              "rij 1 heeft een cel met een onmogelijke plaats");
    EXPECT_EQ(verdict(read(holding(R"(<row r="1"><c r="A2147483648"><v>1</v></c></row>)"))),
              "rij 1 heeft een cel met een onmogelijke plaats");
}

TEST(Hostile, ATextOfFormulasInEachOtherIsOnlyAText) {
    std::string formula;
    for (int i = 0; i < 100'000; ++i) formula += "IF(";
    const auto book = read(holding(R"(<row r="1"><c r="A1"><f>)" + formula + "</f><v>1</v></c></row>"));
    ASSERT_TRUE(book) << to_text(book.error());
    EXPECT_EQ(book->sheets[0].formulas[0].text, formula);
}

TEST(Hostile, CommentsWithoutEndTakeNoMemory) {
    EXPECT_NE(verdict(read(holding("<!--" + std::string(2'000'000, '-')))).find("houdt niet op"), std::string::npos);
}

}  // namespace
}  // namespace begroot::workbook::test
