#pragma once
// A partnership with two scenarios, ready to be exported, and the cells of what comes out.

#include "live/export.hpp"
#include "model/small_model.hpp"

#include <algorithm>
#include <string_view>

namespace begroot::live::test {

/// One scenario changes a driver and a line, one shifts an index.
struct Exported {
    model::testing::SmallModel model = model::testing::partnership();
    model::Graph graph = model.graph();
    ExportInput input;

    Exported() {
        using model::NodeChange;
        model::Overlay fewer;
        model::Overlay later;
        for (std::int32_t year = 2026; year <= 2034; ++year) {
            fewer.changes[model::testing::node(graph, "leerlingen", year)] = {
                {NodeChange::Kind::multiply, 0.95, model::no_node}};
            fewer.changes[model::testing::node(graph, "staf", year)] = {
                {NodeChange::Kind::add, 10000, model::no_node}, {NodeChange::Kind::cap, 320000, model::no_node}};
        }
        later.changes[model::testing::node(graph, "index", 2027)] = {
            {NodeChange::Kind::shift, 0, model::testing::node(graph, "index", 2026)}};
        input.definition = &model.definition;
        input.graph = &graph;
        input.scenarios = {{"basis", "Het model zelf", "", {}},
                           {"minder", "Minder leerlingen", "", fewer},
                           {"later", "Index een jaar later", "", later}};
        input.organisation = "Voorbeeld";
        input.title = "Meerjarenbegroting";
        input.model_file = "proef.toml";
        input.version = "0";
    }
};

inline const Grid& sheet(const GridBook& book, std::string_view name) {
    return *std::ranges::find(book.grids, name, &Grid::name);
}

inline const GridCell* cell_at(const Grid& grid, std::uint32_t row, std::uint16_t column) {
    const auto found = std::ranges::find_if(
        grid.cells, [&](const GridCell& cell) { return cell.row == row && cell.column == column; });
    return found == grid.cells.end() ? nullptr : &*found;
}

}  // namespace begroot::live::test
