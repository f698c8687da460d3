#include "scenario/detail/reach.hpp"

namespace begroot::scenario::detail {

std::vector<bool> needed_by(const model::Graph& graph, model::NodeId target) {
    std::vector<bool> is_needed(graph.nodes.size(), false);
    std::vector<model::NodeId> open{target};
    is_needed[target] = true;
    while (!open.empty()) {
        const model::NodeId node = open.back();
        open.pop_back();
        for (const model::NodeId needed : graph.needs_of(node)) {
            if (is_needed[needed]) continue;
            is_needed[needed] = true;
            open.push_back(needed);
        }
    }
    return is_needed;
}

}  // namespace begroot::scenario::detail
