#pragma once
// A small begroting-versus-werkelijk document, and what a second reader (openpyxl) sees in the file made of it.

#include "workbook/writer.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::workbook {

inline begroot::Cell text(std::string value) { return {.value = std::move(value), .formula = {}}; }
inline begroot::Cell euros(std::int64_t value) { return {.value = Money::from_euros(value), .formula = {}}; }
inline begroot::Cell cents(std::int64_t value) { return {.value = Money::from_cents(value), .formula = {}}; }
inline begroot::Cell with_formula(begroot::Cell cell, begroot::Formula formula) {
    cell.formula = std::move(formula);
    return cell;
}
inline begroot::Cell toned(begroot::Cell cell, Tone tone) {
    cell.tone = tone;
    return cell;
}
inline begroot::Cell blank() { return {}; }

/// Heads stand in row 4 of the sheet, the table's row 0 in row 5: 1 Netwerk 4.000,50 = 3.000 + 1.000,50; p.m. in row 3.
inline Table sample_table() {
    Table table;
    table.name = "Lasten 2025";
    table.title = "Begroot en werkelijk";
    table.subtitles = {"Samenwerkingsverband Voorbeeld"};
    table.columns = {{"post", "Speerpunt", ColumnKind::text},
                     {"begroot", "Begroting\n2025", ColumnKind::money},
                     {"werkelijk", "Werkelijk", ColumnKind::money},
                     {"besteed", "Besteed", ColumnKind::percent},
                     {"opmerking", "Opmerking", ColumnKind::text}};
    const auto share = [](std::size_t row, std::int64_t ppm) {
        return with_formula({.value = Rate::from_ppm(ppm), .formula = {}},
                            {CellRef{"", row, 2}, "/", CellRef{"", row, 1}});
    };
    table.rows = {
        {RowRole::group,
         0,
         {text("Netwerk"), with_formula(cents(400'050), {"SUM(", RangeRef{"", 1, 1, 2, 1}, ")"}),
          with_formula(cents(300'000), {"SUM(", RangeRef{"", 1, 2, 2, 2}, ")"}), share(0, 749'906), blank()}},
        {RowRole::body,
         1,
         {text("Arrangementen"), euros(3'000), toned(euros(-1'000), Tone::unfavourable), share(1, -333'333),
          text("=1+1")}},
        {RowRole::body,
         1,
         {text("Scholing"),
          cents(100'050),
          toned(euros(4'000), Tone::favourable),
          share(2, 3'998'001),
          {Mark{"n.v.t."}, {}}}},
        {RowRole::remainder,
         0,
         {text("Niet toegewezen"), {Mark{"p.m."}, {}}, euros(0), blank(), toned(text("stil"), Tone::muted)}},
        {RowRole::blank, 0, {}},
        {RowRole::section, 0, {text("Slot"), blank(), blank(), blank(), blank()}},
        {RowRole::total,
         0,
         {text("Totaal"), with_formula(cents(400'050), {CellRef{"", 0, 1}, "+", CellRef{"", 3, 1}}),
          with_formula(cents(300'000), {CellRef{"", 0, 2}, "+", CellRef{"", 3, 2}}), share(6, 749'906),
          with_formula(text("binnen begroting"),
                       {"IF(", CellRef{"", 6, 2}, "<=", CellRef{"", 6, 1}, ",\"binnen begroting\",\"erboven\")"})}},
    };
    table.notes = {"Bron: begroting-2025.xlsx"};
    return table;
}

/// A control sheet that points to the first one: cents, counts, days, an empty text.
inline Table control_table() {
    Table table;
    table.name = "Controle";
    table.money_style = MoneyStyle::cents;
    table.columns = {{"wat", "Wat", ColumnKind::text},
                     {"bedrag", "Bedrag", ColumnKind::money},
                     {"aantal", "Aantal", ColumnKind::count},
                     {"dag", "Dag", ColumnKind::day}};
    table.rows = {
        {RowRole::body,
         0,
         {text("Begroting"),
          with_formula(cents(400'050), {CellRef{"Lasten 2025", 6, 1}}),
          {std::int64_t{1'234}, {}},
          {Day{2025, 6, 30}, {}}}},
        {RowRole::body,
         0,
         {with_formula(blank(), {"IF(", CellRef{"", 0, 1}, "=0,\"leeg\",\"\")"}), blank(), blank(), blank()}},
    };
    return table;
}

inline Document sample_document() {
    Document document;
    document.title = "Begroting & werkelijk 2025";
    document.subject = "Voorbeeld, boekjaar 2025";
    document.tables = {sample_table(), control_table()};
    document.charts = {{"Begroot en werkelijk", "Lasten 2025", 0, {1, 2}, {0, 1, 2}}};
    return document;
}

/// A path in the test's own folder, empty at the start of each test.
inline std::filesystem::path path_for(const std::string& file) {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) /
                                         (std::string("begroot_") + test->test_suite_name() + "_" + test->name());
    std::filesystem::create_directories(folder);
    return folder / file;
}

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Runs a command and gives its output as lines.
inline std::vector<std::string> lines_of(const std::string& command, const std::filesystem::path& output) {
    EXPECT_EQ(std::system((command + " > '" + output.string() + "' 2>&1").c_str()), 0) << bytes_of(output);
    std::vector<std::string> lines;
    std::ifstream file(output);
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

/// Gives the facts that oracle_read.py tells of a workbook.
inline std::vector<std::string> facts_of(const std::filesystem::path& workbook) {
    const std::string script = std::string(BEGROOT_SOURCE_DIR) + "/tests/workbook/oracle_read.py";
    return lines_of("/usr/bin/python3 '" + script + "' '" + workbook.string() + "'",
                    workbook.parent_path() / "facts.txt");
}

/// Writes a document and gives the facts.
inline std::vector<std::string> facts_of(const Document& document) {
    const auto path = path_for("map.xlsx");
    const auto written = write_workbook(document, path, {.author = "De Vallei", .created = {2025, 6, 30}});
    EXPECT_TRUE(written.has_value()) << (written ? "" : to_text(written.error()));
    return facts_of(path);
}

}  // namespace begroot::workbook
