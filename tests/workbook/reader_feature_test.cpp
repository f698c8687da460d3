// One workbook in six editions of the format: transitional, strict, prefixed, UTF-16, absolute targets and 1904 dates.

#include "reading.hpp"

#include <filesystem>

namespace begroot::workbook::test {
namespace {

Result<Workbook> read_fixture(const std::string& name) {
    const std::filesystem::path path = std::filesystem::path(BEGROOT_SOURCE_DIR) / "tests/fixtures/workbook" / name;
    return read_workbook(path, name);
}

const std::string first_sheet =
    "A1 tekst gewoon\nB1 tekst vet en normaal\nC1 tekst inline & tekst\nD1 tekst rijk inline\n"
    "A2 datum 45292\nB2 datum 45292.75\nC2 getal 1234.5\nD2 waarheid 1\nE2 fout #DIV/0!\n"
    "F2 datum 45352\nG2 getal 0.25\n"
    "A3 getal 3 formule\nB3 tekst ab formule\nC3 waarheid 1 formule\nD3 fout #DIV/0! formule\nE3 niet berekend "
    "formule\n"
    "A4 getal 10 formule\nB4 getal 1234.5 formule\nA5 getal 11 formule\nB5 getal 2469\n"
    "A6 getal 12 formule\nB6 getal 3703.5\nA7 getal 7\nB7 tekst   spaties  \n"
    "B8 tekst regel\r\ntwee <é😀> _x000D_\nC8 getal 0.001\nD8 getal -1.7976931348623157e+308\n"
    "E8 getal 42\nA9 getal 110 formule\nB9 getal 5 formule\nC9 getal 30 formule\n"
    "A12 tekst Naam\nB12 tekst Bedrag\nA13 tekst een\nB13 getal 10\nB14 getal 20\n";

class FeatureWorkbook : public testing::TestWithParam<const char*> {};

TEST_P(FeatureWorkbook, GivesTheSameCells) {
    const Result<Workbook> workbook = read_fixture(GetParam());
    ASSERT_TRUE(workbook) << to_text(workbook.error());
    EXPECT_EQ(to_lines(workbook->sheets.front()), first_sheet);
}

INSTANTIATE_TEST_SUITE_P(All, FeatureWorkbook,
                         testing::Values("feat_plain.xlsx", "feat_strict.xlsx", "feat_prefix.xlsx", "feat_utf16.xlsx",
                                         "feat_absrel.xlsx"));

TEST(Workbook, MovesDatesOf1904ToTheSystemOf1900) {
    const Result<Workbook> workbook = read_fixture("feat_1904.xlsx");
    ASSERT_TRUE(workbook) << to_text(workbook.error());
    const std::string lines = to_lines(workbook->sheets.front());
    EXPECT_NE(lines.find("A2 datum 46754\n"), std::string::npos) << lines;  // 45292 + 1462
    EXPECT_NE(lines.find("F2 datum 45352\n"), std::string::npos) << lines;  // an ISO date names its own day
}

TEST(Workbook, KeepsTheOrderOfSheetsAndWhatIsHidden) {
    const Result<Workbook> workbook = read_fixture("feat_plain.xlsx");
    ASSERT_TRUE(workbook) << to_text(workbook.error());
    ASSERT_EQ(workbook->sheets.size(), 3U);
    EXPECT_EQ(workbook->sheets[0].source->sheet, "Blad1");
    EXPECT_EQ(workbook->sheets[1].source->sheet, "Blad2");
    EXPECT_EQ(workbook->sheets[2].source->sheet, "Verborgen blad");
    EXPECT_EQ(workbook->sheets[0].visibility, Visibility::visible);
    EXPECT_EQ(workbook->sheets[1].visibility, Visibility::hidden);
    EXPECT_EQ(workbook->sheets[2].visibility, Visibility::very_hidden);
    EXPECT_EQ(workbook->sheets[0].hidden_rows, std::vector<std::uint32_t>{2});
    EXPECT_EQ(workbook->sheets[0].hidden_columns, (std::vector<std::uint32_t>{2, 3}));
    ASSERT_EQ(workbook->sheets[0].merged.size(), 2U);
    EXPECT_EQ(workbook->sheets[0].merged[1].first_column, 4U);
    EXPECT_EQ(workbook->sheets[0].merged[1].last_column, 5U);
}

TEST(Workbook, KeepsFormulasAsStored) {
    const Result<Workbook> workbook = read_fixture("feat_plain.xlsx");
    ASSERT_TRUE(workbook) << to_text(workbook.error());
    const Sheet& sheet = workbook->sheets.front();
    ASSERT_EQ(sheet.formulas.size(), 12U);
    EXPECT_EQ(sheet.formulas[1].text, "\"a\"&\"b\"");
    EXPECT_EQ(to_line(*sheet.cells.find(sheet.formulas[1].row, sheet.formulas[1].column)), "B3 tekst ab formule");
}

TEST(Workbook, CarriesTheNameAndTheSha256OfTheFile) {
    const Result<Workbook> workbook = read_fixture("feat_plain.xlsx");
    ASSERT_TRUE(workbook) << to_text(workbook.error());
    EXPECT_EQ(workbook->file, "feat_plain.xlsx");
    EXPECT_EQ(workbook->sha256.size(), 64U);
    EXPECT_EQ(workbook->sheets[2].source->file, "feat_plain.xlsx");
    EXPECT_EQ(workbook->sheets[2].source->sha256, workbook->sha256);
}

TEST(Workbook, TextsOutliveTheWorkbookThroughOneSheet) {
    std::shared_ptr<const void> storage;
    std::string_view text;
    {
        const Result<Workbook> workbook = read_row(R"(<c r="A1" t="str"><v>blijft</v></c>)");
        ASSERT_TRUE(workbook);
        storage = workbook->sheets[0].storage;
        text = workbook->sheets[0].cells.front().text();
    }
    EXPECT_EQ(text, "blijft");
}

TEST(Workbook, LeavesOutSheetsWithoutCells) {
    WorkbookParts parts;
    parts.workbook_inside =
        R"(<sheets><sheet name="Grafiek" sheetId="2" r:id="rId9"/><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets>)";
    std::vector<ZipPart> zip_parts = workbook_parts(parts);
    std::string& relations = zip_parts.back().data;
    relations.insert(relations.find("<Relationship "),
                     R"(<Relationship Id="rId9" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/>)");
    const Result<Workbook> workbook = read_parts(zip_parts);
    ASSERT_TRUE(workbook) << to_text(workbook.error());
    ASSERT_EQ(workbook->sheets.size(), 1U);
    EXPECT_EQ(workbook->sheets[0].source->sheet, "Blad1");
}

}  // namespace
}  // namespace begroot::workbook::test
