// Formulas that are written, and names that are added.

#include "patching.hpp"

#include <gmock/gmock.h>

namespace begroot::workbook::test {
namespace {

const std::string two_rows = R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="3"><f>A1+1</f><v>2</v></c></row>)";

TEST(PatcherFormula, TakesTheFormulaAndNoValueWithoutARecalculation) {
    const Filled filled = fill_rows(two_rows, {write("A1", WrittenFormula{"SUM(C1:D1)&\"<\""})});
    EXPECT_EQ(filled.rows(),
              R"(<row r="1"><c r="A1"><f>SUM(C1:D1)&amp;"&lt;"</f></c><c r="B1" s="3"><f>A1+1</f></c></row>)");
    EXPECT_EQ(filled.stale(), "B1");
}

TEST(PatcherFormula, GetsItsValueFromARecalculation) {
    WorkbookParts parts;
    parts.sheet_data = R"(<row r="1"><c r="A1"><f>6*7</f><v>42</v></c><c r="B1"><f>A1+1</f><v>43</v></c></row>)";
    const auto recalculated = read_workbook(bytes_of(zip(workbook_parts(parts))), "kantoor.xlsx");
    ASSERT_TRUE(recalculated);
    parts.sheet_data = two_rows;
    const Filled filled =
        fill_file(zip(workbook_parts(parts)), {write("A1", WrittenFormula{"6*7"})}, {}, &*recalculated);
    EXPECT_EQ(filled.rows(),
              R"(<row r="1"><c r="A1"><f>6*7</f><v>42</v></c><c r="B1" s="3"><f>A1+1</f><v>43</v></c></row>)");
}

TEST(PatcherFormula, TakesThePlaceOfAnotherFormulaAndLeavesTheChain) {
    PatchOptions options;
    options.overwrite = true;
    const Filled filled = fill_rows(two_rows, {write("B1", WrittenFormula{"A1+2"})}, options);
    EXPECT_THAT(filled.rows(), testing::HasSubstr(R"(<c r="B1" s="3"><f>A1+2</f></c>)"));
    EXPECT_TRUE(filled.plan.formulas_lost.empty());
}

TEST(PatcherFormula, RefusesWhatFitsInNoCell) {
    EXPECT_THAT(fill_rows(two_rows, {write("A1", WrittenFormula{""})}).refused, testing::HasSubstr("formule"));
    EXPECT_THAT(fill_rows(two_rows, {write("A1", WrittenFormula{std::string(9000, '1')})}).refused,
                testing::HasSubstr("formule"));
}

/// Writes names into a workbook with this inside.
std::string with_names(const std::string& inside, bool calculates) {
    WorkbookParts parts;
    parts.sheet_data = two_rows;
    parts.workbook_inside = inside;
    const std::string file = zip(workbook_parts(parts));
    PatchPlan plan;
    plan.recalculates = calculates;
    plan.names = {{"werkelijk_1.1", "", "'Blad1'!$A$1", false}};
    const auto made = write_patch(bytes_of(file), plan);
    if (!made) return to_line(made.error());
    const std::string book = part_of(made->bytes, "xl/workbook.xml");
    return book.substr(book.find("</sheets>"));
}

TEST(PatcherName, StandsWhereAWorkbookHasItsNames) {
    const std::string sheets = R"(<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets>)";
    const std::string own = R"(<definedName name="werkelijk_1.1">'Blad1'!$A$1</definedName>)";
    EXPECT_EQ(with_names(sheets, false), "</sheets><definedNames>" + own + "</definedNames></workbook>");
    EXPECT_EQ(with_names(sheets + R"(<calcPr calcId="1"/>)", true),
              "</sheets><definedNames>" + own + R"(</definedNames><calcPr calcId="1" fullCalcOnLoad="1"/></workbook>)");
    EXPECT_EQ(
        with_names(sheets + R"(<definedNames><definedName name="a">1</definedName></definedNames><extLst/>)", true),
        R"(</sheets><definedNames><definedName name="a">1</definedName>)" + own +
            R"(</definedNames><calcPr fullCalcOnLoad="1"/><extLst/></workbook>)");
    EXPECT_EQ(with_names(sheets + "<definedNames/>", false),
              "</sheets><definedNames>" + own + "</definedNames></workbook>");
}

}  // namespace
}  // namespace begroot::workbook::test
