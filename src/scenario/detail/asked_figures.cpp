#include "scenario/detail/asked_figures.hpp"

#include <algorithm>

namespace begroot::scenario::detail {

namespace {

using model::VariableKind;

void add_series(const model::Graph& graph, std::uint32_t series, AskedFigures& asked) {
    for (std::int32_t year = std::max(graph.first_year, graph.base_year + 1); year <= graph.last_year; ++year) {
        const model::NodeId node = graph.node_of(series, year);
        if (node != model::no_node) asked.figures.push_back({node, series, year, graph.series[series].in_cents});
    }
}

void add_kind(const model::Graph& graph, const model::Definition& definition, VariableKind kind, AskedFigures& asked) {
    for (std::uint32_t i = 0; i < graph.series.size(); ++i) {
        const model::Series& one = graph.series[i];
        if (one.is_signal || one.variable >= definition.variables.size()) continue;
        if (definition.variables[one.variable].kind == kind) add_series(graph, i, asked);
    }
}

/// Pairs every figure of a ratio with its signal.
void add_crossings(const model::Graph& graph, const model::Definition& definition, AskedFigures& asked) {
    for (std::size_t i = 0; i < asked.banded; ++i) {
        const auto [node, series, year, in_cents] = asked.figures[i];
        const std::size_t variable = graph.series[series].variable;
        if (variable >= definition.variables.size()) continue;
        const model::SignalDirection direction = definition.variables[variable].ratio.direction;
        const std::string& name = graph.series[series].name;
        const auto signal = graph.signal_of(name);
        if (!signal || direction == model::SignalDirection::none) continue;
        const model::NodeId limit = graph.node_of(*signal, year);
        if (limit == model::no_node) continue;
        asked.crossings.push_back({name, year, i, asked.figures.size(), direction == model::SignalDirection::below});
        asked.figures.push_back({limit, *signal, year, false});
    }
}

}  // namespace

AskedFigures asked_figures(const model::Graph& graph, const model::Definition& definition) {
    AskedFigures asked;
    add_kind(graph, definition, VariableKind::line, asked);
    for (const std::string& name : model::built_in_names()) {
        if (const auto series = graph.find_series(name)) add_series(graph, *series, asked);
    }
    add_kind(graph, definition, VariableKind::balance_item, asked);
    add_kind(graph, definition, VariableKind::ratio, asked);
    asked.banded = asked.figures.size();
    auto explained = graph.find_series("eigen_vermogen");
    if (!explained) explained = graph.find_series("resultaat");
    if (explained) {
        const model::NodeId node = graph.node_of(*explained, graph.last_year);
        const auto found = std::ranges::find(asked.figures, node, &AskedFigure::node);
        if (found != asked.figures.end()) asked.explained = static_cast<std::size_t>(found - asked.figures.begin());
    }
    add_crossings(graph, definition, asked);
    return asked;
}

}  // namespace begroot::scenario::detail
