// Which cells ask for which amount: marks, names and the model's mapping; amounts that a controller can check by hand.

#include "live/fill.hpp"

#include "report/office_builder.hpp"
#include "workbook/reader.hpp"
#include "workbook/zip_builder.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace begroot::live {
namespace {

using report::test::Office;
using report::test::sample_office;

workbook::Workbook book(const std::string& rows, const std::string& names = "") {
    workbook::test::WorkbookParts parts;
    parts.workbook_inside =
        R"(<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets><definedNames>)" + names + "</definedNames>";
    parts.sheet_data = rows;
    const std::string file = workbook::test::zip(workbook::test::workbook_parts(parts));
    return workbook::read_workbook(workbook::test::bytes_of(file), "kantoor.xlsx").value();
}

std::string text_cell(const std::string& place, const std::string& text) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string row_of(int number, const std::string& cells) {
    return "<row r=\"" + std::to_string(number) + "\">" + cells + "</row>";
}

/// Writes the cells of a list: `B2 werkelijk 1.1 = 300000 via 0`, amounts in cents, and its findings.
std::string lines(const Result<FillList>& list) {
    if (!list) return to_text(list.error());
    std::string text;
    for (const FillCell& cell : list->cells) {
        text += cell_name(cell.place.row, cell.place.column) + " " + to_text(cell.ask) + " = " +
                (cell.amount ? std::to_string(cell.amount->cents()) : "leeg") + " was " + cell.before + "\n";
    }
    for (const Finding& finding : list->findings) text += finding.kind + " " + finding.place.cell + "\n";
    return text;
}

std::string fill(const workbook::Workbook& workbook, const std::vector<exchange::FillMapping>& mappings = {}) {
    const Office office = sample_office();
    return lines(find_fill_cells(workbook, {office.facts(), {.until = Month{2025, 3}}, mappings}));
}

TEST(Ask, IsReadFromAMark) {
    const auto shown = [](std::string_view text) {
        const auto ask = read_ask(text);
        return ask ? to_text(*ask) : "geen";
    };
    EXPECT_EQ(shown("werkelijk 1.1"), "werkelijk 1.1");
    EXPECT_EQ(shown("  Begroot_Tot  3.2.a   2025-08 "), "begroot_tot 3.2.a 2025-08");
    for (const char* text : {"", "werkelijk", "1.1 werkelijk", "werkelijk 1.1 augustus", "werkelijk 1.1 2025-13",
                             "uitgaven 1.1", "werkelijk 1.1 2025-08 x"})
        EXPECT_EQ(shown(text), "geen") << text;
}

TEST(Ask, IsReadFromANameOfAnyoneWhoMeansIt) {
    const auto shown = [](std::string_view text) {
        const auto ask = ask_of_name(text);
        return ask ? to_text(*ask) : "geen";
    };
    EXPECT_EQ(shown("werkelijk_1.1"), "werkelijk 1.1");
    EXPECT_EQ(shown("werkelijk_1_1"), "werkelijk 1.1");
    EXPECT_EQ(shown("BEGROOT_TOT_6.3_2025_08"), "begroot_tot 6.3 2025-08");
    EXPECT_EQ(shown("begroot_4"), "begroot 4");
    EXPECT_EQ(shown("nog_te_besteden_totaal"), "nog_te_besteden totaal");
    EXPECT_EQ(shown("prognose_niet_toegewezen"), "prognose niet_toegewezen");
    for (const char* text :
         {"werkelijk", "werkelijk_", "begroot_personeel", "verschil_tabel", "_xlnm.Print_Area", "werkelijk_1_2025_13"})
        EXPECT_EQ(shown(text), "geen") << text;
}

TEST(Fill, FindsMarksThatFillTheirCell) {
    EXPECT_EQ(
        fill(book(row_of(1, text_cell("A1", "{{werkelijk 1.1}}") + text_cell("B1", " {{begroot_tot 1.1 2025-02}} ") +
                                text_cell("C1", "{{begroot totaal}}")))),
        "A1 werkelijk 1.1 = 300000 was {{werkelijk 1.1}}\nB1 begroot_tot 1.1 2025-02 = 200000 was  {{begroot_tot 1.1 "
        "2025-02}} \nC1 begroot totaal = 1400000 was {{begroot totaal}}\n");
}

TEST(Fill, TellsOfAMarkThatItCannotRead) {
    EXPECT_EQ(fill(book(row_of(1, text_cell("A1", "t/m: {{werkelijk 1.1}}") +
                                      text_cell("B1", "{{werkelijk 1.1}}{{werkelijk 1.2}}") +
                                      text_cell("C1", "{{x 1.1}}") + text_cell("D1", "{{")))),
              "vul_merk_onleesbaar A1\nvul_merk_onleesbaar B1\nvul_merk_onleesbaar C1\nvul_merk_onleesbaar D1\n");
    EXPECT_EQ(
        fill(book(row_of(1, text_cell("A1", "{{werkelijk 9.9}}") + text_cell("B1", "{{werkelijk 1.1 2024-01}}")))),
        "vul_code_onbekend A1\nvul_maand_onbekend B1\n");
}

TEST(Fill, LeavesACellEmptyWhereTheTableHasNoAmount) {
    EXPECT_EQ(fill(book(row_of(1, text_cell("A1", "{{begroot 1.2}}") + text_cell("B1", "{{werkelijk 1.2}}")))),
              "A1 begroot 1.2 = leeg was {{begroot 1.2}}\nB1 werkelijk 1.2 = 4000 was {{werkelijk "
              "1.2}}\nvul_geen_bedrag A1\n");
}

TEST(Fill, FindsNamesThatPointAtOneCell) {
    const std::string names =
        R"(<definedName name="werkelijk_1.1">Blad1!$B$2</definedName><definedName name="werkelijk_1.2">'Blad1'!$C$2:$C$3</definedName>)"
        R"(<definedName name="werkelijk_9">Blad1!$D$2</definedName><definedName name="begroot_anders">Blad1!$E$2</definedName>)";
    EXPECT_EQ(fill(book(row_of(2, R"(<c r="B2"><v>12.5</v></c>)"), names)),
              "B2 werkelijk 1.1 = 300000 was 12,50\nvul_naam_geen_cel \nvul_code_onbekend D2\n");
}

TEST(Fill, FollowsTheMappingOfTheModel) {
    const std::string rows =
        row_of(2, text_cell("A2", "Code") + text_cell("B2", "Omschrijving") + text_cell("C2", "Werkelijk t/m")) +
        row_of(3, text_cell("A3", "1.1 Aanbod")) + row_of(4, R"(<c r="A4"><v>1.2</v></c><c r="C4"><v>3</v></c>)") +
        row_of(5, text_cell("A5", "Subtotaal")) + row_of(6, text_cell("A6", "Netwerk"));
    exchange::FillMapping mapping;
    mapping.sheet = "blad1";
    mapping.key_head = "code";
    mapping.columns = {{"Werkelijk t/m", "werkelijk"}};
    mapping.rows = {{"Netwerk", "2.1"}, {"Elders", "1"}};
    EXPECT_EQ(fill(book(rows), {mapping}),
              "C3 werkelijk 1.1 = 300000 was \nC4 werkelijk 1.2 = 4000 was 3\nC6 werkelijk 2.1 = 50000 was "
              "\nvul_rij_ontbreekt \n");
    mapping.columns = {{"Werkelijk", "werkelijk"}, {"Omschrijving", "uitgaven"}};
    EXPECT_EQ(fill(book(rows), {mapping}), "vul_bedrag_onbekend \nvul_kop_ontbreekt \n");
    mapping.sheet = "Blad2";
    mapping.columns = {{"Omschrijving", "begroot"}};
    EXPECT_EQ(fill(book(rows), {mapping}), "vul_blad_ontbreekt \n");
}

TEST(Fill, AsksOneThingOfACell) {
    const std::string names = R"(<definedName name="werkelijk_1.1">Blad1!$A$1</definedName>)";
    EXPECT_EQ(fill(book(row_of(1, text_cell("A1", "{{werkelijk 1.1}}")), names)),
              "A1 werkelijk 1.1 = 300000 was {{werkelijk 1.1}}\n");
    EXPECT_EQ(fill(book(row_of(1, text_cell("A1", "{{begroot 1.1}}")), names)),
              "A1 begroot 1.1 = 1200000 was {{begroot 1.1}}\nvul_twee_keer_gevraagd A1\n");
}

TEST(Fill, GivesAmountsInEuros) {
    const Office office = sample_office();
    const auto list = find_fill_cells(book(row_of(1, text_cell("A1", "{{werkelijk zonder_regel}}"))),
                                      {office.facts(), {.until = Month{2025, 3}}, {}});
    ASSERT_TRUE(list);
    const auto writes = writes_of(*list);
    ASSERT_EQ(writes.size(), 1);
    EXPECT_EQ(std::get<double>(writes[0].value), 7.0);
    EXPECT_EQ(to_document(*list, {true}, book("")).tables.at(0).rows.size(), 1);
}

TEST(Fill, RefusesAMonthOutsideTheBookYear) {
    const Office office = sample_office();
    EXPECT_FALSE(find_fill_cells(book(""), {office.facts(), {.until = Month{2024, 3}}, {}}));
}

}  // namespace
}  // namespace begroot::live
