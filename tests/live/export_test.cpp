#include "live/export.hpp"

#include "live/exported.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>

namespace begroot::live {

namespace {

using test::Exported;
using test::sheet;
using testing::HasSubstr;

const GridCell& cell_of(const GridBook& book, const LiveMap& map, std::string_view series, std::int32_t year) {
    const auto row = *std::ranges::find(map.rows, series, &LiveRow::series);
    const auto column = static_cast<std::uint16_t>(map.first_column + (year - map.first_year));
    const Grid& grid = sheet(book, row.sheet);
    return *std::ranges::find_if(grid.cells,
                                 [&](const GridCell& cell) { return cell.row == row.row && cell.column == column; });
}

TEST(Export, EveryFigureIsAFormulaOrAnInputWithTheValueOfTheEngine) {
    const Exported exported;
    const GridBook book = to_workbook(exported.input);
    const LiveMap map = map_of(exported.input);
    const model::Evaluator evaluator(exported.graph);
    std::size_t formulas = 0;
    for (const LiveRow& row : map.rows) {
        const auto series = *exported.graph.find_series(row.series);
        for (std::int32_t year = 2025; year <= 2034; ++year) {
            const model::NodeId node = exported.graph.node_of(series, year);
            if (node == model::no_node) continue;
            const GridCell& cell = cell_of(book, map, row.series, year);
            EXPECT_EQ(std::get<double>(cell.value), evaluator.in_unit(node)) << row.series << year;
            EXPECT_EQ(cell.formula.empty(), cell.role == GridRole::input) << row.series << year;
            if (!cell.formula.empty()) ++formulas;
        }
    }
    EXPECT_GT(formulas, 200U);
}

TEST(Export, AFormulaReadsLikeTheModel) {
    const Exported exported;
    const GridBook book = to_workbook(exported.input);
    const LiveMap map = map_of(exported.input);
    EXPECT_EQ(cell_of(book, map, "bekostiging", 2026).formula, "ROUND('Aannames'!F5 * 'Aannames'!G9,2)");
    EXPECT_THAT(cell_of(book, map, "totaal_baten", 2026).formula, testing::StartsWith("SUM("));
    EXPECT_THAT(cell_of(book, map, "resultaat", 2026).formula, HasSubstr(")-SUM("));
}

TEST(Export, AScenarioChangesAFigureBesideItsOwnRowWithoutIt) {
    const Exported exported;
    const GridBook book = to_workbook(exported.input);
    const LiveMap map = map_of(exported.input);
    EXPECT_EQ(cell_of(book, map, "leerlingen", 2026).formula, "IF(scenario_nr=2,G6*'Scenario''s'!$G$14,G6)");
    const std::string& staff = cell_of(book, map, "staf", 2026).formula;
    EXPECT_THAT(staff, HasSubstr("MIN("));
    EXPECT_THAT(staff, testing::EndsWith(",2)"));
    EXPECT_THAT(cell_of(book, map, "index", 2027).formula, HasSubstr("IF(scenario_nr=3,"));
}

TEST(Export, ShowsTheChosenScenario) {
    Exported exported;
    exported.input.chosen = 1;
    const GridBook book = to_workbook(exported.input);
    const LiveMap map = map_of(exported.input);
    model::Evaluator evaluator(exported.graph);
    evaluator.set_overlay(exported.input.scenarios[1].overlay);
    const model::NodeId node = model::testing::node(exported.graph, "eigen_vermogen", 2034);
    EXPECT_EQ(std::get<double>(cell_of(book, map, "eigen_vermogen", 2034).value), evaluator.in_unit(node));
}

TEST(Export, NoTwoCellsShareAPlace) {
    const Exported exported;
    for (const Grid& grid : to_workbook(exported.input).grids) {
        std::set<std::pair<std::uint32_t, std::uint16_t>> places;
        for (const GridCell& cell : grid.cells)
            EXPECT_TRUE(places.emplace(cell.row, cell.column).second)
                << grid.name << " " << cell.row << "," << cell.column;
    }
}

}  // namespace

}  // namespace begroot::live
