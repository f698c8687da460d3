#pragma once
// Goal seek: which value of one assumption makes a figure what it must be.

#include "scenario/sensitivity.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::scenario {

/// `bovenmatig_vermogen@2029 = 0`.
struct Goal {
    Target target;
    double wanted = 0;  ///< in the unit of the target
};

/// Reads a goal. Errors (usage) as `parse_target`, or no `=` with a number.
[[nodiscard]] Result<Goal> parse_goal(std::string_view text, const model::Graph& graph,
                                      const model::Definition& definition);

/// What is turned: a variable (with members), in which years it takes the sought value.
struct Knob {
    std::string variable;
    std::vector<std::string> members;
    std::optional<std::int32_t> from;
    std::optional<std::int32_t> until;
    std::optional<double> least;
    std::optional<double> most;
};

/// Reads `onttrekking`, `onttrekking@2026-2029` or `deelname.so.laag@2026-`.
[[nodiscard]] Result<Knob> parse_knob(std::string_view text, const model::Graph& graph,
                                      const model::Definition& definition);

/// The outcome.
struct Found {
    std::optional<double> value;  ///< of the knob, in its unit; nothing when there is none
    double reached = 0;           ///< the target with that value
    std::vector<double> others;   ///< more values that do it, within the bounds
    /// The goal already holds over a whole stretch of values (a maximum with 0): its ends. The value is then the end
    /// nearest to the present one.
    std::optional<std::pair<double, double>> flat;
    std::string reason;  ///< why there is none, or what is to be known; a Dutch phrase
    std::vector<std::pair<std::string, std::pair<double, double>>>
        moved;  ///< series: target year before and after, in their unit (kengetallen, resultaat and balance items)
    double least = 0;  ///< the bounds used
    double most = 0;
};

/// Seeks: scans the bounds (given, or from the knob's range and present values), brackets every change of sign, solves
/// each with TOMS 748 to the last cent, and says when there is none, whether the target moves at all, and which values
/// come nearest.
[[nodiscard]] Found seek(const model::Graph& graph, const model::Definition& definition,
                         const std::vector<Adjustment>& base, const Goal& goal, const Knob& knob);

}  // namespace begroot::scenario
