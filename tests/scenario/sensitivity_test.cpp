#include "scenario/sensitivity.hpp"

#include "scenario/small_scenarios.hpp"

#include <cmath>
#include <random>

namespace begroot::scenario {

namespace {

using model::Change;
using testing::adjust;
using testing::partnership;
using testing::SmallModel;

void give_range(SmallModel& small, const std::string& code, Change low, Change high) {
    for (model::Variable& one : small.definition.variables) {
        if (one.code == code) one.range = model::PlausibleRange{low, high, {}};
    }
}

std::string told(const model::Graph& graph, const std::string& text) {
    const auto target = parse_target(text, graph);
    return target ? target->text : to_text(target.error());
}

TEST(Target, IsOneSeriesInOneYear) {
    const model::Graph graph = partnership().graph();
    const auto target = parse_target(" deelname.laag @ 2029 ", graph);
    ASSERT_TRUE(target.has_value());
    EXPECT_EQ(target->text, "deelname.laag@2029");
    EXPECT_EQ(target->year, 2029);
    EXPECT_EQ(target->node, model::testing::node(graph, "deelname.laag", 2029));
    EXPECT_EQ(told(graph, "resultaat@2034"), "resultaat@2034");
    EXPECT_EQ(told(graph, "bovenmatig@2025"), "bovenmatig@2025");
}

TEST(Target, TellsWhatIsWrongWithItsText) {
    const model::Graph graph = partnership().graph();
    EXPECT_EQ(told(graph, "eigen_vermogn@2029"),
              "\"eigen_vermogn@2029\": \"eigen_vermogn\" bestaat niet (verwacht: \"eigen_vermogen\").");
    EXPECT_EQ(told(graph, "eigen_vermogen"), "\"eigen_vermogen\" noemt niet één jaar (verwacht: eigen_vermogen@2034).");
    EXPECT_EQ(told(graph, "eigen_vermogen@2029-"),
              "\"eigen_vermogen@2029-\" noemt niet één jaar (verwacht: eigen_vermogen@2034).");
    EXPECT_EQ(
        told(graph, "eigen_vermogen@2050"),
        "\"eigen_vermogen@2050\": het jaar 2050 valt buiten het model (verwacht: een jaar van 2024 tot en met 2034).");
    EXPECT_EQ(told(graph, "deelname@2029"),
              "\"deelname@2029\": \"deelname\" loopt over lijsten (verwacht: één lid van elke lijst, bijvoorbeeld "
              "deelname.laag).");
    EXPECT_EQ(
        told(graph, "staf@2024"),
        "\"staf@2024\": staf heeft in 2024 geen cijfer (verwacht: een jaar waarin het model dit cijfer berekent).");
    EXPECT_EQ(
        told(graph, "bovenmatig (signaal)@2029"),
        "\"bovenmatig (signaal)@2029\": \"bovenmatig (signaal)\" bestaat niet (verwacht: een code uit het model).");
}

TEST(Tornado, PutsTheWidestBarFirstAndTellsWhatHasNone) {
    SmallModel small = partnership();
    small.driver("los", "1", {{2025, 1}}, "los[-1]");
    give_range(small, "leerlingen", {Change::Kind::multiply, -0.05}, {Change::Kind::multiply, 0.05});
    give_range(small, "deelname", {Change::Kind::add, -0.0001}, {Change::Kind::add, 0.0001});
    give_range(small, "index", {Change::Kind::set, 1}, {Change::Kind::set, 1.2});
    give_range(small, "los", {Change::Kind::multiply, -0.5}, {Change::Kind::multiply, 0.5});
    const model::Graph graph = small.graph();
    const auto target = parse_target("afdracht.laag@2027", graph).value();
    const Tornado result = tornado(graph, small.definition, {}, target);
    EXPECT_EQ(result.base, testing::value(graph, {}, "afdracht.laag", 2027));
    ASSERT_EQ(result.bars.size(), 2U);
    EXPECT_EQ(result.bars[0].driver, "leerlingen");
    EXPECT_EQ(result.bars[0].low_text, "-5%");
    EXPECT_EQ(result.bars[0].high_text, "+5%");
    EXPECT_EQ(result.bars[0].at_low,
              testing::value(graph, {adjust(small, graph, "leerlingen=-5%")}, "afdracht.laag", 2027));
    EXPECT_EQ(result.bars[1].driver, "deelname");
    EXPECT_EQ(result.bars[1].low_text, "-0,01pp");
    EXPECT_EQ(result.bars[1].at_high,
              testing::value(graph, {adjust(small, graph, "deelname=+0,01pp")}, "afdracht.laag", 2027));
    EXPECT_GT(result.bars[0].width(), result.bars[1].width());
    EXPECT_EQ(result.no_effect, (std::vector<std::string>{"index", "los"}));
    EXPECT_EQ(result.no_range, (std::vector<std::string>{"tarief"}));
}

TEST(Tornado, MovesOnTopOfTheScenario) {
    SmallModel small = partnership();
    give_range(small, "leerlingen", {Change::Kind::multiply, -0.05}, {Change::Kind::multiply, 0.05});
    const model::Graph graph = small.graph();
    const auto target = parse_target("bekostiging@2030", graph).value();
    const model::Overlay overlay = overlay_of(graph, {{adjust(small, graph, "leerlingen=1000")}}).value();
    const Tornado result = tornado(graph, small.definition, overlay, target);
    EXPECT_EQ(result.bars[0].at_high,
              testing::value(graph, {adjust(small, graph, "leerlingen=1050")}, "bekostiging", 2030));
}

TEST(Tornado, PutsAnEndThatCannotBeComputedFirst) {
    SmallModel small(2025, 2026, 2025);
    small.driver("ruim", "1", {{2025, 1}}, "ruim[-1]");
    small.driver("teller", "1", {{2025, 0}}, "teller[-1]");
    small.driver("deler", "1", {{2025, 1}}, "deler[-1]");
    small.variable(model::VariableKind::ratio, "deel", "1", "ruim + teller / deler");
    give_range(small, "ruim", {Change::Kind::set, 0}, {Change::Kind::set, 1000});
    give_range(small, "deler", {Change::Kind::set, 0}, {Change::Kind::set, 2});
    const model::Graph graph = small.graph();
    const Tornado result = tornado(graph, small.definition, {}, parse_target("deel@2026", graph).value());
    ASSERT_EQ(result.bars.size(), 2U);
    EXPECT_EQ(result.bars[0].driver, "deler");
    EXPECT_TRUE(std::isnan(result.bars[0].at_low));
    EXPECT_EQ(result.bars[0].at_high, 1);
    EXPECT_EQ(result.bars[1].width(), 1000);
}

class TornadoLaw : public ::testing::TestWithParam<unsigned> {};

TEST_P(TornadoLaw, OfALinearModelIsLinear) {
    std::mt19937 random(GetParam());
    SmallModel small(2025, 2030, 2025);
    std::string formula = "1000";
    std::vector<double> weights;
    for (char letter = 'a'; letter <= 'f'; ++letter) {
        const std::string code(1, letter);
        weights.push_back(static_cast<double>(random() % 100 + 1) * (random() % 2 == 0 ? 1 : -1));
        small.driver(code, "1", {{2025, static_cast<double>(random() % 1000)}}, code + "[-1]");
        formula +=
            (weights.back() < 0 ? " - " : " + ") + std::to_string(std::lround(std::abs(weights.back()))) + " * " + code;
        give_range(small, code, {Change::Kind::add, -10}, {Change::Kind::add, 10});
    }
    small.line("som", Side::income, "3.1", formula);
    const model::Graph graph = small.graph();
    const Tornado ten = tornado(graph, small.definition, {}, parse_target("som@2028", graph).value());
    for (char letter = 'a'; letter <= 'f'; ++letter)
        give_range(small, std::string(1, letter), {Change::Kind::add, -20}, {Change::Kind::add, 20});
    const Tornado twenty = tornado(graph, small.definition, {}, parse_target("som@2028", graph).value());
    ASSERT_EQ(ten.bars.size(), 6U);
    for (std::size_t i = 0; i < 6; ++i) {
        const TornadoBar& bar = ten.bars[i];
        EXPECT_EQ(bar.at_high - ten.base, 10 * weights[static_cast<std::size_t>(bar.driver[0] - 'a')]);
        EXPECT_EQ(bar.at_high - ten.base, ten.base - bar.at_low);
        EXPECT_EQ(twenty.bars[i].driver, bar.driver);
        EXPECT_EQ(twenty.bars[i].width(), 2 * bar.width());
        EXPECT_LE(bar.width(), ten.bars[i == 0 ? 0 : i - 1].width());
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, TornadoLaw, ::testing::Range(1U, 21U));

}  // namespace

}  // namespace begroot::scenario
