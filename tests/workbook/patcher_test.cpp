// Cells of somebody's workbook are filled and nothing else changes: neighbours, styles, rows, other parts.

#include "workbook/patcher.hpp"

#include "patching.hpp"

#include <limits>
#include <string>

#include <gtest/gtest.h>

namespace begroot::workbook::test {
namespace {

TEST(Patcher, ChangesTheValueOfACellAndKeepsItsStyleAndNeighbours) {
    const Filled filled =
        fill_rows(R"(<row r="1" ht="20"><c r="A1" s="3" t="s" ph="1"><v>0</v></c><c r="B1"><v>7</v></c></row>)",
                  {write("B1", 12.5)});
    EXPECT_EQ(filled.refused,
              "kantoor.xlsx, blad Blad1, cel A1: de cel verwijst naar tekst \"0\" | een van de 0 teksten van "
              "de werkmap | open het bestand in Excel en sla het opnieuw op als .xlsx");
    const Filled other =
        fill_rows(R"(<row r="1" ht="20"><c r="A1" s="3" ph="1"><v>1</v></c> <c r="B1" s="4"><v>7</v></c></row>)",
                  {write("B1", 12.5)});
    EXPECT_EQ(other.rows(),
              R"(<row r="1" ht="20"><c r="A1" s="3" ph="1"><v>1</v></c> <c r="B1" s="4"><v>12.5</v></c></row>)");
}

TEST(Patcher, WritesEveryKindOfValue) {
    const std::string rows = R"(<row r="1"><c r="A1" t="b" cm="1" vm="2" s="1"><v>1</v></c></row>)";
    const auto cell = [&rows](WrittenValue value) { return fill_rows(rows, {write("A1", std::move(value))}).rows(); };
    EXPECT_EQ(cell(0.1), R"(<row r="1"><c r="A1" s="1"><v>0.1</v></c></row>)");
    EXPECT_EQ(cell(-1234567.89), R"(<row r="1"><c r="A1" s="1"><v>-1234567.89</v></c></row>)");
    EXPECT_EQ(cell(SerialDay{45'658}), R"(<row r="1"><c r="A1" s="1"><v>45658</v></c></row>)");
    EXPECT_EQ(cell(true), R"(<row r="1"><c r="A1" s="1" t="b"><v>1</v></c></row>)");
    EXPECT_EQ(cell(std::string("a & <b>")),
              R"(<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>a &amp; &lt;b&gt;</t></is></c></row>)");
    EXPECT_EQ(cell(std::string(" wit ")),
              R"(<row r="1"><c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve"> wit </t></is></c></row>)");
    EXPECT_EQ(cell(std::string("a\rb_x0041_")),
              R"(<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c></row>)");
    EXPECT_EQ(cell(std::monostate()), R"(<row r="1"><c r="A1" s="1"/></row>)");
}

TEST(Patcher, ReadsBackWhatItWrote) {
    const std::string text = "é € \xF0\x9F\x8D\x89\n\ttab\r_x0041_ ]]> \x01";
    const Filled filled = fill_rows(R"(<row r="1"><c r="A1"/></row>)", {write("A1", text), write("C9", true)});
    EXPECT_EQ(outcome(read_workbook(bytes_of(filled.after), "na.xlsx")), "A1 tekst " + text + "\nC9 waarheid 1\n");
}

TEST(Patcher, CountsDaysAsTheWorkbookDoes) {
    WorkbookParts parts;
    parts.sheet_data = R"(<row r="1"><c r="A1"/></row>)";
    parts.workbook_inside =
        R"(<workbookPr date1904="1"/><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets>)";
    const Filled filled = fill_file(zip(workbook_parts(parts)), {write("A1", SerialDay{45'658})});
    EXPECT_EQ(filled.rows(), R"(<row r="1"><c r="A1"><v>44196</v></c></row>)");
}

TEST(Patcher, PutsCellsAndRowsThatWereNotThereInTheirPlace) {
    const Filled filled = fill_rows(
        R"(<row r="2" spans="2:2"><c r="B2"><v>1</v></c></row><row r="5"/>)",
        {write("D2", 4.0), write("A2", 3.0), write("A1", 1.0), write("C3", 5.0), write("B5", 6.0), write("A9", 7.0)});
    EXPECT_EQ(filled.rows(),
              R"(<row r="1"><c r="A1"><v>1</v></c></row>)"
              R"(<row r="2" spans="1:4"><c r="A2"><v>3</v></c><c r="B2"><v>1</v></c><c r="D2"><v>4</v></c></row>)"
              R"(<row r="3"><c r="C3"><v>5</v></c></row><row r="5"><c r="B5"><v>6</v></c></row>)"
              R"(<row r="9"><c r="A9"><v>7</v></c></row>)");
}

TEST(Patcher, GivesANewCellTheStyleOfItsRowOrElseItsColumn) {
    WorkbookParts parts;
    parts.before_data = R"(<dimension ref="A2:A2"/><cols><col min="2" max="3" width="9" style="5"/></cols>)";
    parts.sheet_data = R"(<row r="1" s="7" customFormat="1"/><row r="2" s="8"><c r="A2"/></row>)";
    const Filled filled = fill_file(zip(workbook_parts(parts)), {write("B1", 1.0), write("C2", 2.0), write("D4", 3.0)});
    EXPECT_EQ(filled.rows(), R"(<row r="1" s="7" customFormat="1"><c r="B1" s="7"><v>1</v></c></row>)"
                             R"(<row r="2" s="8"><c r="A2"/><c r="C2" s="5"><v>2</v></c></row>)"
                             R"(<row r="4"><c r="D4"><v>3</v></c></row>)");
    EXPECT_TRUE(filled.part("xl/worksheets/sheet1.xml").contains(R"(<dimension ref="A1:D4"/>)"));
    EXPECT_EQ(filled.made.bookkeeping.front(), "xl/worksheets/sheet1.xml: dimension A2:A2 wordt A1:D4");
}

TEST(Patcher, AddsNothingForACellThatIsNotThereAndStaysEmpty) {
    const std::string rows = R"(<row r="1"><c r="A1"><v>1</v></c></row>)";
    EXPECT_EQ(fill_rows(rows, {write("B1", std::monostate()), write("A7", std::monostate())}).rows(), rows);
}

TEST(Patcher, FillsASheetWithoutAnyCell) {
    ZipPart sheet{"xl/worksheets/sheet1.xml", R"(<worksheet><sheetData/></worksheet>)"};
    auto parts = workbook_parts({});
    for (ZipPart& part : parts) {
        if (part.name == sheet.name) part = sheet;
    }
    EXPECT_EQ(fill_file(zip(parts), {write("B2", 1.0)}).part(sheet.name),
              R"(<worksheet><sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData></worksheet>)");
}

TEST(Patcher, KeepsThePrefixOfTheSheetAndOfWorkbook) {
    auto parts = workbook_parts({});
    for (ZipPart& part : parts) {
        if (part.name == "xl/worksheets/sheet1.xml") {
            part.data =
                R"(<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1">)"
                R"(<x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1"><x:f>A1</x:f><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>)";
        } else if (part.name == "xl/workbook.xml") {
            part.data =
                R"(<x:workbook xmlns:x="a" xmlns:r="b"><x:sheets><x:sheet name="Blad1" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>)";
        }
    }
    const Filled filled = fill_file(zip(parts), {write("A1", std::string("t")), write("A2", 2.0)});
    EXPECT_EQ(
        filled.rows(),
        R"(<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>t</x:t></x:is></x:c><x:c r="B1"><x:f>A1</x:f></x:c></x:row>)"
        R"(<x:row r="2"><x:c r="A2"><x:v>2</x:v></x:c></x:row>)");
    EXPECT_TRUE(filled.part("xl/workbook.xml").ends_with(R"(</x:sheets><x:calcPr fullCalcOnLoad="1"/></x:workbook>)"));
}

TEST(Patcher, KeepsCellsThatDoNotSayWhereTheyStand) {
    const Filled filled = fill_rows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
                                    {write("B1", 9.0), write("D1", 8.0), write("B2", 7.0)});
    EXPECT_EQ(filled.rows(), R"(<row><c><v>1</v></c><c><v>9</v></c><c r="D1"><v>8</v></c></row>)"
                             R"(<row><c><v>3</v></c><c r="B2"><v>7</v></c></row>)");
}

TEST(Patcher, KeepsEveryOtherPartByteForByte) {
    WorkbookParts parts;
    parts.sheet_data = R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>)";
    parts.shared_strings = "<si><t>Lasten</t></si>";
    auto all = workbook_parts(parts);
    all.push_back({"customXml/item1.xml", "niet eens <xml"});
    all.push_back({"xl/media/image1.png", std::string("\x89PNG\0\x01", 6)});
    all.push_back({"xl/vbaProject.bin", "Macro"});
    const Filled filled = fill_file(zip(all), {write("B1", 3.0)});
    for (const ZipPart& part : all) {
        if (part.name == "xl/worksheets/sheet1.xml") continue;
        EXPECT_EQ(filled.part(part.name), part.data) << part.name;
    }
    EXPECT_TRUE(filled.made.bookkeeping.empty());
}

TEST(Patcher, GivesTheSameBytesEachTime) {
    const auto once = [] {
        return fill_rows(R"(<row r="1"><c r="A1"/><c r="B1"><f>A1</f></c></row>)", {write("A1", 1.0)}).after;
    };
    EXPECT_EQ(once(), once());
}

TEST(Patcher, RefusesWhatNoCellCanHold) {
    const std::string rows = R"(<row r="1"><c r="A1"/></row>)";
    const auto refused = [&rows](WrittenValue value) {
        return fill_rows(rows, {write("A1", std::move(value))}).refused;
    };
    EXPECT_EQ(refused(std::numeric_limits<double>::quiet_NaN()),
              "kantoor.xlsx, blad Blad1, cel A1: de waarde is geen getal | een getal | vul iets anders in");
    EXPECT_EQ(refused(std::string("\xFF")),
              "kantoor.xlsx, blad Blad1, cel A1: de tekst is geen geldige UTF-8 | leesbare tekst | vul iets anders in");
    EXPECT_EQ(
        refused(std::string(32'768, 'a')),
        "kantoor.xlsx, blad Blad1, cel A1: de tekst is 32768 tekens lang | hoogstens 32767 tekens, meer past niet in "
        "een cel | vul iets anders in");
    EXPECT_EQ(fill_rows(rows, {write("A1", 1.0), write("A1", 2.0)}).refused,
              "kantoor.xlsx, blad Blad1, cel A1: de cel wordt twee keer gevuld | elke cel een keer | haal een van de "
              "twee weg");
    EXPECT_EQ(fill_rows(rows, {write("A1", 1.0, 3)}).refused,
              "kantoor.xlsx, cel A1: deze cel bestaat niet | een cel van een blad van de werkmap | ");
}

TEST(Patcher, RefusesASheetInUtf16) {
    auto parts = workbook_parts({});
    for (ZipPart& part : parts) {
        if (part.name != "xl/worksheets/sheet1.xml") continue;
        std::string wide = "\xFF\xFE";
        for (const char c : std::string("<worksheet><sheetData/></worksheet>")) wide.append({c, '\0'});
        part.data = wide;
    }
    EXPECT_EQ(
        fill_file(zip(parts), {write("A1", 1.0)}).refused,
        "blad Blad1: onderdeel xl/worksheets/sheet1.xml staat in UTF-16 | UTF-8 | open het bestand in Excel en sla het "
        "opnieuw op als .xlsx");
}

}  // namespace
}  // namespace begroot::workbook::test
