#pragma once
// Goal seek: which value of one assumption makes a figure what it must be.

#include "scenario/sensitivity.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace begroot::scenario {

/// `bovenmatig_vermogen@2029 = 0`.
struct Goal {
    Target target;
    double wanted = 0;  ///< in the unit of the target
};

/// Reads a goal; money is wanted to the cent. Errors (usage) as `parse_target`, or no `=` with a value in the unit of
/// the target.
[[nodiscard]] Result<Goal> parse_goal(std::string_view text, const model::Graph& graph,
                                      const model::Definition& definition);

/// What is turned: a variable (with members) and the years in which it takes the sought value, all the same.
struct Knob {
    std::string variable;
    std::vector<std::string> members;
    std::optional<std::int32_t> from;   ///< nothing: the first year after the base year
    std::optional<std::int32_t> until;  ///< nothing: to the last year
    std::optional<double> least;        ///< bounds, in its unit; nothing: `seek` finds them
    std::optional<double> most;
};

/// Reads `onttrekking`, `onttrekking@2026-2029` or `deelname.so.laag@2026-`. Errors (usage) as `parse_adjustment`.
[[nodiscard]] Result<Knob> parse_knob(std::string_view text, const model::Graph& graph,
                                      const model::Definition& definition);

/// Gives the adjustment that turns a knob to a value.
[[nodiscard]] Adjustment turn(const Knob& knob, double value);

/// A figure in the year of the goal, before and after, in its unit.
struct Moved {
    std::uint32_t series = 0;
    double before = 0;
    double after = 0;
};

/// The outcome.
struct Found {
    std::optional<double> value;  ///< of the knob, in its unit; nothing when there is none
    std::vector<double> others;   ///< more values that do it, within the bounds, ascending
    /// The goal holds over a whole stretch of values (a maximum with 0, a rounding up): its ends. The value is then the
    /// one nearest to the present value.
    std::optional<std::pair<double, double>> flat;
    std::optional<double>
        nearest;         ///< when there is no value: the one that comes nearest; nothing: none can be computed
    double reached = 0;  ///< the target with `value` or `nearest`, in its unit
    double before = 0;   ///< the target as it is
    double present = 0;  ///< the knob as it is: the mean over its members and years
    std::string reason;  ///< why there is none, or what is to be known; a Dutch phrase, empty when nothing
    std::vector<Moved>
        moved;         ///< with `value` or `nearest`: result, balance items and ratios that differ, in this order
    double least = 0;  ///< the bounds that were sought
    double most = 0;
};

/// Seeks: scans the bounds (given, or from the knob's range and present values outwards), brackets every change of
/// sign, solves each with TOMS 748, and says when there is none, whether the target moves at all, and which value comes
/// nearest. A value is written with no more decimals than the goal needs; a money target is reached to the cent, a
/// percentage to 0,0001%. Of more values the one nearest to the present is `value`. Errors (usage): bounds that do not
/// ascend, a knob without figures in its years; those of `overlay_of` for `base`.
[[nodiscard]] Result<Found> seek(const model::Graph& graph, const model::Definition& definition,
                                 std::span<const Adjustment> base, const Goal& goal, const Knob& knob);

}  // namespace begroot::scenario
