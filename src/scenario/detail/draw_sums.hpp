#pragma once
// What is added up over draws: moments of the figures, crossings, and how drivers go with the explained figure.

#include "scenario/detail/moments.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace begroot::scenario::detail {

/// How often a ratio was beyond its signal, of the draws in which both have a value.
struct CrossingSums {
    std::int64_t count = 0;
    std::int64_t beyond = 0;
};

/// How a driver's mean deviation x goes with the explained figure y (around its centre), over draws in which y is
/// finite.
struct DriverSums {
    double x = 0;
    double xx = 0;
    double xy = 0;
};

/// All sums of some draws. Adding chunks in one order gives the same bits whatever computed them.
struct DrawSums {
    DrawSums(std::size_t figures, std::size_t crossings, std::size_t drivers);

    void add(const DrawSums& more);
    void clear();

    std::vector<Moments> figures;  ///< by uncertain figure
    std::vector<CrossingSums> crossings;
    std::vector<DriverSums> drivers;
    Moments explained;
    std::int64_t without_value = 0;  ///< draws in which some figure is not finite
};

/// Gives the squared correlation of a driver with the explained figure; 0 where either does not move.
[[nodiscard]] double squared_correlation(const DriverSums& driver, const Moments& explained);

}  // namespace begroot::scenario::detail
