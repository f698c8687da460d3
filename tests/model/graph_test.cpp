#include "model/graph.hpp"

#include "model/evaluate.hpp"
#include "model/small_model.hpp"

#include <gmock/gmock.h>

namespace begroot::model {

namespace {

using ::testing::HasSubstr;
using testing::node;
using testing::partnership;
using testing::SmallModel;

TEST(Graph, MakesASeriesPerChoiceOfMembers) {
    const Graph graph = partnership().graph();
    EXPECT_TRUE(graph.find_series("deelname.midden").has_value());
    EXPECT_FALSE(graph.find_series("deelname").has_value());
    EXPECT_EQ(graph.series_of("afdracht").size(), 3);
    EXPECT_EQ(graph.series_of("resultaat").size(), 1);
    EXPECT_TRUE(graph.signal_of("bovenmatig").has_value());
}

TEST(Graph, PutsEveryNodeBehindAllThatItNeeds) {
    const Graph graph = partnership().graph();
    std::vector<std::size_t> rank(graph.nodes.size());
    for (std::size_t i = 0; i < graph.order.size(); ++i) rank[graph.order[i]] = i;
    ASSERT_EQ(graph.order.size(), graph.nodes.size());
    for (NodeId reader = 0; reader < graph.nodes.size(); ++reader) {
        for (const NodeId needed : graph.needs_of(reader)) {
            EXPECT_LT(rank[needed], rank[reader]);
            EXPECT_THAT(graph.readers_of(needed), ::testing::Contains(reader));
        }
    }
}

TEST(Graph, PrintsACircleThroughTheSameYear) {
    SmallModel model(2025, 2026, 2025);
    model.variable(VariableKind::calculation, "a", "€", "b + 1");
    model.variable(VariableKind::calculation, "b", "€", "2 * a");
    EXPECT_THAT(model.refusal(), HasSubstr("een kring in hetzelfde jaar: a@2025 ← b@2025 ← a@2025"));
}

TEST(Graph, AllowsACircleThroughLastYear) {
    SmallModel model(2025, 2030, 2025);
    model.driver("a", "€", {{2024, 1}}, "b[-1]");
    model.driver("b", "€", {{2024, 1}}, "a + b[-1]");
    EXPECT_EQ(model.refusal(), "");
}

TEST(Graph, NamesTheNearestOfAnUnknownName) {
    SmallModel model(2025, 2025, 2025);
    model.driver("leerlingen", "leerling", {{2025, 1}});
    model.variable(VariableKind::calculation, "x", "leerling", "leerligen * 2");
    EXPECT_THAT(model.refusal(),
                ::testing::AllOf(HasSubstr("\"leerligen\" bestaat niet"), HasSubstr("\"leerlingen\""), HasSubstr("^")));
}

TEST(Graph, NamesBothSidesOfUnitsThatDoNotFit) {
    SmallModel model(2025, 2025, 2025);
    model.driver("leerlingen", "leerling", {{2025, 1}});
    model.driver("kosten", "€", {{2025, 1}});
    model.variable(VariableKind::calculation, "x", "€", "kosten + leerlingen");
    EXPECT_THAT(model.refusal(), HasSubstr("kosten is in €, leerlingen in leerling"));
    model.definition.variables.pop_back();
    model.variable(VariableKind::calculation, "y", "€", "kosten * leerlingen");
    EXPECT_THAT(model.refusal(), HasSubstr("de formule geeft"));
}

TEST(Graph, SaysWhichYearHasNoValue) {
    SmallModel model(2025, 2027, 2025);
    model.driver("tarief", "€", {{2025, 1}, {2026, 2}});
    EXPECT_THAT(model.refusal(), HasSubstr("tarief heeft geen waarde in 2027"));
    SmallModel history(2025, 2025, 2025);
    history.driver("tarief", "€", {{2025, 1}});
    history.line("kosten", Side::expense, "4.1", "tarief[-1]");
    EXPECT_THAT(history.refusal(), HasSubstr("tarief heeft geen waarde in 2024 en is nodig voor kosten in 2025"));
}

TEST(Graph, AsksForALeftOverList) {
    SmallModel model(2025, 2025, 2025);
    model.definition.lists.push_back({"categorie", {"laag", "hoog"}, {}});
    Variable& rate = model.variable(VariableKind::driver, "tarief", "€");
    rate.lists = {"categorie"};
    SmallModel::give(rate, {"laag"}, {{2025, 1}});
    SmallModel::give(rate, {"hoog"}, {{2025, 2}});
    model.variable(VariableKind::calculation, "x", "€", "tarief * 2");
    EXPECT_THAT(model.refusal(), HasSubstr("som(tarief; categorie) of een lid, bijvoorbeeld tarief.laag"));
    model.definition.variables.pop_back();
    model.variable(VariableKind::calculation, "y", "€", "tarief.lag");
    EXPECT_THAT(model.refusal(), ::testing::AllOf(HasSubstr("\"lag\" is geen lid van tarief"), HasSubstr("\"laag\"")));
}

TEST(Graph, RefusesNamesThatAreTaken) {
    SmallModel model(2025, 2025, 2025);
    model.driver("resultaat", "€", {{2025, 1}});
    EXPECT_THAT(model.refusal(), HasSubstr("de code \"resultaat\" is al van het programma zelf"));
}

TEST(Graph, KeepsARatioWithoutAPastYearEmptyInTheFirstYear) {
    SmallModel model(2025, 2026, 2025);
    model.driver("a", "€", {{2025, 1}, {2026, 3}});
    model.variable(VariableKind::ratio, "groei", "%", "a / a[-1] - 1");
    const Graph graph = model.graph();
    EXPECT_EQ(graph.node_of(*graph.find_series("groei"), 2025), no_node);
    EXPECT_EQ(Evaluator(graph).value(node(graph, "groei", 2026)), 2);
}

}  // namespace

}  // namespace begroot::model
