#include "model/detail/arrange.hpp"

#include <algorithm>

namespace begroot::model::detail {

namespace {

/// Counts for every node what it still waits for.
std::vector<std::uint32_t> needs_count(const Graph& graph) {
    std::vector<std::uint32_t> count(graph.nodes.size(), 0);
    for (const NodeId reader : graph.index.readers) ++count[reader];
    return count;
}

std::string name_of(const Graph& graph, NodeId node) {
    return graph.series[graph.nodes[node].series].name + "@" + std::to_string(graph.nodes[node].year);
}

/// Orders what can be ordered; what stands in or behind a circle keeps a count.
std::vector<NodeId> order_what_can(const Graph& graph, std::span<const std::pair<NodeId, NodeId>> extra,
                                   std::vector<std::uint32_t>& waiting) {
    std::vector<std::vector<NodeId>> more;
    if (!extra.empty()) more.resize(graph.nodes.size());
    for (const auto& [reader, needed] : extra) {
        more[needed].push_back(reader);
        ++waiting[reader];
    }
    std::vector<NodeId> order;
    order.reserve(graph.nodes.size());
    for (NodeId node = 0; node < graph.nodes.size(); ++node) {
        if (waiting[node] == 0) order.push_back(node);
    }
    const auto release = [&order, &waiting](NodeId reader) {
        if (--waiting[reader] == 0) order.push_back(reader);
    };
    for (std::size_t i = 0; i < order.size(); ++i) {
        const NodeId node = order[i];
        for (const NodeId reader : graph.readers_of(node)) release(reader);
        if (extra.empty()) continue;
        for (const NodeId reader : more[node]) release(reader);
    }
    return order;
}

}  // namespace

void fill_readers(Graph& graph) {
    std::vector<std::pair<NodeId, NodeId>> edges;  // needed, reader
    for (NodeId node = 0; node < graph.nodes.size(); ++node) {
        for (const NodeId needed : graph.needs_of(node)) edges.emplace_back(needed, node);
    }
    std::ranges::sort(edges);
    graph.index.reader_starts.assign(graph.nodes.size() + 1, 0);
    graph.index.readers.clear();
    for (const auto& [needed, reader] : edges) {
        ++graph.index.reader_starts[needed + 1];
        graph.index.readers.push_back(reader);
    }
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        graph.index.reader_starts[i + 1] += graph.index.reader_starts[i];
}

std::optional<std::vector<NodeId>> arrange(const Graph& graph, std::span<const std::pair<NodeId, NodeId>> extra) {
    std::vector<std::uint32_t> waiting = needs_count(graph);
    std::vector<NodeId> order = order_what_can(graph, extra, waiting);
    if (order.size() != graph.nodes.size()) return std::nullopt;
    return order;
}

Error circle_error(const Graph& graph, const Definition& definition) {
    std::vector<std::uint32_t> waiting = needs_count(graph);
    const auto ordered = order_what_can(graph, {}, waiting);
    // From any node that still waits, every step to a needed node that waits too ends in a circle.
    NodeId node = 0;
    while (waiting[node] == 0) ++node;
    std::vector<NodeId> path;
    std::vector<bool> seen(graph.nodes.size(), false);
    while (!seen[node]) {
        seen[node] = true;
        path.push_back(node);
        for (const NodeId needed : graph.needs_of(node)) {
            if (waiting[needed] == 0) continue;
            node = needed;
            break;
        }
    }
    path.erase(path.begin(), std::ranges::find(path, node));
    std::string circle = name_of(graph, path.front());
    for (std::size_t i = 1; i < path.size(); ++i) circle += " ← " + name_of(graph, path[i]);
    circle += " ← " + name_of(graph, path.front());
    Place place;
    for (const NodeId one : path) {
        const std::size_t variable = graph.series[graph.nodes[one].series].variable;
        if (variable < definition.variables.size()) {
            place = definition.variables[variable].formula_place;
            break;
        }
    }
    return {ErrorKind::input, place, "een kring in hetzelfde jaar: " + circle,
            "formules die elkaar niet in hetzelfde jaar nodig hebben",
            "verwijs ergens in de kring naar het vorige jaar, bijvoorbeeld " +
                graph.series[graph.nodes[path.front()].series].name + "[-1]"};
}

}  // namespace begroot::model::detail
