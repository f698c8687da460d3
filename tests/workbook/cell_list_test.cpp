// Cells in sixteen bytes and the list that keeps them: every row is found, wherever blocks begin.

#include "workbook/detail/cell_list.hpp"

#include "workbook/cell.hpp"
#include "workbook/detail/text_arena.hpp"

#include <iterator>
#include <ostream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace begroot::workbook::test {
namespace {

TEST(CellValue, ComesBackAsItWentIn) {
    const Cell number = Cell::of_number(Cell::rows_max - 1, Cell::columns_max - 1, -1234.56, true);
    EXPECT_EQ(number.row(), Cell::rows_max - 1);
    EXPECT_EQ(number.column(), Cell::columns_max - 1);
    EXPECT_EQ(number.kind(), CellKind::number);
    EXPECT_TRUE(number.is_formula());
    EXPECT_EQ(number.number(), -1234.56);
    EXPECT_EQ(number.text(), "");
    EXPECT_EQ(Cell::of_date(1, 2, 45292.5).number(), 45292.5);
    EXPECT_EQ(Cell::of_boolean(1, 2, true).number(), 1.0);
    EXPECT_EQ(Cell::of_error(1, 2, "#N/A").text(), "#N/A");
    EXPECT_EQ(Cell::of_empty(1, 2).kind(), CellKind::empty);
    EXPECT_EQ(Cell::of_not_computed(1, 2).kind(), CellKind::not_computed);
    EXPECT_FALSE(Cell::of_text(1, 2, "a").is_formula());
}

TEST(CellValue, KeepsATextOfAnyLength) {
    detail::TextArena arena;
    for (const std::size_t length : {std::size_t{0}, std::size_t{1}, Cell::short_text_max - 1, Cell::short_text_max,
                                     Cell::short_text_max + 1, std::size_t{1} << 20}) {
        const std::string text(length, 'x');
        EXPECT_EQ(Cell::of_text(0, 0, arena.keep(text)).text(), text) << length;
    }
}

TEST(CellValueDeathTest, HasNoNumberWhenItIsAText) {
    const Cell text = Cell::of_text(0, 0, "12");
    EXPECT_DEATH((void)text.number(), "cel zonder getal");
    EXPECT_DEATH((void)Cell::of_number(0, Cell::columns_max, 1.0), "cel buiten het blad");
    EXPECT_DEATH((void)Cell::of_number(Cell::rows_max, 0, 1.0), "cel buiten het blad");
}

TEST(CellListDeathTest, TakesCellsInOrderOnly) {
    CellList cells;
    cells.push_back(Cell::of_number(3, 3, 1.0));
    EXPECT_DEATH(cells.push_back(Cell::of_number(3, 3, 1.0)), "niet op volgorde");
    EXPECT_DEATH(cells.push_back(Cell::of_number(2, 9, 1.0)), "niet op volgorde");
}

TEST(CellList, IsEmptyAtFirst) {
    const CellList cells;
    EXPECT_TRUE(cells.empty());
    EXPECT_EQ(cells.begin(), cells.end());
    EXPECT_EQ(cells.row_count(), 0U);
    EXPECT_TRUE(cells.row(0).empty());
    EXPECT_EQ(cells.find(0, 0), nullptr);
    for (const auto row : cells.rows()) FAIL() << row.size();
}

/// How the rows of a list are spread and filled.
struct Shape {
    const char* name;
    std::uint32_t rows;
    std::uint32_t gap_max;
    std::uint32_t width_max;
};

void PrintTo(const Shape& shape, std::ostream* out) { *out << shape.name; }

class CellListOf : public testing::TestWithParam<Shape> {};

TEST_P(CellListOf, FindsEveryRowAndCell) {
    const Shape shape = GetParam();
    std::mt19937 random(20250101);
    const auto pick = [&random](std::uint32_t max) {
        return std::uniform_int_distribution<std::uint32_t>(1, max)(random);
    };
    CellList cells;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> expected;  // row and its width
    std::uint32_t row = 0;
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < shape.rows; ++i) {
        row += pick(shape.gap_max);
        const std::uint32_t width = i % 1000 == 999 ? Cell::columns_max : pick(shape.width_max);
        for (std::uint32_t column = 0; column < width; ++column) cells.push_back(Cell::of_number(row, column, column));
        expected.emplace_back(row, width);
        count += width;
    }
    EXPECT_EQ(cells.size(), count);
    EXPECT_EQ(cells.row_count(), row + 1);
    std::size_t seen = 0;
    for (const Cell& cell : cells) seen += cell.number() == cell.column() ? 1U : 0U;
    EXPECT_EQ(seen, count);
    auto next = expected.begin();
    for (const auto cells_of_row : cells.rows()) {
        ASSERT_EQ(cells_of_row.front().row(), next->first);
        ASSERT_EQ(cells_of_row.size(), next->second);
        ++next;
    }
    EXPECT_EQ(next, expected.end());
    std::uint32_t before = 0;
    for (const auto& [number, width] : expected) {
        ASSERT_EQ(cells.row(number).size(), width) << number;
        ASSERT_EQ(cells.row(number - 1).empty(), before == 0 || before + 1 < number) << number;
        ASSERT_EQ((*cells.rows(before + 1).begin()).front().row(), number);
        ASSERT_EQ(cells.find(number, width - 1)->column(), width - 1);
        ASSERT_EQ(cells.find(number, width), nullptr);
        before = number;
    }
    EXPECT_TRUE(cells.row(row + 1).empty());
    EXPECT_EQ(cells.rows(row + 1).begin(), cells.rows(row + 1).end());
}

INSTANTIATE_TEST_SUITE_P(All, CellListOf,
                         testing::Values(Shape{"even", 20'000, 1, 12}, Shape{"small", 30, 1, 4}, Shape{"one", 1, 1, 1},
                                         Shape{"sparse", 20'000, 100'000, 3}, Shape{"wide", 60, 2, 16'384}),
                         [](const auto& shape) { return shape.param.name; });

TEST(CellList, FindsRowsThatLieUnevenly) {
    CellList cells;
    for (std::uint32_t row = 0; row < 50'000; ++row) cells.push_back(Cell::of_number(row, 0, row));
    for (std::uint32_t row = Cell::rows_max - 50'000; row < Cell::rows_max; ++row)
        cells.push_back(Cell::of_number(row, 0, row));
    for (const std::uint32_t row : {0U, 1U, 49'999U, Cell::rows_max - 50'000, Cell::rows_max - 1}) {
        ASSERT_NE(cells.find(row, 0), nullptr) << row;
        EXPECT_EQ(cells.find(row, 0)->number(), row);
    }
    EXPECT_EQ(cells.find(50'000, 0), nullptr);
    EXPECT_EQ(cells.find(Cell::rows_max - 50'001, 0), nullptr);
}

TEST(CellList, LetsGoOfRowsThatArePassed) {
    constexpr std::uint32_t rows = 300'000;  // two blocks of the largest size, and smaller ones before them
    CellList cells;
    for (std::uint32_t row = 0; row < rows; ++row) cells.push_back(Cell::of_number(row, 0, row));
    std::size_t size = cells.size();
    bool less = false;
    for (std::uint32_t kept = 0; kept < rows; kept += 10'000) {
        const Cell* const where = cells.find(kept, 0);
        cells.drop_before(kept);
        ASSERT_EQ(cells.find(kept, 0), where) << kept;
        EXPECT_EQ(static_cast<std::size_t>(std::distance(cells.begin(), cells.end())), cells.size());
        EXPECT_EQ((*cells.rows(kept).begin()).front().row(), kept);
        EXPECT_EQ(cells.row_count(), rows);
        less = less || cells.size() < size;
        size = cells.size();
    }
    EXPECT_TRUE(less);
    EXPECT_LT(size, rows / 2);
    cells.drop_before(rows);
    EXPECT_TRUE(cells.empty());
    cells.push_back(Cell::of_number(rows, 0, 1.0));
    EXPECT_EQ(cells.size(), 1U);
    EXPECT_EQ(cells.front().row(), rows);
}

TEST(CellList, IsCopiedAndMovedAsAValue) {
    CellList cells;
    for (std::uint32_t row = 0; row < 1000; ++row) cells.push_back(Cell::of_number(row, 0, row));
    CellList copy = cells;
    CellList moved = std::move(cells);
    moved.push_back(Cell::of_number(1000, 0, 1.0));
    copy.push_back(Cell::of_number(1000, 0, 2.0));
    EXPECT_EQ(moved.find(1000, 0)->number(), 1.0);
    EXPECT_EQ(copy.find(1000, 0)->number(), 2.0);
    EXPECT_EQ(copy.size(), moved.size());
}

}  // namespace
}  // namespace begroot::workbook::test
