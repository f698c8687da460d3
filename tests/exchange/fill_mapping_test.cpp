// Rows by their key and columns by their head, in a sheet of the office's own.

#include "exchange/fill_mapping.hpp"

#include "workbook/reader.hpp"
#include "workbook/zip_builder.hpp"

#include <string>

#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

std::string cell(const std::string& place, const std::string& text) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string found(const FillMapping& mapping, const std::string& rows) {
    workbook::test::WorkbookParts parts;
    parts.sheet_data = rows;
    const std::string file = workbook::test::zip(workbook::test::workbook_parts(parts));
    const auto book = workbook::read_workbook(workbook::test::bytes_of(file), "kantoor.xlsx").value();
    Findings findings;
    std::string text;
    for (const MappedCell& one : find_mapped_cells(book, mapping, findings))
        text += cell_name(one.place.row, one.place.column) + " " + one.amount + " " + one.code +
                (one.named ? " genoemd\n" : "\n");
    for (const Finding& finding : findings) text += finding.kind + ": " + finding.found + "\n";
    return text;
}

FillMapping mapping() {
    FillMapping made;
    made.sheet = "Blad1";
    made.key_head = "Code";
    made.columns = {{"Begroot", "begroot"}, {"Werkelijk", "werkelijk"}};
    return made;
}

const std::string heads_in_row_3 =
    "<row r=\"3\">" + cell("A3", "Code") + cell("C3", "Werkelijk") + cell("D3", "begroot ") + "</row>";

TEST(FillMapping, FindsTheRowOfHeadsAndTheCellsBelowIt) {
    const std::string rows = "<row r=\"1\">" + cell("A1", "Code") + "</row>" + heads_in_row_3 + "<row r=\"4\">" +
                             cell("A4", "1.1") + "</row><row r=\"5\">" + cell("C5", "x") + "</row>";
    EXPECT_EQ(found(mapping(), rows), "D4 begroot 1.1\nC4 werkelijk 1.1\n");
}

TEST(FillMapping, TakesTheRowOfHeadsThatTheModelNames) {
    FillMapping named = mapping();
    named.header_row = 3;
    EXPECT_EQ(found(named, heads_in_row_3), "");
    named.header_row = 2;
    EXPECT_EQ(found(named, heads_in_row_3), "vul_kop_ontbreekt: kop \"Code\" is er niet\n");
}

TEST(FillMapping, NamesTheHeadThatIsMissing) {
    FillMapping other = mapping();
    other.columns.push_back({"Prognose", "prognose"});
    EXPECT_EQ(found(other, heads_in_row_3), "vul_kop_ontbreekt: kop \"Prognose\" is er niet\n");
    other.key_head = "Doel";
    EXPECT_EQ(found(other, heads_in_row_3), "vul_kop_ontbreekt: kop \"Doel\" is er niet\n");
}

TEST(FillMapping, GivesARowThatTheModelNamesItsCode) {
    FillMapping named = mapping();
    named.columns.resize(1);
    named.rows = {{"netwerk", "2"}, {"Weg", "3"}};
    EXPECT_EQ(found(named, heads_in_row_3 + "<row r=\"4\">" + cell("A4", "Netwerk") + "</row>"),
              "D4 begroot 2 genoemd\nvul_rij_ontbreekt: rij \"Weg\" is er niet\n");
}

}  // namespace
}  // namespace begroot::exchange
