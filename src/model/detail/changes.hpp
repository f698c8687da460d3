#pragma once
// Changes that a scenario lays over a node.

#include "model/detail/compute.hpp"
#include "model/evaluate.hpp"

#include <span>
#include <vector>

namespace begroot::model::detail {

/// Applies changes to a node's unadjusted value; amounts are in the unit, a node in cents stays rounded as it was.
[[nodiscard]] inline double apply(std::span<const NodeChange> changes, const Node& node, double raw,
                                  std::span<const double> unadjusted) {
    const bool in_cents = node.rounding != 0;
    constexpr double cents_per_euro = 100;
    double value = in_cents ? raw / cents_per_euro : raw;
    for (const NodeChange& change : changes) {
        switch (change.kind) {
            case NodeChange::Kind::set:
                value = change.amount;
                break;
            case NodeChange::Kind::add:
                value += change.amount;
                break;
            case NodeChange::Kind::multiply:
                value *= change.amount;
                break;
            case NodeChange::Kind::cap:
                value = Minimum{}(value, change.amount);
                break;
            case NodeChange::Kind::floor:
                value = Maximum{}(value, change.amount);
                break;
            case NodeChange::Kind::shift:
                value = in_cents ? unadjusted[change.source] / cents_per_euro : unadjusted[change.source];
                break;
        }
    }
    return in_cents ? to_cents(value, node.rounding) : value;
}

/// Gives the needs that shifts add: node, source.
[[nodiscard]] inline std::vector<std::pair<NodeId, NodeId>> shift_needs(const Overlay& overlay) {
    std::vector<std::pair<NodeId, NodeId>> needs;
    for (const auto& [node, changes] : overlay.changes) {
        for (const NodeChange& change : changes) {
            if (change.kind == NodeChange::Kind::shift) needs.emplace_back(node, change.source);
        }
    }
    return needs;
}

}  // namespace begroot::model::detail
