// A long list in a workbook: every cell comes back, texts are kept once as far as there is room, and all else stays.

#include "workbook/detail/list_join.hpp"
#include "workbook/detail/list_rows.hpp"
#include "workbook/detail/text_pool.hpp"
#include "workbook/writer.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::workbook {

namespace {

using testing::HasSubstr;
using writing::TextPool;

/// Writes the rows of a list of one column.
std::string rows_of(ListKind kind, const std::vector<ListValue>& column, TextPool& pool) {
    GridList list;
    list.first_row = 1;
    list.columns = {kind};
    list.rows = static_cast<std::uint32_t>(column.size());
    list.fill = [&column](std::uint32_t row, std::span<ListValue> values) { values[0] = column[row]; };
    std::string xml;
    const std::vector<std::string> styles{"7"};
    writing::write_rows(list, styles, pool, [&xml](std::string_view piece) { xml += piece; });
    return xml;
}

TEST(ListRows, WriteCentsAsEurosToTheCent) {
    TextPool pool(0);
    const std::vector<ListValue> values{{"", 5, false}, {"", -100'050, false}, {"", 0, true}, {"", INT64_MIN, false}};
    EXPECT_EQ(rows_of(ListKind::cents, values, pool),
              R"(<row r="2"><c r="A2" s="7"><v>0.05</v></c></row><row r="3"><c r="A3" s="7"><v>-1000.50</v></c></row>)"
              R"(<row r="4"><c r="A4" s="7"/></row><row r="5"><c r="A5" s="7"><v>-92233720368547758.08</v></c></row>)");
}

TEST(ListRows, KeepARepeatedTextOnceAndAnyOtherInItsCell) {
    TextPool pool(3);
    const std::vector<ListValue> values{{"KP100", 0, false}, {"KP200", 0, false}, {"KP100", 0, false}};
    EXPECT_THAT(rows_of(ListKind::repeated, values, pool), HasSubstr(R"(<c r="A4" s="7" t="s"><v>3</v></c>)"));
    EXPECT_EQ(pool.uses(), 3U);
    EXPECT_THAT(rows_of(ListKind::text, values, pool),
                HasSubstr(R"(<c r="A2" s="7" t="inlineStr"><is><t>KP100</t></is></c>)"));
}

TEST(ListRows, MakeAnyTextLegal) {
    TextPool pool(0);
    const std::vector<ListValue> values{{"a<b & c>", 0, false},
                                        {" rand", 0, false},
                                        {"\x01"
                                         "ï\xFF",
                                         0, false}};
    const std::string xml = rows_of(ListKind::text, values, pool);
    EXPECT_THAT(xml, HasSubstr("<t>a&lt;b &amp; c&gt;</t>"));
    EXPECT_THAT(xml, HasSubstr(R"(<t xml:space="preserve"> rand</t>)"));
    EXPECT_THAT(xml, HasSubstr(">ï\xEF\xBF\xBD</t>"));
}

TEST(TextPool, GivesTextsNoNumberOnceItIsFull) {
    TextPool pool(0);
    std::uint32_t kept = 0;
    for (int i = 0; i < 30'000; ++i) kept += pool.number_of("tekst " + std::to_string(i)) ? 1U : 0U;
    EXPECT_EQ(kept, 20'000U);
    EXPECT_TRUE(pool.number_of("tekst 7").has_value());
    EXPECT_EQ(pool.uses(), 20'001U);
}

TEST(TextPool, AddsItsTextsToTheTable) {
    TextPool pool(1);
    ASSERT_TRUE(pool.number_of("x & y").has_value());
    EXPECT_EQ(pool.with_texts(R"(<sst count="4" uniqueCount="1"><si><t>a</t></si></sst>)"),
              R"(<sst count="5" uniqueCount="2"><si><t>a</t></si><si><t>x &amp; y</t></si></sst>)");
    EXPECT_FALSE(writing::count_shared("<sst/>").has_value());
}

TEST(SheetFrame, SplitsASheetAroundTheRowOfFormats) {
    GridList list;
    list.first_row = 1;
    list.columns = {ListKind::text, ListKind::cents};
    list.rows = 100;
    const auto frame = writing::frame_of(
        R"(<worksheet><dimension ref="A1:B2"/><sheetData><row r="1"/><row r="2"><c r="A2" s="3"/><c r="B2" s="12"/></row></sheetData></worksheet>)",
        list);
    ASSERT_TRUE(frame.has_value());
    EXPECT_EQ(frame->head, R"(<worksheet><dimension ref="A1:B101"/><sheetData><row r="1"/>)");
    EXPECT_EQ(frame->tail, "</sheetData></worksheet>");
    EXPECT_THAT(frame->styles, testing::ElementsAre("3", "12"));
    EXPECT_FALSE(writing::frame_of("<worksheet/>", list).has_value());
}

GridBook book_with_list(std::uint32_t rows) {
    Grid grid;
    grid.name = "Mutaties";
    grid.cells = {{0, 0, std::string("Regel"), "", GridRole::head, {}, 0},
                  {0, 1, std::string("Bedrag"), "", GridRole::head, {}, 0}};
    grid.list = {1, {ListKind::repeated, ListKind::cents}, rows, [](std::uint32_t row, std::span<ListValue> values) {
                     values[0].text = row % 2 == 0 ? "doel 1.1" : "doel 1.2";
                     values[1].number = row + 1;
                 }};
    Grid total;
    total.name = "Totaal";
    total.cells = {{0, 0, rows * (rows + 1) / 200.0, "SUM(Mutaties!B2:B" + std::to_string(rows + 1) + ")"}};
    GridBook book;
    book.title = "Proef";
    book.grids.push_back(std::move(grid));
    book.grids.push_back(std::move(total));
    return book;
}

std::string bytes_at(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(ListWriter, TheSameInputGivesTheSameBytesAndOpenpyxlSeesEveryCell) {
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir());
    const auto first = folder / "lijst-1.xlsx";
    const auto second = folder / "lijst-2.xlsx";
    const GridBook book = book_with_list(1'000);
    ASSERT_TRUE(write_workbook(book, first).has_value());
    ASSERT_TRUE(write_workbook(book, second).has_value());
    EXPECT_EQ(bytes_at(first), bytes_at(second));
    const std::string script =
        "import openpyxl,sys; s=openpyxl.load_workbook(sys.argv[1])['Mutaties']; "
        "assert s.max_row==1001, s.max_row; assert s.auto_filter.ref=='A1:B1001', s.auto_filter.ref; "
        "assert all(r[0].value==('doel 1.1' if i%2==0 else 'doel 1.2') and round(r[1].value*100)==i+1 "
        "and r[1].number_format=='#,##0.00' for i,r in enumerate(s.iter_rows(min_row=2)))";
    EXPECT_EQ(std::system(("/usr/bin/python3 -c \"" + script + "\" " + first.string()).c_str()), 0);
}

TEST(ListWriter, AListBeyondASheetIsRefused) {
    const auto path = std::filesystem::path(testing::TempDir()) / "te-lang.xlsx";
    const auto written = write_workbook(book_with_list(1'048'576), path);
    ASSERT_FALSE(written.has_value());
    EXPECT_THAT(to_text(written.error()), HasSubstr("blad Mutaties: de lijst telt 1.048.576 rijen"));
    EXPECT_THAT(to_text(written.error()), HasSubstr("hooguit 1.048.575 rijen"));
    EXPECT_THAT(to_text(written.error()), HasSubstr("Neem een grootboek met minder boekingen"));
}

TEST(ListWriter, AnEmptyListIsOnlyItsHeads) {
    const auto path = std::filesystem::path(testing::TempDir()) / "leeg.xlsx";
    EXPECT_TRUE(write_workbook(book_with_list(0), path).has_value());
}

}  // namespace

}  // namespace begroot::workbook
