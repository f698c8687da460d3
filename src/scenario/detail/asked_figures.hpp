#pragma once
// What a Monte Carlo run looks at: which nodes, which ratios against which signals, and what is explained.

#include "model/definition.hpp"
#include "model/graph.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace begroot::scenario::detail {

/// A figure of which a band is asked, or a signal.
struct AskedFigure {
    model::NodeId node = model::no_node;
    std::uint32_t series = 0;
    std::int32_t year = 0;
    bool in_cents = false;
};

/// A ratio and its signal in one year, as indices of figures.
struct AskedCrossing {
    std::string ratio;
    std::int32_t year = 0;
    std::size_t figure = 0;
    std::size_t signal = 0;
    bool below = false;  ///< a worry below the signal; false: above it
};

/// All that is asked, for the shown years after the base year.
struct AskedFigures {
    std::vector<AskedFigure> figures;  ///< lines, totals, balance items, ratios, then signals
    std::size_t banded = 0;            ///< so many have a band; the rest are signals
    std::vector<AskedCrossing> crossings;
    /// The equity (`eigen_vermogen`) in the last year, or the result where a model has no equity.
    std::optional<std::size_t> explained;
};

[[nodiscard]] AskedFigures asked_figures(const model::Graph& graph, const model::Definition& definition);

}  // namespace begroot::scenario::detail
