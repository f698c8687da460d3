// The bookkeeping around the cells: the calculation chain, tables, pivot caches, and the zip itself.

#include "patching.hpp"

#include "workbook/detail/patched_zip.hpp"
#include "workbook/patcher.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace begroot::workbook::test {
namespace {

constexpr PatchOptions overwrite_part{true, {}};
const std::string relation_type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relations(const std::string& kind, const std::string& target) {
    return R"(<Relationships><Relationship Id="rId1" Type=")" + relation_type + kind + R"(" Target=")" + target +
           R"("/></Relationships>)";
}

/// Adds a relationship of the workbook.
void relate(std::vector<ZipPart>& parts, const std::string& kind, const std::string& target) {
    for (ZipPart& part : parts) {
        if (part.name != "xl/_rels/workbook.xml.rels") continue;
        const std::string added =
            R"(<Relationship Id="rId9" Type=")" + relation_type + kind + R"(" Target=")" + target + R"("/>)";
        part.data.insert(part.data.find("</Relationships>"), added);
    }
}

std::vector<ZipPart> with_chain(const std::string& chain) {
    WorkbookParts parts;
    parts.workbook_inside = R"(<sheets><sheet name="Blad1" sheetId="4" r:id="rId1"/></sheets>)";
    parts.sheet_data = R"(<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>2+2</f><v>4</v></c></row>)";
    auto all = workbook_parts(parts);
    relate(all, "calcChain", "calcChain.xml");
    all.push_back({"xl/calcChain.xml", "<calcChain>" + chain + "</calcChain>"});
    all.push_back(
        {"[Content_Types].xml",
         R"(<Types><Override PartName="/xl/calcChain.xml" ContentType="k"/><Override PartName="/xl/workbook.xml" ContentType="w"/></Types>)"});
    return all;
}

TEST(PatcherChain, LosesTheFormulaThatWasWrittenOver) {
    const auto parts = with_chain(R"(<c r="A1" i="4"/><c r="B1" l="1"/><c r="A1" i="5"/>)");
    EXPECT_EQ(fill_file(zip(parts), {write("A1", 1.0)}, overwrite_part).part("xl/calcChain.xml"),
              R"(<calcChain><c r="B1" l="1" i="4"/><c r="A1" i="5"/></calcChain>)");
    EXPECT_EQ(fill_file(zip(parts), {write("B1", 1.0)}, overwrite_part).part("xl/calcChain.xml"),
              R"(<calcChain><c r="A1" i="4"/><c r="A1" i="5"/></calcChain>)");
    EXPECT_EQ(fill_file(zip(parts), {write("C1", 1.0)}, overwrite_part).part("xl/calcChain.xml"),
              parts.at(parts.size() - 2).data);
}

TEST(PatcherChain, GoesWithItsRelationshipWhenNoFormulaIsLeft) {
    const Filled filled = fill_file(zip(with_chain(R"(<c r="A1" i="4"/>)")), {write("A1", 1.0)}, overwrite_part);
    EXPECT_EQ(filled.part("xl/calcChain.xml"), "geen");
    EXPECT_FALSE(filled.part("xl/_rels/workbook.xml.rels").contains("calcChain"));
    EXPECT_EQ(filled.part("[Content_Types].xml"),
              R"(<Types><Override PartName="/xl/workbook.xml" ContentType="w"/></Types>)");
    EXPECT_TRUE(read_workbook(bytes_of(filled.after), "na.xlsx"));
}

std::vector<ZipPart> with_table(const std::string& totals) {
    WorkbookParts parts;
    parts.sheet_data =
        R"(<row r="1"><c r="A1" t="str"><v>Post</v></c><c r="B1" t="str"><v>Bedrag</v></c></row>)"
        R"(<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c><c r="D2"><f>SUM(Lasten[Bedrag])</f><v>2</v></c><c r="E2"><f>SUM(Lasten[Post])</f><v>1</v></c>)"
        R"(<c r="F2"><f>Lasten[[#This Row],[Bedrag]]</f><v>2</v></c><c r="G2"><f>Lasten[[#Headers],[Bedrag]]</f><v>0</v></c></row>)";
    auto all = workbook_parts(parts);
    all.push_back({"xl/worksheets/_rels/sheet1.xml.rels", relations("table", "../tables/table1.xml")});
    all.push_back(
        {"xl/tables/table1.xml",
         R"(<table id="1" name="Lasten" displayName="Lasten" ref="A1:B2")" + totals +
             R"(><autoFilter ref="A1:B2"/><tableColumns count="2"><tableColumn id="1" name="Post"/><tableColumn id="2" name="Bedrag"/></tableColumns></table>)"});
    return all;
}

TEST(PatcherTable, IsFollowedByColumnAndRow) {
    EXPECT_EQ(fill_file(zip(with_table("")), {write("B2", 5.0)}).stale(), "D2 F2");
    EXPECT_EQ(fill_file(zip(with_table("")), {write("A2", 5.0)}).stale(), "E2");
    EXPECT_EQ(fill_file(zip(with_table("")), {write("B1", 5.0)}).stale(), "G2");
}

TEST(PatcherTable, GrowsOverTheRowsFilledRightBelowIt) {
    const Filled filled = fill_file(zip(with_table("")), {write("A3", 5.0), write("B4", 6.0), write("B6", 7.0)});
    EXPECT_TRUE(
        filled.part("xl/tables/table1.xml")
            .starts_with(R"(<table id="1" name="Lasten" displayName="Lasten" ref="A1:B4"><autoFilter ref="A1:B4"/>)"));
    EXPECT_TRUE(filled.stale().starts_with("D2 E2"));
    EXPECT_EQ(filled.findings(), "vul_tabel_gegroeid \n");
}

TEST(PatcherTable, StaysAsItIsWithTotalsOrWhenTheWriteIsBesideIt) {
    const auto before = with_table(R"( totalsRowCount="1")");
    EXPECT_EQ(fill_file(zip(before), {write("A3", 5.0)}).part("xl/tables/table1.xml"), before.back().data);
    const auto other = with_table("");
    EXPECT_EQ(fill_file(zip(other), {write("C3", 5.0), write("A9", 5.0)}).part("xl/tables/table1.xml"),
              other.back().data);
}

/// A list of two rows with a name, a filter and a formula that look at all of it.
std::string with_list() {
    WorkbookParts parts;
    parts.workbook_inside =
        R"(<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets><definedNames>)"
        R"(<definedName name="bedrag">Blad1!$A$2:$A$3</definedName><definedName name="kop">Blad1!$A$1</definedName>)"
        R"(<definedName name="vel" localSheetId="0">'Blad1'!$A$1:$B$3</definedName></definedNames>)";
    parts.sheet_data = R"(<row r="1"><c r="A1"><v>0</v></c><c r="D1"><f>SUM(bedrag)</f><v>3</v></c></row>)"
                       R"(<row r="2"><c r="A2" s="2"><v>1</v></c><c r="B2" s="4"/></row>)"
                       R"(<row r="3"><c r="A3" s="2"><v>2</v></c></row>)";
    parts.after_data = R"(<autoFilter ref="A1:B3"/>)";
    return zip(workbook_parts(parts));
}

TEST(PatcherList, NamesAndFilterEndWhereTheListEnds) {
    PatchOptions options;
    options.lists = {{0, {1, 0, 2, 1}, {1, 0, 4, 1}}};
    const Filled filled =
        fill_file(with_list(), {write("A4", 3.0), write("A5", 4.0), write("B5", 5.0), write("C5", 6.0)}, options);
    EXPECT_TRUE(filled.rows().ends_with(
        R"(<row r="4"><c r="A4" s="2"><v>3</v></c></row>)"
        R"(<row r="5"><c r="A5" s="2"><v>4</v></c><c r="B5" s="4"><v>5</v></c><c r="C5"><v>6</v></c></row>)"))
        << filled.rows();
    const std::string book = filled.part("xl/workbook.xml");
    EXPECT_TRUE(book.contains(">Blad1!$A$2:$A$5<") && book.contains(">Blad1!$A$1<") &&
                book.contains(">'Blad1'!$A$1:$B$5<"))
        << book;
    EXPECT_TRUE(filled.part("xl/worksheets/sheet1.xml").contains(R"(<autoFilter ref="A1:B5"/>)"));
    EXPECT_EQ(filled.stale(), "D1");
}

TEST(PatcherList, ShrinksAlike) {
    PatchOptions options;
    options.lists = {{0, {1, 0, 2, 1}, {1, 0, 1, 1}}};
    const Filled filled = fill_file(with_list(), {write("A3", std::monostate())}, options);
    EXPECT_TRUE(filled.part("xl/workbook.xml").contains(">Blad1!$A$2:$A$2<"));
    EXPECT_EQ(filled.stale(), "D1");
}

TEST(PatcherPivot, RefreshesOnLoadWhenAChangedCellFeedsIt) {
    WorkbookParts parts;
    parts.sheet_data =
        R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c><c r="H9"><f>1</f><v>1</v></c></row><row r="9"><c r="G9"><v>3</v></c><c r="H9"><f>G9</f><v>3</v></c></row>)";
    parts.sheet_data.erase(parts.sheet_data.find(R"(<c r="H9"><f>1</f><v>1</v></c>)"),
                           std::string(R"(<c r="H9"><f>1</f><v>1</v></c>)").size());
    auto all = workbook_parts(parts);
    relate(all, "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml");
    all.push_back({"xl/worksheets/_rels/sheet1.xml.rels", relations("pivotTable", "../pivotTables/pivotTable1.xml")});
    all.push_back({"xl/pivotTables/_rels/pivotTable1.xml.rels",
                   relations("pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml")});
    all.push_back(
        {"xl/pivotTables/pivotTable1.xml", R"(<pivotTableDefinition><location ref="G8:G9"/></pivotTableDefinition>)"});
    const std::string cache =
        R"(<cacheSource type="worksheet"><worksheetSource ref="B1:B5" sheet="Blad1"/></cacheSource></pivotCacheDefinition>)";
    all.push_back({"xl/pivotCache/pivotCacheDefinition1.xml", R"(<pivotCacheDefinition r:id="rId1">)" + cache});
    const Filled fed = fill_file(zip(all), {write("A1", 2.0)});
    EXPECT_EQ(fed.part("xl/pivotCache/pivotCacheDefinition1.xml"),
              R"(<pivotCacheDefinition r:id="rId1" refreshOnLoad="1">)" + cache);
    EXPECT_EQ(fed.stale(), "B1 H9");
    EXPECT_FALSE(fed.plan.stale.at(0).at(1).may_refresh);
    EXPECT_EQ(fed.findings(), "vul_draaitabel \n");
    const Filled beside = fill_file(zip(all), {write("A9", 2.0)});
    EXPECT_EQ(beside.part("xl/pivotCache/pivotCacheDefinition1.xml"), all.back().data);
    EXPECT_EQ(beside.stale(), "");
}

TEST(PatchedZip, KeepsTheBytesOfPartsThatStayAndTheOrderOfAll) {
    const std::string file = zip({{"een", "1111"}, {"map/", ""}, {"twee", "2222"}, {"drie", "3333"}});
    const auto archive = detail::ZipArchive::open(bytes_of(file), {});
    ASSERT_TRUE(archive);
    EXPECT_EQ(patching::patch_zip(*archive, {}), file);
    patching::PartDeflater deflater;
    deflater.append(std::string(100'000, 'x'));
    patching::PartChanges changes;
    changes.emplace(1, deflater.finish());
    changes.emplace(2, std::nullopt);
    const std::string made = patching::patch_zip(*archive, changes);
    EXPECT_EQ(made.substr(0, file.find("twee") - 30), file.substr(0, file.find("twee") - 30));
    EXPECT_EQ(part_of(made, "een"), "1111");
    EXPECT_EQ(part_of(made, "twee"), std::string(100'000, 'x'));
    EXPECT_EQ(part_of(made, "drie"), "geen");
    const auto again = detail::ZipArchive::open(bytes_of(made), {});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->records().size(), 3);
}

}  // namespace
}  // namespace begroot::workbook::test
