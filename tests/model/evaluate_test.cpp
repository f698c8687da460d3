#include "model/evaluate.hpp"

#include "model/small_model.hpp"

#include <cmath>
#include <random>

namespace begroot::model {

namespace {

using testing::node;
using testing::partnership;
using testing::SmallModel;

/// Computes one formula with x = 1200,5 (€) and n = 7 (€).
double outcome(const std::string& formula) {
    SmallModel model(2025, 2025, 2025);
    model.driver("x", "€", {{2024, 1000}, {2025, 1200.5}});
    model.driver("n", "€", {{2025, 7}});
    model.definition.tables.push_back(
        {"staffel", "", *parse_unit("€"), *parse_unit("€"), {{0, 10}, {100, 20}, {2000, 58}}, "", {}});
    model.variable(VariableKind::calculation, "uitkomst", "€", formula);
    const Graph graph = model.graph();
    return Evaluator(graph).value(node(graph, "uitkomst", 2025));
}

TEST(Evaluate, ComputesEveryOperation) {
    EXPECT_EQ(outcome("x + n * 2 - n / 2"), 1200.5 + 14 - 3.5);
    EXPECT_EQ(outcome("-n + 2 ^ 3"), 1);
    EXPECT_EQ(outcome("als(x > n; x; n)"), 1200.5);
    EXPECT_EQ(outcome("als(x <= n; x; n / 0)"), HUGE_VAL);
    EXPECT_EQ(outcome("als(en(x > n; n < 0); 1; 2)"), 2);
    EXPECT_EQ(outcome("als(of(x > n; n < 0); 1; 2)"), 1);
    EXPECT_EQ(outcome("als(niet(x = n); 1; 2)"), 1);
    EXPECT_EQ(outcome("min(x; n; 5)"), 5);
    EXPECT_EQ(outcome("max(n; x; 5)"), 1200.5);
    EXPECT_EQ(outcome("abs(n - x)"), 1193.5);
    EXPECT_EQ(outcome("afronden(x)"), 1201);
    EXPECT_EQ(outcome("afronden(-x)"), -1201);
    EXPECT_EQ(outcome("afronden(x; -2)"), 1200);
    EXPECT_DOUBLE_EQ(outcome("afronden(1,005 * 1; 2) + n - n"), 1.01);
    EXPECT_EQ(outcome("omhoog(0,05 * 300) + n - n"), 15);
    EXPECT_EQ(outcome("omhoog(n / 2)"), 4);
    EXPECT_EQ(outcome("omlaag(n / 2)"), 3);
    EXPECT_EQ(outcome("omlaag(-n / 2)"), -3);
    EXPECT_EQ(outcome("vorig(x)"), 1000);
    EXPECT_EQ(outcome("x@2024 + x[-1]"), 2000);
    EXPECT_DOUBLE_EQ(outcome("schooljaar(x)"), 1000 * 7.0 / 12 + 1200.5 * 5.0 / 12);
    EXPECT_EQ(outcome("interpoleer(staffel; n * 7 + 1)"), 15);
    EXPECT_EQ(outcome("interpoleer(staffel; x * 100)"), 58);
    EXPECT_EQ(outcome("opzoeken(staffel; x)"), 20);
    EXPECT_TRUE(std::isnan(outcome("opzoeken(staffel; -n)")));
    EXPECT_TRUE(std::isnan(outcome("max(0; n * ((n - n) / (n - n)))")));
}

TEST(Evaluate, AddsOverListsAndYears) {
    SmallModel model(2025, 2027, 2025);
    model.definition.lists.push_back({"categorie", {"laag", "hoog"}, {}});
    Variable& rate = model.variable(VariableKind::driver, "tarief", "€");
    rate.lists = {"categorie"};
    SmallModel::give(rate, {"laag"}, {{2025, 1}, {2026, 2}, {2027, 3}});
    SmallModel::give(rate, {"hoog"}, {{2025, 10}, {2026, 20}, {2027, 30}});
    model.variable(VariableKind::calculation, "alles", "€", "som(tarief; categorie)");
    model.variable(VariableKind::calculation, "midden", "€", "gemiddelde(tarief)");
    model.variable(VariableKind::calculation, "tot_nu", "€", "cumulatief(tarief.hoog * 2)");
    const Graph graph = model.graph();
    const Evaluator evaluator(graph);
    EXPECT_EQ(evaluator.value(node(graph, "alles", 2027)), 33);
    EXPECT_EQ(evaluator.value(node(graph, "midden", 2026)), 11);
    EXPECT_EQ(evaluator.value(node(graph, "tot_nu", 2027)), 120);
}

TEST(Evaluate, TotalsAreSumsOfRoundedLines) {
    SmallModel model(2025, 2025, 2025);
    model.driver("x", "€", {{2025, 0.005}});
    model.line("a", Side::income, "3.1", "x");
    model.line("b", Side::income, "3.5", "x");
    model.line("c", Side::expense, "4.1", "rubriek(\"3.1\") * 3");
    model.line("d", Side::expense, "4.4", "1234,56").line.rounding = LineRounding::thousands;
    const Graph graph = model.graph();
    const Evaluator evaluator(graph);
    EXPECT_EQ(evaluator.value(node(graph, "a", 2025)), 1);
    EXPECT_EQ(evaluator.value(node(graph, "totaal_baten", 2025)), 2);
    EXPECT_EQ(evaluator.value(node(graph, "c", 2025)), 3);
    EXPECT_EQ(evaluator.value(node(graph, "d", 2025)), 100000);
    EXPECT_EQ(evaluator.value(node(graph, "resultaat", 2025)), 2 - 100003);
}

TEST(Evaluate, TheBalanceBalancesInEveryYear) {
    const Graph graph = partnership().graph();
    const Evaluator evaluator(graph);
    for (std::int32_t year = 2025; year <= 2034; ++year) {
        EXPECT_EQ(evaluator.value(node(graph, "balansverschil", year)), 0) << year;
        EXPECT_EQ(evaluator.value(node(graph, "netto_baten", year)),
                  evaluator.value(node(graph, "bruto_baten", year)) -
                      evaluator.value(node(graph, "afdracht.laag", year)) -
                      evaluator.value(node(graph, "afdracht.midden", year)) -
                      evaluator.value(node(graph, "afdracht.hoog", year)));
    }
    EXPECT_EQ(evaluator.value(node(graph, "bekostiging", 2025)), 10000 * 700 * 100);
    EXPECT_EQ(evaluator.value(node(graph, "afdracht.laag", 2025)), 200 * 1293834);
    EXPECT_EQ(evaluator.value(node(graph, "rente", 2025)), 100001);
}

Overlay change(const Graph& graph, const std::string& name, std::int32_t from, std::int32_t until, NodeChange what) {
    Overlay overlay;
    for (std::int32_t year = from; year <= until; ++year) overlay.changes[node(graph, name, year)].push_back(what);
    return overlay;
}

TEST(Evaluate, AnOwnEarlierYearIsSeenWithoutItsChange) {
    const Graph graph = partnership().graph();
    Evaluator evaluator(graph);
    const double before = evaluator.value(node(graph, "leerlingen", 2030));
    evaluator.set_overlay(change(graph, "leerlingen", 2026, 2034, {NodeChange::Kind::add, 100, no_node}));
    EXPECT_EQ(evaluator.value(node(graph, "leerlingen", 2030)), before + 100);
    EXPECT_EQ(evaluator.unadjusted(node(graph, "leerlingen", 2030)), before);
}

TEST(Evaluate, AStockCarriesItsChangeOn) {
    const Graph graph = partnership().graph();
    Evaluator evaluator(graph);
    const double before = evaluator.value(node(graph, "eigen_vermogen", 2030));
    evaluator.set_overlay(change(graph, "eigen_vermogen", 2026, 2026, {NodeChange::Kind::add, 1, no_node}));
    EXPECT_EQ(evaluator.value(node(graph, "eigen_vermogen", 2030)), before + 100);
    EXPECT_EQ(evaluator.value(node(graph, "balansverschil", 2030)), -100);
}

TEST(Evaluate, AShiftTakesTheUnadjustedValueOfAnotherYear) {
    const Graph graph = partnership().graph();
    Evaluator evaluator(graph);
    const double later = evaluator.value(node(graph, "index", 2031));
    evaluator.set_overlay(change(graph, "index", 2030, 2030, {NodeChange::Kind::shift, 0, node(graph, "index", 2031)}));
    EXPECT_EQ(evaluator.value(node(graph, "index", 2030)), later);
    evaluator.set_overlay({});
    EXPECT_EQ(evaluator.value(node(graph, "index", 2031)), later);
}

TEST(Evaluate, WhatIsComputedAgainEqualsWhatIsComputedNew) {
    const Graph graph = partnership().graph();
    std::mt19937 random(7);
    Evaluator kept(graph);
    for (int round = 0; round < 200; ++round) {
        Overlay overlay;
        for (int i = 0; i < 3; ++i) {
            const auto id = static_cast<NodeId>(random() % graph.nodes.size());
            const auto kind = static_cast<NodeChange::Kind>(random() % 5);
            overlay.changes[id].push_back({kind, static_cast<double>(random() % 100) / 50, no_node});
        }
        const std::size_t computed = kept.set_overlay(overlay);
        EXPECT_LE(computed, graph.nodes.size());
        Evaluator fresh(graph);
        fresh.set_overlay(overlay);
        for (NodeId id = 0; id < graph.nodes.size(); ++id) {
            const double a = kept.value(id);
            const double b = fresh.value(id);
            EXPECT_TRUE(a == b || (std::isnan(a) && std::isnan(b))) << graph.series[graph.nodes[id].series].name;
        }
    }
    EXPECT_LT(kept.set_overlay({}), graph.nodes.size());
}

TEST(Evaluate, ABlockGivesWhatOneDrawGives) {
    const Graph graph = partnership().graph();
    const std::vector<Deviation> deviations{{node(graph, "leerlingen", 2027), true, 0},
                                            {node(graph, "deelname.laag", 2028), false, 1},
                                            {node(graph, "index", 2029), true, 2}};
    const Overlay overlay = change(graph, "staf", 2027, 2030, {NodeChange::Kind::multiply, 1.1, no_node});
    std::vector<NodeId> outputs(graph.nodes.size());
    for (NodeId id = 0; id < outputs.size(); ++id) outputs[id] = id;
    const BlockEvaluator blocks(graph, overlay, deviations, outputs);
    BlockEvaluator::Scratch scratch(blocks);
    std::vector<double> draws(3 * BlockEvaluator::block_draws);
    std::mt19937 random(3);
    for (double& draw : draws) draw = (static_cast<double>(random() % 2001) - 1000) / 10000;
    blocks.run(draws, scratch);
    EXPECT_FALSE(blocks.is_uncertain(node(graph, "leerlingen", 2028)));
    EXPECT_TRUE(blocks.is_uncertain(node(graph, "eigen_vermogen", 2034)));
    for (std::size_t draw = 0; draw < BlockEvaluator::block_draws; draw += 17) {
        Overlay one = overlay;
        one.changes[deviations[0].node].push_back({NodeChange::Kind::multiply, 1 + draws[draw], no_node});
        one.changes[deviations[1].node].push_back(
            {NodeChange::Kind::add, draws[BlockEvaluator::block_draws + draw], no_node});
        one.changes[deviations[2].node].push_back(
            {NodeChange::Kind::multiply, 1 + draws[2 * BlockEvaluator::block_draws + draw], no_node});
        Evaluator evaluator(graph);
        evaluator.set_overlay(one);
        for (NodeId id = 0; id < outputs.size(); ++id) {
            const double expected = evaluator.value(id);
            const double found = blocks.is_uncertain(id) ? blocks.output(id, scratch)[draw] : blocks.base_value(id);
            EXPECT_EQ(found, expected) << graph.series[graph.nodes[id].series].name << "@" << graph.nodes[id].year;
        }
    }
}

}  // namespace

}  // namespace begroot::model
