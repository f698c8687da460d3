#pragma once
// Where a goal is sought: from near the present value of the knob outwards.

#include "scenario/detail/root_scan.hpp"
#include "scenario/detail/turned_model.hpp"

#include <optional>
#include <vector>

namespace begroot::scenario::detail {

/// What a knob may be.
struct Bounds {
    double least = 0;
    double most = 0;
};

/// Gives the plausible range of a driver around its present values; nothing when it has none.
[[nodiscard]] std::optional<Bounds> plausible(const TurnedModel& turned);

/// Looks for the goal, from near the present value outwards.
class Search {
public:
    Search(TurnedModel& turned, const Knob& knob) : turned_(&turned), knob_(&knob) {}

    /// Scans the bounds of the knob; without, the plausible range of a driver, and then ever further: first what is not
    /// below 0 when the present values are not, then also that.
    void run();

    [[nodiscard]] const Scan& scan() const { return scan_; }
    [[nodiscard]] const Bounds& bounds() const { return bounds_; }

private:
    void scan(const std::vector<double>& points);
    void scan_outwards(const Bounds& limits);

    TurnedModel* turned_;
    const Knob* knob_;
    Bounds bounds_;
    Scan scan_;
};

}  // namespace begroot::scenario::detail
