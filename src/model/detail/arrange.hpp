#pragma once
// The order of nodes, each after all that it needs, and the circle that keeps it from being there.

#include "model/graph.hpp"

namespace begroot::model::detail {

/// Fills who reads whom.
void fill_readers(Graph& graph);

/// Orders all nodes, with more needs than the programs have (reader, needed); nothing when there is a circle.
[[nodiscard]] std::optional<std::vector<NodeId>> arrange(const Graph& graph,
                                                         std::span<const std::pair<NodeId, NodeId>> extra);

/// Prints a circle of a graph that cannot be ordered: `a@2026 ← b@2026 ← a@2026`, at the line of its first formula.
[[nodiscard]] Error circle_error(const Graph& graph, const Definition& definition);

}  // namespace begroot::model::detail
