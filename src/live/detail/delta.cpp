#include "live/detail/delta.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>

namespace begroot::live::detail {

namespace {

bool differs(double a, double b) { return std::bit_cast<std::uint64_t>(a) != std::bit_cast<std::uint64_t>(b); }

bool is_adjustable(const model::Definition& definition, const model::Series& series) {
    return series.variable < definition.variables.size() && !series.is_signal &&
           definition.variables[series.variable].kind != model::VariableKind::ratio;
}

/// Gives the nodes that differ although nothing they are made of does.
std::vector<model::NodeId> frontier(const model::Graph& graph, const model::Evaluator& now,
                                    const model::Evaluator& wanted) {
    std::vector<model::NodeId> found;
    const auto is_off = [&](model::NodeId node) { return differs(now.value(node), wanted.value(node)); };
    for (const model::NodeId node : graph.order) {
        if (is_off(node) && std::ranges::none_of(graph.needs_of(node), is_off)) found.push_back(node);
    }
    return found;
}

/// Writes what was set, equal years that follow each other together.
std::vector<scenario::Adjustment> adjustments_of(const model::Graph& graph, const model::Definition& definition,
                                                 const std::set<model::NodeId>& nodes, const model::Evaluator& wanted) {
    std::map<std::pair<std::uint32_t, std::int32_t>, double> values;
    for (const model::NodeId node : nodes)
        values[{graph.nodes[node].series, graph.nodes[node].year}] = wanted.in_unit(node);
    std::vector<scenario::Adjustment> made;
    const std::pair<std::uint32_t, std::int32_t>* last = nullptr;
    for (const auto& [key, value] : values) {
        const model::Series& series = graph.series[key.first];
        const bool goes_on = last != nullptr && last->first == key.first && last->second + 1 == key.second &&
                             !differs(made.back().amount, value);
        last = &key;
        if (goes_on) {
            made.back().until = key.second;
            continue;
        }
        made.push_back({definition.variables[series.variable].code,
                        series.members,
                        scenario::Action::set,
                        value,
                        key.second,
                        key.second,
                        {}});
    }
    return made;
}

}  // namespace

Delta delta_between(const model::Graph& graph, const model::Overlay& parent, const model::Evaluator& wanted,
                    const model::Definition& definition) {
    model::Evaluator now(graph);
    model::Overlay overlay = parent;
    now.set_overlay(overlay);
    Delta delta;
    std::set<model::NodeId> set;
    while (true) {
        const auto found = frontier(graph, now, wanted);
        bool moves = false;
        for (const model::NodeId node : found) {
            if (!std::isfinite(wanted.value(node)) || !set.insert(node).second) continue;
            moves = true;
            overlay.changes[node].push_back({model::NodeChange::Kind::set, wanted.in_unit(node), model::no_node});
        }
        if (!moves) {
            delta.left = found;
            break;
        }
        now.set_overlay(overlay);
    }
    for (auto node = set.begin(); node != set.end();) {
        if (is_adjustable(definition, graph.series[graph.nodes[*node].series])) {
            ++node;
            continue;
        }
        delta.left.push_back(*node);
        node = set.erase(node);
    }
    delta.adjustments = adjustments_of(graph, definition, set, wanted);
    return delta;
}

}  // namespace begroot::live::detail
