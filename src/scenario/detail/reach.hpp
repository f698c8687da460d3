#pragma once
// What a figure rests on.

#include "model/graph.hpp"

#include <vector>

namespace begroot::scenario::detail {

/// Marks every node that a node needs, itself included.
[[nodiscard]] std::vector<bool> needed_by(const model::Graph& graph, model::NodeId target);

}  // namespace begroot::scenario::detail
