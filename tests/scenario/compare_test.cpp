#include "scenario/compare.hpp"

#include "scenario/small_scenarios.hpp"

#include <algorithm>
#include <random>

namespace begroot::scenario {

namespace {

using model::testing::node;
using testing::adjust;
using testing::partnership;
using testing::random_adjustment;
using testing::SmallModel;

/// pupils times price, and a constant.
SmallModel shop() {
    SmallModel small(2025, 2027, 2025);
    small.driver("leerlingen", "leerling", {{2025, 100}}, "leerlingen[-1]");
    small.driver("prijs", "€/leerling", {{2025, 10}}, "prijs[-1]");
    small.driver("deler", "1", {{2025, 1}}, "deler[-1]");
    small.line("opbrengst", Side::income, "3.1", "leerlingen * prijs");
    small.line("kosten", Side::expense, "4.4", "500 / deler");
    return small;
}

model::Overlay overlay(const SmallModel& small, const model::Graph& graph, const std::vector<std::string>& texts) {
    std::vector<Adjustment> adjustments;
    for (const std::string& text : texts) adjustments.push_back(adjust(small, graph, text));
    return overlay_of(graph, adjustments).value();
}

TEST(Bridge, SplitsAProductEvenlyOverPriceAndVolume) {
    const SmallModel small = shop();
    const model::Graph graph = small.graph();
    const std::vector asked{node(graph, "resultaat", 2026), node(graph, "kosten", 2026)};
    const auto bridge =
        explain(graph, small.definition, {}, overlay(small, graph, {"prijs=12@2026", "leerlingen=110@2026"}), asked);
    ASSERT_TRUE(bridge.has_value());
    EXPECT_EQ(bridge->from_cents, (std::vector<std::int64_t>{50000, 50000}));
    EXPECT_EQ(bridge->to_cents, (std::vector<std::int64_t>{82000, 50000}));
    ASSERT_EQ(bridge->parts.size(), 2U);
    // 10 pupils more at the mean of 10 and 12, 2 euros more for the mean of 100 and 110 pupils
    EXPECT_EQ(bridge->parts[0].assumption, "leerlingen");
    EXPECT_EQ(bridge->parts[0].cents, (std::vector<std::int64_t>{11000, 0}));
    EXPECT_EQ(bridge->parts[1].assumption, "prijs");
    EXPECT_EQ(bridge->parts[1].cents, (std::vector<std::int64_t>{21000, 0}));
    EXPECT_FALSE(bridge->in_order);
}

TEST(Bridge, GivesTheCentThatIsLeftToTheLargestRemainder) {
    SmallModel small(2025, 2026, 2025);
    for (const char* code : {"a", "b", "c"}) small.driver(code, *code == 'a' ? "€" : "1", {{2025, 1}, {2026, 1}});
    small.line("som", Side::income, "3.1", "a * b * c");
    const model::Graph graph = small.graph();
    const std::vector asked{node(graph, "som", 2026)};
    const auto parts = [&](const std::vector<std::string>& texts) {
        const auto there = explain(graph, small.definition, {}, overlay(small, graph, texts), asked).value();
        const auto back = explain(graph, small.definition, overlay(small, graph, texts), {}, asked).value();
        std::vector<std::int64_t> cents;
        for (std::size_t i = 0; i < there.parts.size(); ++i) {
            cents.push_back(there.parts[i].cents[0]);
            EXPECT_EQ(back.parts[i].cents[0], -cents.back());
        }
        return cents;
    };
    using Cents = std::vector<std::int64_t>;
    EXPECT_EQ(parts({"a=1,01", "b=1,01", "c=1,01"}), (Cents{1, 1, 1}));
    EXPECT_EQ(parts({"a=1,003", "b=1,003", "c=1,003"}), (Cents{1, 0, 0}));
    EXPECT_EQ(parts({"a=1,003", "b=1,007", "c=1,003"}), (Cents{0, 1, 0}));
    EXPECT_EQ(parts({"a=0,99", "b=1,01"}), (Cents{-1, 1}));
}

TEST(Bridge, OfMoreThanEightAssumptionsFollowsTheModel) {
    SmallModel small(2025, 2026, 2025);
    std::string formula = "1";
    std::vector<std::string> changes;
    for (char letter = 'a'; letter <= 'i'; ++letter) {
        const std::string code(1, letter);
        small.driver(code, "1", {{2025, 1}, {2026, 1}});
        formula += " * " + code;
        changes.insert(changes.begin(), code + "=2@2026");
    }
    small.line("product", Side::income, "3.1", "100 * " + formula);
    const model::Graph graph = small.graph();
    const std::vector asked{node(graph, "product", 2026)};
    const auto nine = explain(graph, small.definition, {}, overlay(small, graph, changes), asked).value();
    EXPECT_TRUE(nine.in_order);
    ASSERT_EQ(nine.parts.size(), 9U);
    EXPECT_EQ(nine.parts[0].assumption, "a");
    for (std::size_t i = 0; i < 9; ++i) EXPECT_EQ(nine.parts[i].cents[0], 10000 << i);
    changes.pop_back();
    const auto eight = explain(graph, small.definition, {}, overlay(small, graph, changes), asked).value();
    EXPECT_FALSE(eight.in_order);
    for (const BridgePart& part : eight.parts) EXPECT_NEAR(static_cast<double>(part.cents[0]), 10000 * 255.0 / 8, 1);
}

TEST(Bridge, OfExplicitGroupsKeepsThemTogether) {
    const SmallModel small = shop();
    const model::Graph graph = small.graph();
    const model::Overlay to = overlay(small, graph, {"prijs=12@2026-2027", "leerlingen=110@2026"});
    const std::vector<std::string> names{"2026", "2027"};
    const std::vector<std::vector<model::NodeId>> groups{{node(graph, "prijs", 2026), node(graph, "leerlingen", 2026)},
                                                         {node(graph, "prijs", 2027)}};
    const std::vector asked{node(graph, "resultaat", 2026), node(graph, "resultaat", 2027)};
    const auto bridge = explain_groups(graph, {}, to, names, groups, asked).value();
    ASSERT_EQ(bridge.parts.size(), 2U);
    EXPECT_EQ(bridge.parts[0].cents, (std::vector<std::int64_t>{32000, 0}));
    EXPECT_EQ(bridge.parts[1].cents, (std::vector<std::int64_t>{0, 20000}));
}

TEST(Bridge, WithoutDifferenceHasNoParts) {
    const SmallModel small = shop();
    const model::Graph graph = small.graph();
    const model::Overlay same = overlay(small, graph, {"prijs=12"});
    const std::vector asked{node(graph, "resultaat", 2026)};
    const auto bridge = explain(graph, small.definition, same, same, asked).value();
    EXPECT_TRUE(bridge.parts.empty());
    EXPECT_EQ(bridge.from_cents, bridge.to_cents);
}

TEST(Bridge, IsRefusedWhereAFigureCannotBeComputed) {
    const SmallModel small = shop();
    const model::Graph graph = small.graph();
    const std::vector asked{node(graph, "kosten", 2026)};
    const auto bridge = explain(graph, small.definition, {}, overlay(small, graph, {"prijs=1", "deler=0"}), asked);
    ASSERT_FALSE(bridge.has_value());
    EXPECT_EQ(
        to_text(bridge.error()),
        "kosten in 2026 is niet te berekenen met alleen gewijzigd: prijs, deler (verwacht: een cijfer, ook op weg van "
        "het ene scenario naar het andere). Kijk of een formule door nul deelt.");
}

TEST(Bridge, IsRefusedWhenShiftsMakeACircleTogether) {
    SmallModel small(2025, 2028, 2025);
    small.driver("a", "1", {{2025, 1}}, "b[-1]");
    small.driver("b", "1", {{2025, 1}}, "a[-1]");
    small.line("som", Side::income, "3.1", "100 * a * b");
    const model::Graph graph = small.graph();
    const std::vector asked{node(graph, "som", 2026)};
    const auto bridge = explain(graph, small.definition, overlay(small, graph, {"a=schuif -1@2026"}),
                                overlay(small, graph, {"b=schuif -1@2026"}), asked);
    ASSERT_FALSE(bridge.has_value());
    EXPECT_EQ(bridge.error().found, "de verschuivingen van beide scenario's maken samen een kring");
}

class BridgeLaw : public ::testing::TestWithParam<unsigned> {};

TEST_P(BridgeLaw, PartsAddUpToTheCentAndTheWayBackMirrorsThem) {
    const SmallModel small = partnership();
    const model::Graph graph = small.graph();
    std::mt19937 random(GetParam());
    std::vector<Adjustment> ours;
    std::vector<Adjustment> theirs;
    for (int i = 0; i < 4; ++i) ours.push_back(random_adjustment(random));
    for (int i = 0; i < 4; ++i) theirs.push_back(random_adjustment(random));
    const model::Overlay from = overlay_of(graph, ours).value();
    const model::Overlay to = overlay_of(graph, theirs).value();
    std::vector<model::NodeId> asked;
    for (std::int32_t year = 2025; year <= 2034; ++year) {
        for (const char* name : {"resultaat", "eigen_vermogen", "totaal_lasten", "afdracht.laag"})
            asked.push_back(node(graph, name, year));
    }
    const auto there = explain(graph, small.definition, from, to, asked).value();
    const auto back = explain(graph, small.definition, to, from, asked).value();
    model::Evaluator evaluator(graph);
    evaluator.set_overlay(to);
    ASSERT_EQ(there.parts.size(), back.parts.size());
    EXPECT_GE(there.parts.size(), 2U);
    for (std::size_t i = 0; i < asked.size(); ++i) {
        EXPECT_EQ(static_cast<double>(there.to_cents[i]), evaluator.value(asked[i]));
        std::int64_t sum = 0;
        for (std::size_t k = 0; k < there.parts.size(); ++k) {
            sum += there.parts[k].cents[i];
            EXPECT_EQ(back.parts[k].cents[i], -there.parts[k].cents[i]);
        }
        EXPECT_EQ(sum, there.to_cents[i] - there.from_cents[i]);
    }
}

TEST_P(BridgeLaw, EveryPartIsTheMeanOverAllOrders) {
    const SmallModel small = partnership();
    const model::Graph graph = small.graph();
    std::mt19937 random(GetParam());
    const std::vector<std::string> codes{"bedrag", "index", "leerlingen", "tarief"};  // in an order of their own
    std::vector<model::Overlay> overlays;
    std::vector<std::string> texts;
    for (const std::string& code : codes) texts.push_back(code + "=+" + std::to_string(1 + random() % 9) + "%@2026-");
    const std::vector asked{node(graph, "resultaat", 2030)};
    const auto bridge = explain(graph, small.definition, {}, overlay(small, graph, texts), asked).value();
    std::vector<std::size_t> order{0, 1, 2, 3};
    std::map<std::string, double> sums;
    model::Evaluator evaluator(graph);
    do {
        std::vector<std::string> taken;
        evaluator.set_overlay({});
        double before = evaluator.value(asked[0]);
        for (const std::size_t one : order) {
            taken.push_back(texts[one]);
            evaluator.set_overlay(overlay(small, graph, taken));
            sums[codes[one]] += evaluator.value(asked[0]) - before;
            before = evaluator.value(asked[0]);
        }
    } while (std::ranges::next_permutation(order).found);
    ASSERT_EQ(bridge.parts.size(), 4U);
    for (const BridgePart& part : bridge.parts)
        EXPECT_NEAR(static_cast<double>(part.cents[0]), sums[part.assumption] / 24, 1) << part.assumption;
}

INSTANTIATE_TEST_SUITE_P(Seeds, BridgeLaw, ::testing::Range(1U, 21U));

}  // namespace

}  // namespace begroot::scenario
