#pragma once
// Tornado: what every driver does to one figure when it moves over its own plausible range.

#include "scenario/scenario.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace begroot::scenario {

/// A figure in a year, as asked on the command line: `eigen_vermogen@2029`.
struct Target {
    std::uint32_t series = 0;
    model::NodeId node = model::no_node;
    std::int32_t year = 0;
    std::string text;
};

/// Reads `eigen_vermogen@2029` or `deelname.so.laag@2029`: any one series of the model. Errors (usage): unknown name or
/// member with the nearest, a list without a chosen member, no year, a year outside the model or without a figure.
[[nodiscard]] Result<Target> parse_target(std::string_view text, const model::Graph& graph);

/// One bar of the tornado, in the unit of the target (euros for money).
struct TornadoBar {
    std::string driver;  ///< code; all its members move together
    std::string low_text;
    std::string high_text;  ///< the range as written: `-5%`, `+0,1pp`
    double at_low = 0;      ///< the target with the driver at its low end
    double at_high = 0;
    /// Gives how far apart both ends are; not a number when one cannot be computed.
    [[nodiscard]] double width() const;
};

/// A whole tornado.
struct Tornado {
    Target target;
    double base = 0;
    std::vector<TornadoBar> bars;        ///< what cannot be computed first, then the widest; equal ones as in the model
    std::vector<std::string> no_effect;  ///< drivers with a range that the target does not need in any of these years
    std::vector<std::string> no_range;   ///< drivers that the target needs in these years, without a range
};

/// Moves every driver with a range to both ends, in all years after the base year and on top of what `overlay` does to
/// it; all else as in `overlay`. Drivers are evaluated one at a time: the bars of two that work together (price times
/// volume) do not add up.
[[nodiscard]] Tornado tornado(const model::Graph& graph, const model::Definition& definition,
                              const model::Overlay& overlay, const Target& target);

}  // namespace begroot::scenario
