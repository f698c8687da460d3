// What may not be written over is left as it is and told; what somebody overrules is written, and told too.

#include "patching.hpp"

#include "workbook/patcher.hpp"

#include <string>

#include <gtest/gtest.h>

namespace begroot::workbook::test {
namespace {

constexpr PatchOptions overwrite{true, {}};

TEST(PatcherGuard, LeavesAFormula) {
    const std::string rows = R"(<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><v>1</v></c></row>)";
    const Filled filled = fill_rows(rows, {write("A1", 9.0), write("B1", 3.0)});
    EXPECT_EQ(filled.findings(), "vul_formule A1\n");
    EXPECT_EQ(filled.plan.asked, (std::vector<bool>{false, true}));
    EXPECT_TRUE(filled.rows().starts_with(R"(<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><v>3</v></c>)"));
    EXPECT_EQ(filled.plan.findings.at(0).severity, Severity::error);
    EXPECT_EQ(
        to_text(filled.plan.findings.at(0)),
        "fout vul_formule: kantoor.xlsx, blad Blad1, cel A1: in de cel staat de formule =1+1; niet ingevuld (verwacht: "
        "een cel zonder formule). Laat de cel zoals zij is, of geef --overschrijf.");
}

TEST(PatcherGuard, WritesOverAFormulaWhenItIsOverruled) {
    const std::string rows =
        R"(<row r="1"><c r="A1" s="1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1</f><v>2</v></c></row>)";
    const Filled filled = fill_rows(rows, {write("A1", 9.0)}, overwrite);
    EXPECT_EQ(filled.rows(), R"(<row r="1"><c r="A1" s="1"><v>9</v></c><c r="B1"><f>A1</f></c></row>)");
    EXPECT_EQ(filled.plan.findings.at(0).severity, Severity::warning);
}

TEST(PatcherGuard, NeverBreaksAnArrayFormulaOrSharedOnes) {
    const std::string rows =
        R"(<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>2</v></c><c r="C1"><f t="shared" ref="C1:C2" si="0">B1</f><v>2</v></c></row>)"
        R"(<row r="2"><c r="A2"><v>2</v></c><c r="C2"><f t="shared" si="0"/><v>2</v></c></row>)";
    const Filled filled = fill_rows(rows, {write("A2", 9.0), write("C1", 9.0), write("C2", 9.0)}, overwrite);
    EXPECT_EQ(filled.findings(), "vul_matrixformule A2\nvul_gedeelde_formule C1\nvul_formule C2\n");
    EXPECT_EQ(filled.plan.asked, (std::vector<bool>{false, false, true}));
}

TEST(PatcherGuard, LeavesCellsInsideMergedOnes) {
    WorkbookParts parts;
    parts.sheet_data = R"(<row r="1"><c r="A1"/><c r="B1" s="2"/></row>)";
    parts.after_data = R"(<mergeCells><mergeCell ref="A1:B2"/></mergeCells>)";
    const std::string file = zip(workbook_parts(parts));
    const Filled filled = fill_file(file, {write("A1", 1.0), write("B1", 2.0), write("B3", 3.0)});
    EXPECT_EQ(filled.findings(), "vul_samengevoegd B1\n");
    EXPECT_TRUE(filled.rows().starts_with(R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2"/></row>)"));
    EXPECT_EQ(fill_file(file, {write("B1", 2.0)}, overwrite).rows(),
              R"(<row r="1"><c r="A1"/><c r="B1" s="2"><v>2</v></c></row>)");
}

TEST(PatcherGuard, LeavesLockedCellsOfAProtectedSheet) {
    WorkbookParts parts;
    parts.styles = R"(<cellXfs><xf/><xf applyProtection="1"><protection locked="0"/></xf></cellXfs>)";
    parts.before_data = R"(<cols><col min="4" max="4" style="1"/></cols>)";
    parts.sheet_data =
        R"(<row r="1"><c r="A1"/><c r="B1" s="1"/></row><row r="2" s="1" customFormat="1"><c r="A2"/></row>)";
    const auto findings = [&parts](const std::string& protection) {
        parts.after_data = protection;
        return fill_file(zip(workbook_parts(parts)),
                         {write("A1", 1.0), write("B1", 1.0), write("C1", 1.0), write("D1", 1.0), write("A2", 1.0),
                          write("B2", 1.0), write("A9", 1.0), write("D9", 1.0)})
            .findings();
    };
    EXPECT_EQ(findings(R"(<sheetProtection sheet="1" password="CC1A"/>)"),
              "vul_beveiligd A1\nvul_beveiligd C1\nvul_beveiligd A2\nvul_beveiligd A9\n");
    EXPECT_EQ(findings(R"(<sheetProtection objects="1"/>)"), "");
}

TEST(PatcherGuard, AnnouncesASignatureThatBreaks) {
    auto parts = workbook_parts({});
    parts.push_back({"_xmlsignatures/sig1.xml", "<Signature/>"});
    const Filled filled = fill_file(zip(parts), {write("A1", 1.0)});
    EXPECT_EQ(filled.findings(), "vul_handtekening \n");
    EXPECT_EQ(filled.part("_xmlsignatures/sig1.xml"), "<Signature/>");
}

}  // namespace
}  // namespace begroot::workbook::test
