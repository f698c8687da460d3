#pragma once
// Where a figure reaches what is wanted: a scan over values, and every change of sign solved.

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace begroot::scenario::detail {

/// Values over which the gap is 0, from the first to the last; a point when both are next to each other.
struct Stretch {
    double first = 0;
    double last = 0;
    bool at_start = false;  ///< it begins at the first point of the scan, and may begin before it
    bool at_end = false;
};

/// A change of sign that passes over 0: the values on both sides, next to each other.
struct Jump {
    double below = 0;
    double above = 0;
    double gap_below = 0;
    double gap_above = 0;
};

/// What a scan met.
struct Scan {
    std::vector<Stretch> reached;   ///< ascending
    std::vector<Jump> jumps;        ///< ascending
    std::optional<double> nearest;  ///< the value with the smallest gap; nothing when none can be computed
    bool moves = false;             ///< the gap is not the same at all points
};

/// Scans the gap between a figure and what is wanted over ascending points: brackets every change of sign, solves each
/// with TOMS 748, and finds the ends of every stretch over which the gap is 0. Without any, it seeks the smallest gap
/// (Brent) around the best point, which may touch 0. `gap` gives 0 where the figure is reached and not a number where
/// it cannot be computed.
[[nodiscard]] Scan scan_gap(const std::function<double(double)>& gap, std::span<const double> points);

}  // namespace begroot::scenario::detail
