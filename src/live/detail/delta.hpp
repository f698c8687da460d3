#pragma once
// The changes that turn one computed model into another, as a scenario can say them.

#include "model/evaluate.hpp"
#include "scenario/scenario.hpp"

#include <vector>

namespace begroot::live::detail {

/// What must be laid over a scenario to get other figures.
struct Delta {
    std::vector<scenario::Adjustment> adjustments;  ///< all of them `set`, by series and year
    std::vector<model::NodeId> left;                ///< figures that no adjustment can bring about
};

/// Finds it: `parent` is laid over `graph`, and then every node must have the value that `wanted` has over `edited`
/// (the same graph with other given values). A figure is only set where nothing that it is made of explains it.
[[nodiscard]] Delta delta_between(const model::Graph& graph, const model::Overlay& parent,
                                  const model::Evaluator& wanted, const model::Definition& definition);

}  // namespace begroot::live::detail
