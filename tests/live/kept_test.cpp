// The sheets of values that no formula can give, and how they say that they no longer hold.

#include "live/exported.hpp"
#include "scenario/risk.hpp"

#include <set>
#include <string>

#include <gmock/gmock.h>

namespace begroot::live {

namespace {

using test::cell_at;
using test::Exported;
using test::sheet;
using testing::HasSubstr;

const GridCell* cell_with(const Grid& grid, const std::string& text) {
    const auto found =
        std::ranges::find_if(grid.cells, [&](const GridCell& cell) { return cell.value == GridValue(text); });
    return found == grid.cells.end() ? nullptr : &*found;
}

TEST(Kept, EveryInputIsKeptBesideWhatItIsNow) {
    Exported exported;
    exported.input.compared = std::pair(std::size_t{0}, std::size_t{1});
    const GridBook book = to_workbook(exported.input);
    std::size_t inputs = 0;
    for (const Grid& grid : book.grids) {
        if (grid.name == "Vergelijking") continue;
        for (const GridCell& cell : grid.cells) inputs += cell.role == GridRole::input ? 1 : 0;
    }
    const Grid& kept = sheet(book, "Uitgangspunten");
    std::set<std::string> links;
    for (const GridCell& cell : kept.cells) {
        if (cell.column == 5 && !cell.formula.empty()) links.insert(cell.formula);
    }
    EXPECT_EQ(links.size(), inputs);
    EXPECT_TRUE(links.contains("'Scenario''s'!B5"));
    EXPECT_EQ(cell_at(kept, 2, 1)->value, GridValue(0.0));
}

TEST(Kept, ASheetOfValuesTurnsGreyWhenAnInputChanges) {
    Exported exported;
    exported.input.compared = std::pair(std::size_t{0}, std::size_t{1});
    const GridBook book = to_workbook(exported.input);
    const Grid& grid = sheet(book, "Vergelijking");
    const GridCell* state = cell_with(grid, "actueel");
    ASSERT_NE(state, nullptr);
    EXPECT_THAT(state->formula, HasSubstr("IF(uitgangspunten_gewijzigd=0,"));
    EXPECT_TRUE(std::ranges::any_of(grid.signals, [](const GridSignal& signal) {
        return signal.tone == Tone::muted && signal.first_row == 0 && signal.last_row > 20;
    }));
}

TEST(Kept, TheStepsGoFromOneResultToTheOther) {
    Exported exported;
    exported.input.compared = std::pair(std::size_t{0}, std::size_t{1});
    const GridBook book = to_workbook(exported.input);
    const Grid& grid = sheet(book, "Vergelijking");
    ASSERT_EQ(grid.charts.size(), 1U);
    const GridChart& chart = grid.charts.front();
    const auto amount = static_cast<std::uint16_t>(chart.label_column + 1);
    const auto to = static_cast<std::uint16_t>(chart.label_column + 3);
    const double before_last = std::get<double>(cell_at(grid, chart.last_row - 1, to)->value);
    const double last = std::get<double>(cell_at(grid, chart.last_row, amount)->value);
    EXPECT_NEAR(before_last, last, 0.005);
    model::Evaluator evaluator(exported.graph);
    evaluator.set_overlay(exported.input.scenarios[1].overlay);
    EXPECT_EQ(last, evaluator.in_unit(model::testing::node(exported.graph, "resultaat", 2034)));
}

TEST(Kept, WithoutRiskAndScenariosThereIsNothingToKeep) {
    const Exported exported;
    const GridBook book = to_workbook(exported.input);
    EXPECT_TRUE(std::ranges::none_of(book.grids, [](const Grid& grid) {
        return grid.name == "Uitgangspunten" || grid.name == "Risico" || grid.name == "Vergelijking";
    }));
}

TEST(Kept, NoTwoCellsOfTheStepsShareAPlace) {
    Exported exported;
    exported.input.compared = std::pair(std::size_t{0}, std::size_t{1});
    for (const Grid& grid : to_workbook(exported.input).grids) {
        std::set<std::pair<std::uint32_t, std::uint16_t>> places;
        for (const GridCell& cell : grid.cells)
            EXPECT_TRUE(places.emplace(cell.row, cell.column).second)
                << grid.name << " " << cell.row << "," << cell.column;
    }
}

}  // namespace

}  // namespace begroot::live
