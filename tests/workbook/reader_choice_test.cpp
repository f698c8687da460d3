// Reading only what is needed: which cells of which rows stay when a column choice is made.

#include "reading.hpp"

#include <string>
#include <vector>

namespace begroot::workbook::test {
namespace {

constexpr std::uint32_t rows = 70;

/// A sheet with a key in B, a relation in A and C, and an amount in D; row 66 has no key.
WorkbookParts ledger(const std::string& end = "") {
    WorkbookParts parts;
    for (std::uint32_t row = 1; row <= rows; ++row) {
        const std::string number = std::to_string(row);
        parts.sheet_data += "<row r=\"" + number + "\"><c r=\"A" + number + "\"><v>7</v></c>";
        if (row != 66) parts.sheet_data += "<c r=\"B" + number + "\" t=\"str\"><v>4010</v></c>";
        parts.sheet_data += "<c r=\"C" + number + R"(" t="inlineStr"><is><t>Relatie</t></is></c><c r="D)" + number +
                            "\"><f>A" + number + "</f><v>7</v></c></row>";
    }
    parts.sheet_data += end;
    return parts;
}

ReadOptions choosing(std::optional<ColumnChoice> choice) {
    ReadOptions options;
    options.choose_columns = [choice](const Sheet&) { return choice; };
    return options;
}

std::string row_text(const Sheet& sheet, std::uint32_t row) {
    std::string text;
    for (const Cell& cell : sheet.cells.row(row - 1)) text += to_line(cell) + "; ";
    return text;
}

TEST(ColumnChoice, KeepsOnlyTheChosenColumnsOfRowsWithAKey) {
    const auto book = read(ledger(), choosing(ColumnChoice{{false, true, false, true}, 1}));
    ASSERT_TRUE(book) << to_text(book.error());
    const Sheet& sheet = book->sheets[0];
    EXPECT_EQ(row_text(sheet, 64), "A64 getal 7; B64 tekst 4010; C64 tekst Relatie; D64 getal 7 formule; ");
    EXPECT_EQ(row_text(sheet, 65), "B65 tekst 4010; D65 getal 7 formule; ");
    EXPECT_EQ(row_text(sheet, 66), "A66 getal 7; C66 tekst Relatie; D66 getal 7 formule; ");
    EXPECT_EQ(row_text(sheet, 70), "B70 tekst 4010; D70 getal 7 formule; ");
    EXPECT_EQ(sheet.cells_dropped, 10U);
    EXPECT_EQ(sheet.rows_seen, rows);
    EXPECT_EQ(sheet.formulas.size(), rows);
}

TEST(ColumnChoice, KeepsNothingMoreWhenNoColumnIsKept) {
    const auto book = read(ledger(), choosing(ColumnChoice{{}, 0}));
    ASSERT_TRUE(book) << to_text(book.error());
    EXPECT_EQ(book->sheets[0].cells.row_count(), 64U);
    EXPECT_EQ(book->sheets[0].rows_seen, rows);
    EXPECT_EQ(book->sheets[0].cells_dropped, 6U * 4 - 1);
}

TEST(ColumnChoice, StillChecksWhatItDrops) {
    const std::string bad = R"(<row r="71"><c r="B71"><v>1</v></c><c r="C71"><v>12,5</v></c></row>)";
    for (const auto& kept : {std::vector<bool>{false, true}, std::vector<bool>{}}) {
        const auto book = read(ledger(bad), choosing(ColumnChoice{kept, 1}));
        ASSERT_FALSE(book);
        EXPECT_EQ(to_text(book.error().place), "begroting.xlsx, blad Blad1, cel C71");
    }
}

TEST(ColumnChoice, KeepsARowWholeWhoseKeyIsBlankAnErrorOrNotComputed) {
    std::string end;
    for (const char* key :
         {R"(t="str"><v>  </v>)", R"(t="e"><v>#N/A</v>)", "><f>A1</f>", R"(t="str"><f>A1</f><v></v>)"}) {
        const std::string number = std::to_string(71 + std::count(end.begin(), end.end(), 'w') / 2);
        end += "<row r=\"" + number + "\"><c r=\"A" + number + "\"><v>1</v></c><c r=\"B" + number + "\" " + key +
               "</c><c r=\"C" + number + "\"><v>2</v></c></row>";
    }
    const auto book = read(ledger(end), choosing(ColumnChoice{{false, true}, 1}));
    ASSERT_TRUE(book) << to_text(book.error());
    for (std::uint32_t row = 71; row <= 74; ++row) EXPECT_EQ(book->sheets[0].cells.row(row - 1).size(), 3U) << row;
}

TEST(ColumnChoice, IsAskedOnceAfterSixtyFourRowsOrAtTheEnd) {
    std::vector<std::uint32_t> seen;
    ReadOptions options;
    options.choose_columns = [&seen](const Sheet& sheet) {
        seen.push_back(sheet.cells.row_count());
        EXPECT_EQ(sheet.source->sheet, "Blad1");
        return std::optional<ColumnChoice>();
    };
    ASSERT_TRUE(read(ledger(), options));
    WorkbookParts small;
    small.sheet_data = R"(<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>)";
    ASSERT_TRUE(read(small, options));
    EXPECT_EQ(seen, (std::vector<std::uint32_t>{64, 3}));
}

TEST(ColumnChoice, KeepsAllWithoutAnAnswer) {
    const auto book = read(ledger(), choosing(std::nullopt));
    ASSERT_TRUE(book) << to_text(book.error());
    EXPECT_EQ(book->sheets[0].cells_dropped, 0U);
    EXPECT_EQ(book->sheets[0].cells.size(), rows * 4 - 1);
}

TEST(ColumnChoice, KeepsTheMasterOfASharedFormulaWhoseCellIsDropped) {
    const std::string end =
        R"(<row r="71"><c r="B71"><v>1</v></c><c r="C71"><f t="shared" ref="C71:D71" si="3">B71*2</f><v>2</v></c>)"
        R"(<c r="D71"><f t="shared" si="3"/><v>4</v></c></row>)"
        R"(<row r="72"><c r="A72"><f t="shared" ref="A72:D72" si="4">7</f><v>7</v></c><c r="B72"><v>1</v></c>)"
        R"(<c r="C72"><f t="shared" si="4"/><v>7</v></c><c r="D72"><f t="shared" si="4"/><v>7</v></c></row>)";
    const auto book = read(ledger(end), choosing(ColumnChoice{{false, true, false, true}, 1}));
    ASSERT_TRUE(book) << to_text(book.error());
    const Sheet& sheet = book->sheets[0];
    ASSERT_EQ(sheet.formulas.size(), rows + 4U);
    for (const std::size_t member : {rows + 1U, rows + 3U}) {
        const Formula& formula = sheet.formulas[member];
        EXPECT_EQ(cell_name(formula.row, formula.column), member == rows + 1U ? "D71" : "D72");
        ASSERT_NE(formula.master, Formula::no_master);
        EXPECT_EQ(sheet.formulas[formula.master].text, member == rows + 1U ? "B71*2" : "7");
    }
}

}  // namespace
}  // namespace begroot::workbook::test
