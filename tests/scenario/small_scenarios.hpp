#pragma once
// A small partnership with its scenarios, for the tests of this room.

#include "model/small_model.hpp"
#include "scenario/scenario.hpp"

#include <bit>
#include <random>
#include <string>
#include <vector>

namespace begroot::scenario::testing {

using model::testing::partnership;
using model::testing::SmallModel;

/// Reads an adjustment that must be right.
inline Adjustment adjust(const SmallModel& small, const model::Graph& graph, const std::string& text) {
    const auto adjustment = parse_adjustment(text, small.definition, graph);
    EXPECT_TRUE(adjustment.has_value()) << to_text(adjustment.error());
    return adjustment.value_or(Adjustment{});
}

/// Gives a figure under adjustments, in its unit.
inline double value(const model::Graph& graph, const std::vector<Adjustment>& adjustments, std::string_view name,
                    std::int32_t year) {
    const auto overlay = overlay_of(graph, adjustments);
    EXPECT_TRUE(overlay.has_value()) << to_text(overlay.error());
    model::Evaluator evaluator(graph);
    evaluator.set_overlay(overlay.value());
    return evaluator.in_unit(model::testing::node(graph, name, year));
}

/// Gives the bits of every figure under adjustments.
inline std::vector<std::uint64_t> all_values(const model::Graph& graph, const std::vector<Adjustment>& adjustments) {
    const auto overlay = overlay_of(graph, adjustments);
    EXPECT_TRUE(overlay.has_value()) << to_text(overlay.error());
    model::Evaluator evaluator(graph);
    evaluator.set_overlay(overlay.value());
    std::vector<std::uint64_t> values;
    for (model::NodeId id = 0; id < graph.nodes.size(); ++id)
        values.push_back(std::bit_cast<std::uint64_t>(evaluator.value(id)));
    return values;
}

/// Draws an adjustment that fits the partnership.
inline Adjustment random_adjustment(std::mt19937& random) {
    struct Kind {
        const char* variable;
        const char* member;
        double typical;
    };
    constexpr Kind kinds[] = {{"leerlingen", "", 9000},   {"index", "", 1.1},     {"bedrag", "", 700},
                              {"deelname", "laag", 0.02}, {"deelname", "", 0.01}, {"tarief", "hoog", 30000},
                              {"staf", "", 300000},       {"afdracht", "", 1e6},  {"schulden", "", 200000}};
    const Kind& kind = kinds[random() % std::size(kinds)];
    const double part = static_cast<double>(random() % 1000) / 1000;
    Adjustment made;
    made.variable = kind.variable;
    if (*kind.member != '\0') made.members = {kind.member};
    made.action = static_cast<Action>(random() % 8);
    made.from = static_cast<std::int32_t>(2026 + random() % 3);
    if (random() % 2 == 0) made.until = static_cast<std::int32_t>(2029 + random() % 6);
    switch (made.action) {
        case Action::set:
        case Action::cap:
        case Action::floor:
            made.amount = kind.typical * (0.5 + part);
            break;
        case Action::add:
            made.amount = kind.typical * (part - 0.5);
            break;
        case Action::multiply:
        case Action::grow:
            made.amount = (part - 0.5) / 5;
            break;
        case Action::shift:
            made.amount = 1;
            break;
        case Action::off:
            break;
    }
    return made;
}

}  // namespace begroot::scenario::testing
