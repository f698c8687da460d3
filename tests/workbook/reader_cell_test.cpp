// What the reader makes of single cells: every type that the standard has, and the ways in which programs write them.

#include "reading.hpp"

namespace begroot::workbook::test {
namespace {

TEST(Cell, KeepsTheDigitsOfANumberAsWritten) {
    EXPECT_EQ(outcome(read_row(R"(<c r="A1"><v>1234.50</v></c><c r="B1"><v>1E-2</v></c><c r="C1"><v> 42 </v></c>)")),
              "A1 getal 1234.5\nB1 getal 0.01\nC1 getal 42\n");
}

TEST(Cell, ReadsSharedTextWithItsRunsJoinedAndPhoneticsLeftOut) {
    const std::string strings =
        R"(<si><t>een</t></si><si><r><rPr><b/></rPr><t>vet</t></r><r><t xml:space="preserve"> en niet</t></r><rPh sb="0" eb="1"><t>HINT</t></rPh></si><si><t/></si><si/><si><t>&lt;5 &amp; é</t></si>)";
    EXPECT_EQ(outcome(read_row(R"(<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>)"
                               R"(<c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c>)",
                               strings)),
              "A1 tekst een\nB1 tekst vet en niet\nE1 tekst <5 & é\n");
}

TEST(Cell, ReadsInlineTextPlainAndRich) {
    EXPECT_EQ(outcome(read_row(R"(<c r="A1" t="inlineStr"><is><t>gewoon</t></is></c>)"
                               R"(<c r="B1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>)"
                               R"(<c r="C1" t="inlineStr"><is><t/></is></c>)")),
              "A1 tekst gewoon\nB1 tekst ab\n");
}

TEST(Cell, ReadsCharacterDataAndComments) {
    EXPECT_EQ(
        outcome(read_row(
            R"(<c r="A1" t="str"><v><![CDATA[a<b&c]]></v></c><!-- x > y --><c r="B1" t="str"><v>d<!-- e -->f</v></c>)")),
        "A1 tekst a<b&c\nB1 tekst df\n");
}

TEST(Cell, ResolvesExcelsEscapesInTexts) {
    EXPECT_EQ(outcome(read_row(R"(<c r="A1" t="str"><v>a_x000D_b_x005F_x000D__xD83D__xDE00_</v></c>)")),
              "A1 tekst a\rb_x000D_😀\n");
}

TEST(Cell, ReadsBooleansAndErrors) {
    EXPECT_EQ(outcome(read_row(
                  R"(<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>false</v></c><c r="C1" t="e"><v>#N/A</v></c>)")),
              "A1 waarheid 1\nB1 waarheid 0\nC1 fout #N/A\n");
}

TEST(Cell, ReadsIsoDatesAsSerialDays) {
    EXPECT_EQ(
        outcome(read_row(R"(<c r="A1" t="d"><v>2024-03-01</v></c><c r="B1" t="d"><v>2024-03-01T18:00:00Z</v></c>)")),
        "A1 datum 45352\nB1 datum 45352.75\n");
}

TEST(Cell, IsADateByBuiltinAndCustomFormats) {
    const std::string styles =
        R"(<numFmts><numFmt numFmtId="164" formatCode="dd\-mm\-yyyy"/><numFmt numFmtId="165" formatCode="[Red]&quot;dag&quot; 0"/></numFmts>)"
        R"(<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="46"/></cellXfs>)";
    EXPECT_EQ(outcome(read_row(
                  R"(<c r="A1" s="1"><v>45292</v></c><c r="B1" s="2"><v>45292</v></c><c r="C1" s="3"><v>45292</v></c>)"
                  R"(<c r="D1" s="4"><v>1.5</v></c><c r="E1" s="99"><v>1</v></c><c r="F1" s="1"><v>-5</v></c>)",
                  "", styles)),
              "A1 datum 45292\nB1 datum 45292\nC1 getal 45292\nD1 datum 1.5\nE1 getal 1\nF1 getal -5\n");
}

TEST(Cell, MovesDatesButNotTimesOf1904) {
    WorkbookParts parts;
    parts.workbook_inside = R"(<workbookPr date1904="true"/>)" + parts.workbook_inside;
    parts.styles = R"(<cellXfs><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs>)";
    parts.sheet_data = R"(<row r="1"><c r="A1" s="0"><v>43830</v></c><c r="B1" s="1"><v>0.5</v></c></row>)";
    EXPECT_EQ(outcome(read(parts)), "A1 datum 45292\nB1 datum 0.5\n");
}

TEST(Cell, GivesTheCachedValueOfAFormula) {
    EXPECT_EQ(outcome(read_row(
                  R"(<c r="A1"><f>1+2</f><v>3</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c>)"
                  R"(<c r="C1"><f t="shared" si="0"/><v>4</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>)")),
              "A1 getal 3 formule\nB1 tekst a formule\nC1 getal 4 formule\nD1 fout #DIV/0! formule\n");
}

TEST(Cell, IsNotComputedWhenAFormulaHasNoCachedValue) {
    EXPECT_EQ(
        outcome(read_row(R"(<c r="A1"><f>1+2</f></c><c r="B1"><f>1+2</f><v/></c><c r="C1" t="str"><f>B1</f></c>)")),
        "A1 niet berekend formule\nB1 niet berekend formule\nC1 niet berekend formule\n");
}

TEST(Cell, IsEmptyWhenAFormulaGaveTheEmptyText) {
    EXPECT_EQ(outcome(read_row(R"(<c r="A1" t="str"><f>""</f><v></v></c><c r="B1" t="str"><f>""</f><v/></c>)")),
              "A1 leeg formule\nB1 leeg formule\n");
}

TEST(Cell, FollowsThePreviousOneWhenItDoesNotSayWhereItIs) {
    WorkbookParts parts;
    parts.sheet_data =
        R"(<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="4"><c><v>4</v></c></row><row><c><v>5</v></c></row>)";
    EXPECT_EQ(outcome(read(parts)), "A1 getal 1\nD1 getal 2\nE1 getal 3\nA4 getal 4\nA5 getal 5\n");
}

TEST(Cell, IsLeftOutWhenItHasOnlyAStyle) {
    EXPECT_EQ(outcome(read_row(R"(<c r="A1" s="3"/><c r="B1"><v/></c><c r="C1" s="1"></c>)")), "");
}

TEST(Cell, ReadsTheSameOnTheFastAndTheGeneralPath) {
    // The general path is forced by another order of attributes, white space and quotes.
    const std::string strings = "<si><t>een</t></si><si><t>twee</t></si>";
    const std::string styles = R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>)";
    const std::string fast = outcome(read_row(
        R"(<c r="A1" s="1"><v>45292</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="0" t="str"><v>x y</v></c><c r="D1" t="b"><v>1</v></c>)"
        R"(<c r="AA1" t="inlineStr"><is><t>z</t></is></c><c r="XFD1"><v>-1.5e3</v></c>)",
        strings, styles));
    const std::string general = outcome(read_row(
        R"(<c s="1" r="A1"><v>45292</v></c><c t='s' r='B1'><v>1</v></c><c  r="C1" s="0" t="str"><v>x y</v></c><c r="D1" t="b" ><v>1</v></c>)"
        R"(<c t="inlineStr" r="AA1"><is><t>z</t></is></c><c r='XFD1'><v>-1.5e3</v></c>)",
        strings, styles));
    EXPECT_EQ(fast, general);
    EXPECT_EQ(fast, "A1 datum 45292\nB1 tekst twee\nC1 tekst x y\nD1 waarheid 1\nAA1 tekst z\nXFD1 getal -1500\n");
}

/// A cell that cannot be what it says, and the message about it.
struct BadCell {
    const char* cell;
    const char* message;
};

class RefusedCell : public testing::TestWithParam<BadCell> {};

TEST_P(RefusedCell, IsNamedInTheMessage) {
    EXPECT_EQ(outcome(read_row(GetParam().cell)), std::string(GetParam().message) + "\n");
}

constexpr BadCell bad_cells[] = {
    {R"(<c r="B1"><v>12,5</v></c>)",
     "begroting.xlsx, blad Blad1, cel B1: \"12,5\" is geen getal | een getal | open het bestand in Excel en sla het "
     "opnieuw op als .xlsx"},
    {R"(<c r="B1"><v>INF</v></c>)",
     "begroting.xlsx, blad Blad1, cel B1: \"INF\" is geen getal | een getal | open het bestand in Excel en sla het "
     "opnieuw op als .xlsx"},
    {R"(<c r="B1" t="s"><v>0</v></c>)",
     "begroting.xlsx, blad Blad1, cel B1: de cel verwijst naar tekst \"0\" | een van de 0 teksten van de werkmap | "
     "open het bestand in Excel en sla het opnieuw op als .xlsx"},
    {R"(<c r="B1" t="d"><v>1-2-2024</v></c>)",
     "begroting.xlsx, blad Blad1, cel B1: \"1-2-2024\" is geen datum | een datum als 2025-12-31 | open het bestand in "
     "Excel en sla het opnieuw op als .xlsx"},
    {R"(<c r="B1" t="x"><v>1</v></c>)",
     "begroting.xlsx, blad Blad1, cel B1: de cel heeft een onbekende soort | n, s, str, inlineStr, b, e of d | open "
     "het bestand in Excel en sla het opnieuw op als .xlsx"},
    {R"(<c r="B1"><v>1</v></c><c r="B1"><v>2</v></c>)",
     "begroting.xlsx, blad Blad1, cel B1: de cel staat niet op volgorde of komt twee keer voor | rijen en kolommen op "
     "volgorde | open het bestand in Excel en sla het opnieuw op als .xlsx"},
    {R"(<c r="B2"><v>1</v></c>)",
     "begroting.xlsx, blad Blad1, cel B2: de cel staat in rij 1 | haar eigen rij | open het bestand in Excel en sla "
     "het opnieuw op als .xlsx"},
    {R"(<c r="XFE1"><v>1</v></c>)",
     "begroting.xlsx, blad Blad1: rij 1 heeft een cel met een onmogelijke plaats | een cel tot en met XFD1048576 | "
     "open het bestand in Excel en sla het opnieuw op als .xlsx"},
};

INSTANTIATE_TEST_SUITE_P(All, RefusedCell, testing::ValuesIn(bad_cells));

}  // namespace
}  // namespace begroot::workbook::test
