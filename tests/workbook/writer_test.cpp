#include "workbook/writer.hpp"

#include "workbook/writer_sample.hpp"

namespace begroot::workbook {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;
using testing::StartsWith;

TEST(Writer, WritesMoneyAsEuros) {
    const auto facts = facts_of(sample_document());
    EXPECT_THAT(facts, IsSupersetOf({"Lasten 2025!B6 value=3000", "Lasten 2025!B7 value=1000.5",
                                     "Lasten 2025!C6 value=-1000", "Lasten 2025!C8 value=0"}));
}

TEST(Writer, WritesFormulasWithTheirValues) {
    const auto facts = facts_of(sample_document());
    EXPECT_THAT(facts, IsSupersetOf({"Lasten 2025!B5 formula==SUM(B6:B7)", "Lasten 2025!B5 value=4000.5",
                                     "Lasten 2025!B11 formula==B5+B8", "Lasten 2025!B11 value=4000.5"}));
}

TEST(Writer, PointsToOtherSheetsByQuotedName) {
    const auto facts = facts_of(sample_document());
    EXPECT_THAT(facts, IsSupersetOf({"Controle!B2 formula=='Lasten 2025'!B11", "Controle!B2 value=4000.5"}));
}

TEST(Writer, StoresTheFullQuotientOfADivision) {
    const auto facts = facts_of(sample_document());
    EXPECT_THAT(facts, Contains("Lasten 2025!D6 value=-0.3333333333333333"));
}

TEST(Writer, StoresTextsOfFormulas) {
    const auto facts = facts_of(sample_document());
    EXPECT_THAT(facts, Contains("Lasten 2025!E11 value='binnen begroting'"));
    EXPECT_THAT(facts, Contains("Controle!A3 formula==IF(B2=0,\"leeg\",\"\")"));
    const std::string sheet = testing::PrintToString(
        lines_of("unzip -p '" + path_for("map.xlsx").string() + "' xl/worksheets/sheet3.xml", path_for("sheet.txt")));
    EXPECT_THAT(sheet, HasSubstr("</f><v></v></c>")) << "the empty text stands beside its formula";
}

TEST(Writer, NeverTakesTextForAFormula) {
    const auto facts = facts_of(sample_document());
    EXPECT_THAT(facts, Contains("Lasten 2025!E6 value='=1+1'"));
    EXPECT_THAT(facts, Not(Contains(StartsWith("Lasten 2025!E6 formula"))));
}

TEST(Writer, LeavesAMarkOutOfAnAmountColumn) {
    const auto facts = facts_of(sample_document());
    EXPECT_THAT(facts, Contains("Lasten 2025!B8 format=#,##0"));
    EXPECT_THAT(facts, Not(Contains(StartsWith("Lasten 2025!B8 value"))));
    EXPECT_THAT(facts, Contains("Lasten 2025!E7 value='n.v.t.'"));
}

TEST(Writer, WritesDaysAndCountsAsNumbers) {
    const auto facts = facts_of(sample_document());
    EXPECT_THAT(facts,
                IsSupersetOf({"Controle!D2 value=datetime.datetime(2025, 6, 30, 0, 0)", "Controle!D2 format=d-m-yyyy",
                              "Controle!C2 value=1234", "Controle!C2 format=#,##0"}));
}

TEST(Writer, FillsTheDocumentProperties) {
    const auto facts = facts_of(sample_document());
    EXPECT_THAT(facts,
                IsSupersetOf({"document title=Begroting & werkelijk 2025", "document subject=Voorbeeld, boekjaar 2025",
                              "document author=De Vallei", "document created=2025-06-30 12:00:00"}));
}

TEST(Writer, WritesTheSameBytesAgain) {
    const auto first = path_for("a.xlsx");
    const auto second = path_for("b.xlsx");
    ASSERT_TRUE(write_workbook(sample_document(), first).has_value());
    std::system("sleep 1.1");  // a clock in the file would show
    ASSERT_TRUE(write_workbook(sample_document(), second).has_value());
    EXPECT_FALSE(bytes_of(first).empty());
    EXPECT_TRUE(bytes_of(first) == bytes_of(second));
}

TEST(Writer, DoesNotMakeExcelRecalculateOnOpening) {
    facts_of(sample_document());
    const auto index =
        lines_of("unzip -p '" + path_for("map.xlsx").string() + "' xl/workbook.xml", path_for("index.txt"));
    EXPECT_THAT(index, Not(Contains(HasSubstr("fullCalcOnLoad"))));
    EXPECT_THAT(index, Contains(HasSubstr("<calcPr calcId=\"191029\"/>")));
}

TEST(Writer, MakesAZipThatPassesItsTest) {
    facts_of(sample_document());
    const auto lines = lines_of("unzip -t '" + path_for("map.xlsx").string() + "'", path_for("zip.txt"));
    EXPECT_THAT(lines, Contains(HasSubstr("No errors detected")));
}

TEST(Writer, WritesADocumentWithoutTables) { EXPECT_THAT(facts_of(Document{}), Contains("document sheets=Sheet1")); }

TEST(Writer, WritesATableWithoutRows) {
    Document document;
    document.tables = {control_table()};
    document.tables[0].rows.clear();
    EXPECT_THAT(facts_of(document), IsSupersetOf({"Controle!A1 value='Wat'", "Controle area=$A$1:$D$1"}));
}

}  // namespace
}  // namespace begroot::workbook
