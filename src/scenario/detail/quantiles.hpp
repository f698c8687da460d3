#pragma once
// The values below which 5, 25, 50, 75 and 95% of the draws lie: exact, or from counts in bins.

#include "scenario/detail/moments.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace begroot::scenario::detail {

/// The shares asked, in percent.
inline constexpr std::array<std::int64_t, 5> quantile_percents = {5, 25, 50, 75, 95};

/// One value for each of `quantile_percents`.
struct Quantiles {
    std::array<double, quantile_percents.size()> values{};
    double error = 0;  ///< none of them is further off than this
};

/// Gives the rank (from 1) of a quantile among values from low to high: the first that has `percent` at or below it.
[[nodiscard]] std::int64_t rank_of(std::int64_t percent, std::int64_t count);

/// Gives the values of those ranks. Values that are not finite do not count, as in `moments`, which are those of the
/// same values; without any, all are not a number. Moves values that are not finite to the end.
[[nodiscard]] Quantiles exact_quantiles(std::span<double> values, const Moments& moments);

/// A stretch of values.
struct Extent {
    double low = 0;
    double high = 0;
};

/// Gives the stretch of a first sample of finite values in which the quantiles of all draws will lie: without its few
/// most extreme values when it is large, with as much again on both sides when it is small.
[[nodiscard]] Extent extent_of(std::span<const double> sample);

/// Equally wide bins over a stretch, with one bin below and one above for all the rest.
class Bins {
public:
    Bins() = default;
    /// Divides a stretch over `count` bins (at least 3, at most 65536). Where values are whole, as cents are, a bin
    /// holds a whole number of them.
    Bins(const Extent& extent, bool whole, std::size_t count);

    [[nodiscard]] std::size_t size() const { return inner_ + 2; }
    /// Gives the bins of values, never lower for a higher value; one that is not finite lands anywhere.
    void find(std::span<const double> values, std::span<std::uint16_t> bins) const;
    /// Gives the quantiles of counted values, of which the least and the most are known.
    [[nodiscard]] Quantiles quantiles(std::span<const std::uint32_t> counts, const Extent& all) const;

private:
    /// Gives the lowest and the highest value that a bin may hold.
    [[nodiscard]] Extent extent_of_bin(std::size_t bin, const Extent& all) const;

    double origin_ = 0;  ///< where the first inner bin starts
    double width_ = 1;
    double first_ = 0;  ///< number of the lowest bin: a variable, because g++ compares with a constant 0 the long way
    std::size_t inner_ = 1;
    bool whole_ = false;
};

/// Counts bins in two tables in turn: a count need not wait for the one before when both have the same bin.
template <typename Count>
void count_twofold(std::span<const std::uint16_t> bins, std::span<Count> even, std::span<Count> odd) {
    std::size_t i = 0;
    for (; i + 2 <= bins.size(); i += 2) {
        ++even[bins[i]];
        ++odd[bins[i + 1]];
    }
    if (i < bins.size()) ++even[bins[i]];
}

}  // namespace begroot::scenario::detail
