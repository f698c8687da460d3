#pragma once
// The difference between two scenarios and the assumptions that make it (a bridge), to the cent.

#include "scenario/scenario.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace begroot::scenario {

/// Above this many changed assumptions a bridge follows a stated order instead of the mean over all orders.
inline constexpr std::size_t shapley_max = 8;

/// One part of a difference: what one changed assumption (with all its members and years) adds, by asked node.
struct BridgePart {
    std::string assumption;           ///< the variable's code
    std::vector<std::int64_t> cents;  ///< one per asked node
};

/// A whole difference explained.
struct Bridge {
    std::vector<std::int64_t> from_cents;  ///< one per asked node
    std::vector<std::int64_t> to_cents;
    std::vector<BridgePart> parts;  ///< in the order of the model; add up to `to - from` to the cent (checked)
    bool in_order = false;          ///< too many assumptions: the parts follow the order of the model file
};

/// Explains how the asked nodes (series in cents) get from one overlay to another: changes are grouped by variable;
/// each part is its Shapley value (the mean over all orders, computed exactly), rounded to the cent by largest
/// remainder, per node, so that the parts of a node add up; the way back has the same parts with the other sign. Needs
/// 2^n evaluations for n changed variables up to `shapley_max`. Errors (input): an asked node that cannot be computed
/// at either end or on the way, shifts of both overlays that make a circle together.
[[nodiscard]] Result<Bridge> explain(const model::Graph& graph, const model::Definition& definition,
                                     const model::Overlay& from, const model::Overlay& to,
                                     std::span<const model::NodeId> asked);

/// The same for explicit groups of changes: `groups[i]` holds the nodes whose changes belong to `names[i]`; every node
/// that differs belongs to one group (checked). Used for price and volume.
[[nodiscard]] Result<Bridge> explain_groups(const model::Graph& graph, const model::Overlay& from,
                                            const model::Overlay& to, std::span<const std::string> names,
                                            std::span<const std::vector<model::NodeId>> groups,
                                            std::span<const model::NodeId> asked);

}  // namespace begroot::scenario
