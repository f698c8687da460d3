// No formula keeps a value that is no longer true, and none loses one that is.

#include "patching.hpp"

#include "workbook/patcher.hpp"

#include <string>

#include <gtest/gtest.h>

namespace begroot::workbook::test {
namespace {

std::string formula(const std::string& cell, const std::string& text) {
    return "<c r=\"" + cell + "\"><f>" + text + "</f><v>1</v></c>";
}

/// Tells whether a formula in Z9 changes when A1 of the first sheet does.
bool looks_at_a1(const std::string& text, const std::string& names = "", const std::string& after = "") {
    WorkbookParts parts;
    parts.workbook_inside =
        R"(<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets><definedNames>)" + names + "</definedNames>";
    parts.sheet_data = R"(<row r="9">)" + formula("Z9", text) + "</row>";
    parts.after_data = after;
    const Filled filled = fill_file(zip(workbook_parts(parts)), {write("A1", 1.0)});
    EXPECT_EQ(filled.refused, "");
    return filled.stale() == "Z9";
}

TEST(PatcherFormula, IsFoundByWhatItsTextLooksAt) {
    for (const char* text : {"A1",
                             "$A$1*2",
                             "SUM(A1:B2)",
                             "SUM(B2:A1)",
                             "A:A",
                             "$A:$C",
                             "1:1",
                             "SUM(1:3)",
                             "Blad1!A1",
                             "'Blad1'!$A$1",
                             "blad1!a1",
                             "Blad1:Blad1!A1",
                             "IF(TRUE,1,A1)",
                             "INDIRECT(\"B7\")",
                             "OFFSET(B7,1,1)",
                             "B1:INDEX(C:C,3)",
                             "[0]!x+A1",
                             "CELL(\"row\")",
                             "\"A2\"&amp;A1",
                             "_xlfn.XLOOKUP(1,B:B,A:A)",
                             "-A1%",
                             "A1 A2",
                             "(A1,B7)",
                             "SUM(A1:INDEX(A:A,3))",
                             "1E+5+A1"}) {
        EXPECT_TRUE(looks_at_a1(text)) << text;
    }
    for (const char* text : {"B1",
                             "A2",
                             "SUM(B1:C9)",
                             "B:B",
                             "2:9",
                             "\"A1\"",
                             "[1]Blad1!A1",
                             "'[1]Blad1'!A1",
                             "'C:\\map\\[x.xlsx]Blad1'!A1",
                             "Blad2!A1",
                             "A10",
                             "XA1",
                             "LOG10(5)",
                             "#REF!+1",
                             "TRUE",
                             "1E+5",
                             "TODAY()",
                             "naam",
                             "Blad1!#REF!",
                             "\"een \"\"A1\"\" twee\""}) {
        EXPECT_FALSE(looks_at_a1(text)) << text;
    }
}

TEST(PatcherFormula, IsFoundThroughNames) {
    const std::string names =
        R"(<definedName name="Basis">Blad1!$A$1</definedName><definedName name="Verder">Basis*2</definedName>)"
        R"(<definedName name="Rond">Rond+1</definedName><definedName name="Ver">OFFSET(Blad1!$C$3,0,0)</definedName>)"
        R"(<definedName name="Links">Blad1!A1</definedName><definedName name="Elders">Blad1!$C$3</definedName>)";
    for (const char* text : {"basis", "Blad1!Basis", "SUM(Verder)", "Ver", "Links"})
        EXPECT_TRUE(looks_at_a1(text, names)) << text;
    for (const char* text : {"Rond", "Elders", "Basis2", "\"Basis\""}) EXPECT_FALSE(looks_at_a1(text, names)) << text;
}

TEST(PatcherFormula, TakesTheNameOfItsSheetBeforeThatOfTheWorkbook) {
    const std::string names =
        R"(<definedName name="Basis">Blad1!$A$1</definedName><definedName name="Basis" localSheetId="0">Blad1!$B$1</definedName>)";
    EXPECT_FALSE(looks_at_a1("Basis", names));
}

TEST(PatcherFormula, IsFoundAlongAChainAndOverSheets) {
    WorkbookParts parts;
    parts.sheet_data = R"(<row r="1"><c r="A1"><v>1</v></c>)" + formula("B1", "A1") + formula("C1", "B1+D1") +
                       formula("D1", "E1") + formula("F1", "SUM(C1:C9)") + "</row>";
    const Filled filled = fill_file(zip(workbook_parts(parts)), {write("A1", 2.0)});
    EXPECT_EQ(filled.stale(), "B1 C1 F1");
    EXPECT_EQ(filled.rows(), R"(<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1</f></c><c r="C1"><f>B1+D1</f></c>)" +
                                 formula("D1", "E1") + R"(<c r="F1"><f>SUM(C1:C9)</f></c></row>)");
    EXPECT_EQ(filled.made.emptied, 3);
}

TEST(PatcherFormula, FollowsALongChain) {
    std::string rows = R"(<row r="1"><c r="A1"><v>1</v></c></row>)";
    constexpr int length = 20'000;
    for (int i = 2; i <= length; ++i)
        rows += "<row r=\"" + std::to_string(i) + "\">" +
                formula("A" + std::to_string(i), "A" + std::to_string(i - 1) + "+1") + "</row>";
    const Filled filled = fill_rows(rows, {write("A1", 2.0)});
    EXPECT_EQ(filled.plan.stale.at(0).size(), length - 1);
}

TEST(PatcherFormula, SharedMovesWithItsCell) {
    const std::string rows =
        R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row>)"
        R"(<row r="2"><c r="B2"><f t="shared" si="0"/><v>0</v></c></row><row r="3"><c r="A3"/><c r="B3"><f t="shared" si="0"/><v>0</v></c></row>)";
    EXPECT_EQ(fill_rows(rows, {write("A3", 5.0)}).stale(), "B3");
    EXPECT_EQ(fill_rows(rows, {write("A1", 5.0)}).stale(), "B1");
}

TEST(PatcherFormula, OverARangeLosesTheValuesOfAllItsCells) {
    const std::string rows =
        R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f><v>2</v></c></row>)"
        R"(<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="4" t="str"><v>x</v></c></row>)";
    const Filled filled = fill_rows(rows, {write("A2", 5.0)});
    EXPECT_EQ(filled.stale(), "B1 B2");
    EXPECT_EQ(filled.rows(),
              R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f></c></row>)"
              R"(<row r="2"><c r="A2"><v>5</v></c><c r="B2" s="4"/></row>)");
}

TEST(PatcherFormula, AWhatIfTableDependsOnAll) {
    const std::string rows =
        R"(<row r="1"><c r="A1"/><c r="C1"><f t="dataTable" ref="C1:C2" r1="H1"/><v>2</v></c></row><row r="2"><c r="C2"><v>3</v></c></row>)";
    EXPECT_EQ(fill_rows(rows, {write("A1", 5.0)}).stale(), "C1 C2");
}

TEST(PatcherFormula, MakesTheWorkbookAskForACalculationOnlyWhereThereAreFormulas) {
    const auto workbook = [](const std::string& inside, const std::string& rows) {
        WorkbookParts parts;
        parts.workbook_inside = inside;
        parts.sheet_data = rows;
        return fill_file(zip(workbook_parts(parts)), {write("A1", 1.0)}).part("xl/workbook.xml");
    };
    const std::string sheets = R"(<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets>)";
    const std::string with_formula = "<row r=\"1\">" + formula("B1", "C1") + "</row>";
    EXPECT_FALSE(workbook(sheets, "").contains("calcPr"));
    EXPECT_TRUE(workbook(sheets, with_formula).ends_with(R"(</sheets><calcPr fullCalcOnLoad="1"/></workbook>)"));
    EXPECT_TRUE(
        workbook(sheets + R"(<calcPr calcId="191029" calcMode="manual"/><extLst/>)", with_formula)
            .ends_with(R"(<calcPr calcId="191029" calcMode="manual" fullCalcOnLoad="1"/><extLst/></workbook>)"));
    EXPECT_TRUE(workbook(sheets + R"(<pivotCaches/>)", with_formula)
                    .ends_with(R"(<calcPr fullCalcOnLoad="1"/><pivotCaches/></workbook>)"));
    EXPECT_TRUE(workbook(sheets + R"(<calcPr fullCalcOnLoad="0" a="1"/>)", with_formula)
                    .ends_with(R"(<calcPr fullCalcOnLoad="1" a="1"/></workbook>)"));
}

TEST(PatcherFormula, TakesTheFreshValueOfARecalculation) {
    WorkbookParts parts;
    const auto with = [&parts](const std::string& rows) {
        parts.sheet_data = rows;
        return zip(workbook_parts(parts));
    };
    const std::string before = with(
        R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2"><f>A1</f><v>1</v></c><c r="C1" t="str"><f>A1&amp;""</f><v>1</v></c><c r="D1" t="b"><f>A1=1</f><v>1</v></c><c r="E1"><f>1+1</f><v>2</v></c></row>)");
    const auto fresh = read_workbook(
        bytes_of(with(
            R"(<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>A1</f><v>5</v></c><c r="C1" t="str"><f>A1&amp;""</f><v> 5&amp;</v></c><c r="D1" t="b"><f>A1=1</f><v>0</v></c><c r="E1"><f>1+1</f><v>2</v></c></row>)")),
        "herrekend.xlsx");
    ASSERT_TRUE(fresh);
    const Filled filled = fill_file(before, {write("A1", 5.0)}, {}, &*fresh);
    EXPECT_EQ(
        filled.rows(),
        R"(<row r="1"><c r="A1"><v>5</v></c><c r="B1" s="2"><f>A1</f><v>5</v></c><c r="C1" t="str"><f>A1&amp;""</f><v xml:space="preserve"> 5&amp;</v></c><c r="D1" t="b"><f>A1=1</f><v>0</v></c><c r="E1"><f>1+1</f><v>2</v></c></row>)");
    EXPECT_EQ(filled.made.refreshed, 3);
    EXPECT_EQ(filled.made.emptied, 0);
}

TEST(PatcherFormula, TakesNoValueThatHangsOnSomethingTheTwoProgramsDisagreeAbout) {
    WorkbookParts parts;
    const auto with = [&parts](const std::string& a, const std::string& known, const std::string& over,
                               const std::string& plain) {
        parts.sheet_data = R"(<row r="1"><c r="A1"><v>)" + a + R"(</v></c><c r="B1"><f>MACRO(9)</f><v>)" + known +
                           R"(</v></c><c r="C1"><f>IFERROR(B1,0)+A1</f><v>)" + over +
                           R"(</v></c><c r="D1"><f>A1</f><v>)" + plain + "</v></c></row>";
        return zip(workbook_parts(parts));
    };
    const auto fresh = read_workbook(bytes_of(with("5", "0", "5", "5")), "herrekend.xlsx");
    ASSERT_TRUE(fresh);
    const Filled filled = fill_file(with("1", "7", "8", "1"), {write("A1", 5.0)}, {}, &*fresh);
    EXPECT_TRUE(filled.rows().contains(
        R"(<c r="B1"><f>MACRO(9)</f><v>7</v></c><c r="C1"><f>IFERROR(B1,0)+A1</f></c><c r="D1"><f>A1</f><v>5</v></c>)"))
        << filled.rows();
}

TEST(PatcherFormula, TakesNoErrorOfARecalculation) {
    WorkbookParts parts;
    const auto with = [&parts](const std::string& b) {
        parts.sheet_data = R"(<row r="1"><c r="A1"><v>1</v></c>)" + b + "</row>";
        return zip(workbook_parts(parts));
    };
    const auto fresh =
        read_workbook(bytes_of(with(R"(<c r="B1" t="e"><f>ONBEKEND(A1)</f><v>#NAME?</v></c>)")), "herrekend.xlsx");
    ASSERT_TRUE(fresh);
    EXPECT_TRUE(fill_file(with(formula("B1", "ONBEKEND(A1)")), {write("A1", 5.0)}, {}, &*fresh)
                    .rows()
                    .contains(R"(<c r="B1"><f>ONBEKEND(A1)</f></c>)"));
}

}  // namespace
}  // namespace begroot::workbook::test
