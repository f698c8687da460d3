// What stands around the cells: formulas as stored, names, tables, filters, what is hidden.

#include "reading.hpp"

#include <string>
#include <vector>

namespace begroot::workbook::test {
namespace {

std::string range_text(const CellRange& range) {
    return cell_name(range.first_row, range.first_column) + ":" + cell_name(range.last_row, range.last_column);
}

/// Writes a formula on one line: cell, kind, range, the text of its master.
std::string formula_text(const Sheet& sheet, const Formula& formula) {
    constexpr const char* kinds[] = {"gewoon", "gedeeld", "matrix", "tabel"};
    const std::string text =
        formula.master == Formula::no_master ? "geen tekst" : std::string(sheet.formulas[formula.master].text);
    return cell_name(formula.row, formula.column) + " " + kinds[static_cast<int>(formula.kind)] + " " +
           std::to_string(formula.group) + " " + range_text(formula.range) + " " + text;
}

TEST(Formulas, AreKeptByKindWithRangeAndMaster) {
    WorkbookParts parts;
    parts.sheet_data =
        R"(<row r="1"><c r="A1"><f>1+2</f><v>3</v></c><c r="B1"><f t="shared" ref="B1:B3" si="5">A1*2</f><v>6</v></c>)"
        R"(<c r="C1"><f t="array" ref="C1:D2">TRANSPOSE(A1:B2)</f><v>3</v></c></row>)"
        R"(<row r="2"><c r="B2"><f t="shared" si="5"/><v>0</v></c><c r="C2"><f t="shared" si="9"/><v>0</v></c>)"
        R"(<c r="D2"><f t="dataTable" ref="D2:E3" dt2D="1" dtr="1" r1="A1" r2="B1"/><v>0</v></c></row>)"
        R"(<row r="3"><c r="B3"><f t="shared" ref="B3:B4" si="5">A3&amp;"x"</f><v>0</v></c></row>)"
        R"(<row r="4"><c r="B4"><f t="shared" si="5"/><v>0</v></c></row>)";
    const auto book = read(parts);
    ASSERT_TRUE(book) << to_text(book.error());
    const Sheet& sheet = book->sheets[0];
    std::vector<std::string> lines;
    for (const Formula& formula : sheet.formulas) lines.push_back(formula_text(sheet, formula));
    EXPECT_EQ(lines, (std::vector<std::string>{"A1 gewoon 0 A1:A1 1+2", "B1 gedeeld 5 B1:B3 A1*2",
                                               "C1 matrix 0 C1:D2 TRANSPOSE(A1:B2)", "B2 gedeeld 5 B2:B2 A1*2",
                                               "C2 gedeeld 9 C2:C2 geen tekst", "D2 tabel 0 D2:E3 ",
                                               "B3 gedeeld 5 B3:B4 A3&\"x\"", "B4 gedeeld 5 B4:B4 A3&\"x\""}));
}

TEST(Names, AreKeptWithTheirScope) {
    WorkbookParts parts;
    parts.workbook_inside =
        R"(<sheets><sheet name="Grafiek" sheetId="2" r:id="rId9"/><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets>)"
        R"(<definedNames><definedName name="Tarief">0.21</definedName>)"
        R"(<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">Blad1!$A$1:$C$9</definedName>)"
        R"(<definedName name="Los" localSheetId="7">"a&amp;b"</definedName></definedNames>)";
    std::vector<ZipPart> zip_parts = workbook_parts(parts);
    std::string& relations = zip_parts.back().data;
    relations.insert(relations.find("<Relationship "),
                     R"(<Relationship Id="rId9" Type="x/chartsheet" Target="c.xml"/>)");
    const auto book = read_parts(zip_parts);
    ASSERT_TRUE(book) << to_text(book.error());
    ASSERT_EQ(book->names.size(), 3U);
    EXPECT_EQ(book->names[0].name + "|" + book->names[0].sheet + "|" + book->names[0].text, "Tarief||0.21");
    EXPECT_EQ(book->names[1].sheet + "|" + book->names[1].text, "Blad1|Blad1!$A$1:$C$9");
    EXPECT_TRUE(book->names[1].hidden);
    EXPECT_EQ(book->names[2].text, "\"a&b\"");
}

/// A workbook with a part beside its sheet that is reached by a relationship.
Result<Workbook> read_with_table(const std::string& table, const std::string& sheet_data = "") {
    WorkbookParts parts;
    parts.sheet_data = sheet_data;
    std::vector<ZipPart> zip_parts = workbook_parts(parts);
    zip_parts.push_back(
        {"xl/worksheets/_rels/sheet1.xml.rels",
         R"(<Relationships><Relationship Id="rId1" Type="http://x/relationships/table" Target="../tables/table1.xml"/>)"
         R"(<Relationship Id="rId2" Type="http://x/relationships/drawing" Target="../drawings/d.xml"/></Relationships>)"});
    zip_parts.push_back({"xl/tables/table1.xml", table});
    return read_parts(zip_parts);
}

TEST(Tables, AreKeptWithColumnsAndFilter) {
    const auto book = read_with_table(
        R"(<table id="1" name="t" displayName="Lasten" ref="A1:C9" totalsRowCount="1"><autoFilter ref="A1:C8"/>)"
        R"(<tableColumns count="2"><tableColumn id="1" name="Naam"/><tableColumn id="2" name="Bedrag_x000a_2025 &amp; meer"/></tableColumns>)"
        R"(<extLst><ext><table ref="Z1"/></ext></extLst></table>)");
    ASSERT_TRUE(book) << to_text(book.error());
    ASSERT_EQ(book->sheets[0].tables.size(), 1U);
    const SheetTable& table = book->sheets[0].tables[0];
    EXPECT_EQ(table.name, "Lasten");
    EXPECT_EQ(range_text(table.range), "A1:C9");
    EXPECT_EQ(table.columns, (std::vector<std::string>{"Naam", "Bedrag\n2025 & meer"}));
    EXPECT_TRUE(table.header_row);
    EXPECT_TRUE(table.totals_row);
    ASSERT_EQ(book->sheets[0].filters.size(), 1U);
    EXPECT_FALSE(book->sheets[0].filters[0].active);
}

TEST(Tables, RefuseAPartThatIsNone) {
    const auto book = read_with_table("<tabel/>");
    ASSERT_FALSE(book);
    EXPECT_EQ(book.error().found, "onderdeel xl/tables/table1.xml is beschadigd: het beschrijft geen tabel");
}

TEST(Filters, TellWhichRowsTheyHide) {
    WorkbookParts parts;
    parts.sheet_data =
        R"(<row r="1" hidden="1"/><row r="2" hidden="1"/><row r="3"/><row r="4" ht="0" customHeight="1"/>)"
        R"(<row r="9" hidden="1"/>)";
    parts.before_data = R"(<cols><col min="2" max="2" width="0"/><col min="3" max="3" width="9.5"/></cols>)";
    const std::string head = R"(<autoFilter ref="A1:B5"><filterColumn colId="0">)";
    const std::string tail =
        R"(</filterColumn><sortState ref="A2:B5"><sortCondition ref="A2"/></sortState></autoFilter>)";
    parts.after_data = head + R"(<filters><filter val="x"/></filters>)" + tail;
    const auto book = read(parts);
    ASSERT_TRUE(book) << to_text(book.error());
    const Sheet& sheet = book->sheets[0];
    EXPECT_EQ(sheet.hidden_rows, (std::vector<std::uint32_t>{0, 1, 3, 8}));
    EXPECT_EQ(sheet.hidden_columns, (std::vector<std::uint32_t>{1}));
    EXPECT_FALSE(hidden_by_filter(sheet, 0));  // the row of heads
    EXPECT_TRUE(hidden_by_filter(sheet, 1));
    EXPECT_FALSE(hidden_by_filter(sheet, 2));
    EXPECT_TRUE(hidden_by_filter(sheet, 3));
    EXPECT_FALSE(hidden_by_filter(sheet, 8));
    parts.after_data = head + tail;
    const auto idle = read(parts);
    ASSERT_TRUE(idle);
    EXPECT_FALSE(hidden_by_filter(idle->sheets[0], 1));
}

TEST(Limit, RefusesAWorkbookThatTakesTooLong) {
    WorkbookParts parts;
    for (int row = 1; row <= 600; ++row) parts.sheet_data += "<row r=\"" + std::to_string(row) + "\"/>";
    ReadOptions options;
    options.limits.time_max = std::chrono::milliseconds(2500);
    std::chrono::steady_clock::time_point now;
    options.clock = [&now] { return now += std::chrono::seconds(1); };
    EXPECT_TRUE(read(parts, options));
    options.limits.time_max = std::chrono::milliseconds(1500);
    const auto book = read(parts, options);
    ASSERT_FALSE(book);
    EXPECT_EQ(
        to_line(book.error()),
        "begroting.xlsx, blad Blad1: het lezen van de werkmap duurt te lang | hoogstens 2 seconden | bewaar alleen "
        "de bladen die nodig zijn in een nieuwe werkmap en lees die");
}

TEST(Limit, RefusesTooManyNamesTextsAndStyles) {
    ReadOptions options;
    options.limits.names_max = options.limits.texts_max = options.limits.styles_max = 2;
    const auto found = [&options](const WorkbookParts& parts) {
        const auto book = read(parts, options);
        return book ? "gelezen" : book.error().found;
    };
    WorkbookParts names;
    names.workbook_inside += "<definedNames><definedName/><definedName/><definedName/></definedNames>";
    EXPECT_EQ(found(names), "de werkmap heeft te veel namen");
    WorkbookParts texts;
    texts.shared_strings = "<si><t>a</t></si><si/><si><t>b</t></si>";
    EXPECT_EQ(found(texts), "de werkmap heeft te veel teksten");
    WorkbookParts styles;
    styles.styles = "<cellXfs><xf/><xf/><xf/></cellXfs>";
    EXPECT_EQ(found(styles), "de werkmap heeft te veel celstijlen");
}

}  // namespace
}  // namespace begroot::workbook::test
