#include "model/excel.hpp"

#include "model/small_model.hpp"

#include <gtest/gtest.h>

namespace begroot::model {

namespace {

using testing::node;
using testing::partnership;
using testing::SmallModel;

/// Names every cell by its series and year, a sum by its signs.
NodeCells named_cells(const Graph& graph) {
    const auto name = [&graph](NodeId id) {
        std::string text = graph.series[graph.nodes[id].series].name + std::to_string(graph.nodes[id].year % 100);
        for (char& c : text) c = c == '.' ? '_' : c;
        return text;
    };
    NodeCells cells;
    cells.cell = [name](NodeId id, bool unadjusted) { return name(id) + (unadjusted ? "_zonder" : ""); };
    cells.sum = [name](const std::vector<GroupTerm>& terms) {
        std::string text = "(";
        for (const GroupTerm& term : terms) text += (term.sign < 0 ? "-" : "+") + name(term.node);
        return text + ")";
    };
    cells.table = [](std::uint32_t) { return std::pair<std::string, std::string>("x", "y"); };
    return cells;
}

std::string formula(const SmallModel& model, std::string_view series, std::int32_t year) {
    const Graph graph = model.graph();
    return ExcelFormulas(model.definition, graph).of(node(graph, series, year), named_cells(graph));
}

TEST(ExcelFormulas, WriteNamesAsCellsOfTheirYear) {
    const SmallModel model = partnership();
    EXPECT_EQ(formula(model, "bekostiging", 2026), "ROUND(leerlingen25 * bedrag26,2)");
    EXPECT_EQ(formula(model, "afdracht.hoog", 2027),
              "ROUND(ROUNDUP(deelname_hoog27 * leerlingen26,0) * tarief_hoog27,2)");
    EXPECT_EQ(formula(model, "leerlingen", 2025), "");
}

TEST(ExcelFormulas, SeeTheirOwnEarlierYearWithoutAScenarioUnlessTheyAreAStock) {
    const SmallModel model = partnership();
    EXPECT_EQ(formula(model, "leerlingen", 2027), "leerlingen26_zonder * 0.99");
    EXPECT_EQ(formula(model, "eigen_vermogen", 2027), "ROUND(eigen_vermogen26 + resultaat27,2)");
}

TEST(ExcelFormulas, WriteTotalsAsSums) {
    EXPECT_EQ(formula(partnership(), "resultaat", 2026), "(+totaal_baten26-totaal_lasten26+financieel26)");
}

TEST(ExcelFormulas, WriteListsYearsAndTables) {
    SmallModel model(2025, 2027, 2025);
    model.definition.lists.push_back({"categorie", {"laag", "hoog"}, {}});
    Variable& rate = model.variable(VariableKind::driver, "tarief", "€");
    rate.lists = {"categorie"};
    SmallModel::give(rate, {"laag"}, {{2025, 1}, {2026, 2}, {2027, 3}});
    SmallModel::give(rate, {"hoog"}, {{2025, 10}, {2026, 20}, {2027, 30}});
    model.definition.tables.push_back({"staffel", "", *parse_unit("€"), *parse_unit("€"), {{0, 1}, {5, 2}}, "", {}});
    model.variable(VariableKind::calculation, "alles", "€", "som(tarief; categorie)");
    model.variable(VariableKind::calculation, "dubbel", "€", "gemiddelde(tarief * 2; categorie)");
    model.variable(VariableKind::calculation, "tot_nu", "€", "cumulatief(tarief.laag)");
    model.variable(VariableKind::calculation, "trap", "€", "opzoeken(staffel; tarief.laag)");
    EXPECT_EQ(formula(model, "alles", 2026), "(+tarief_laag26+tarief_hoog26)");
    EXPECT_EQ(formula(model, "dubbel", 2026), "(tarief_laag26 * 2 + tarief_hoog26 * 2) / 2");
    EXPECT_EQ(formula(model, "tot_nu", 2026), "(+tarief_laag25+tarief_laag26)");
    EXPECT_EQ(formula(model, "trap", 2026), "LOOKUP(tarief_laag26,x,y)");
}

}  // namespace

}  // namespace begroot::model
