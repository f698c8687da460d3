#pragma once
// Mean and spread of one figure, added up in a fixed order.

#include <cstdint>
#include <limits>
#include <span>

namespace begroot::scenario::detail {

/// Sums around a centre that lies near the mean, so that nothing cancels. Only finite values count.
struct Moments {
    std::int64_t count = 0;
    double sum = 0;
    double squares = 0;
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();

    /// Adds values; gives whether all of them were finite.
    bool add(std::span<const double> values, double centre);
    void add(const Moments& more);
    [[nodiscard]] double mean(double centre) const;
    /// Of the draws themselves, divided by count - 1.
    [[nodiscard]] double standard_deviation() const;
};

}  // namespace begroot::scenario::detail
