#include "scenario/detail/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

namespace begroot::scenario::detail {

namespace {

/// So many of the lowest and of the highest of a full sample may lie outside the bins: 5% of the draws lie below them
/// only when 6 or fewer of 1024 were among the lowest 5%, which happens once in 10^15.
constexpr std::size_t extremes = 6;
constexpr std::size_t full_sample = 1024;
/// An extent of nothing gets this share of its values as width.
constexpr double least_share = 1e-9;
constexpr double smallest_width = 1e-300;
/// Bins in which an exact quantile is first sought.
constexpr std::size_t selection_bins = 1024;
constexpr std::uint8_t not_wanted = 0xFF;

Quantiles without_values() {
    Quantiles none;
    none.values.fill(std::numeric_limits<double>::quiet_NaN());
    return none;
}

/// Where a rank lies in counted bins.
struct Located {
    std::size_t bin = 0;
    std::int64_t below = 0;  ///< values in lower bins
};

std::array<Located, quantile_percents.size()> locate(std::span<const std::uint32_t> counts, std::int64_t count) {
    std::array<Located, quantile_percents.size()> found;
    std::size_t bin = 0;
    std::int64_t below = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const std::int64_t rank = rank_of(quantile_percents[i], count);
        while (below + counts[bin] < rank) below += counts[bin++];
        found[i] = {bin, below};
    }
    return found;
}

}  // namespace

std::int64_t rank_of(std::int64_t percent, std::int64_t count) {
    constexpr std::int64_t whole = 100;
    return count / whole * percent + (count % whole * percent + whole - 1) / whole;
}

Quantiles exact_quantiles(std::span<double> all, const Moments& moments) {
    const std::span<double> values = all.first(static_cast<std::size_t>(moments.count));
    if (values.size() < all.size()) std::partition(all.begin(), all.end(), [](double x) { return std::isfinite(x); });
    if (values.empty()) return without_values();
    // Counts in bins tell in which bin a rank lies; only the values of those bins are sorted out.
    const Bins bins({moments.least, moments.most}, false, selection_bins);
    std::vector<std::uint16_t> found(values.size());
    bins.find(values, found);
    std::vector<std::uint32_t> counts(bins.size());
    std::vector<std::uint32_t> odd_counts(bins.size());
    count_twofold<std::uint32_t>(found, counts, odd_counts);
    std::ranges::transform(counts, odd_counts, counts.begin(), std::plus<>());
    const auto count = static_cast<std::int64_t>(values.size());
    const auto located = locate(counts, count);
    std::vector<std::uint8_t> wanted(bins.size(), not_wanted);
    std::array<std::vector<double>, quantile_percents.size()> candidates;
    for (std::size_t i = located.size(); i-- > 0;) wanted[located[i].bin] = static_cast<std::uint8_t>(i);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (wanted[found[i]] != not_wanted) candidates[wanted[found[i]]].push_back(values[i]);
    }
    Quantiles quantiles;
    for (std::size_t i = 0; i < located.size(); ++i) {
        std::vector<double>& among = candidates[wanted[located[i].bin]];
        const auto place = among.begin() + (rank_of(quantile_percents[i], count) - located[i].below - 1);
        std::ranges::nth_element(among, place);
        quantiles.values[i] = *place;
    }
    return quantiles;
}

Extent extent_of(std::span<const double> sample) {
    if (sample.empty()) return {0, 1};
    if (sample.size() < full_sample) {
        const auto [low, high] = std::ranges::minmax(sample);
        return {low - (high - low), high + (high - low)};
    }
    std::array<double, extremes> lowest{};
    std::array<double, extremes> highest{};
    std::ranges::partial_sort_copy(sample, lowest);
    std::ranges::partial_sort_copy(sample, highest, std::greater<>());
    return {lowest.back(), highest.back()};
}

Bins::Bins(const Extent& extent, bool whole, std::size_t count) : inner_(count - 2), whole_(whole) {
    const double range = extent.high - extent.low;
    const auto inner = static_cast<double>(inner_);
    if (whole) {
        // The edges lie half a unit from every whole value.
        width_ = std::max(1.0, std::ceil((range + 1) / inner));
        origin_ = extent.low - std::floor((inner * width_ - range - 1) / 2) - 0.5;
    } else {
        const double least = std::max(std::abs(extent.low), std::abs(extent.high)) * least_share;
        width_ = std::max({range, least, smallest_width}) / inner;
        origin_ = extent.low;
    }
}

void Bins::find(std::span<const double> values, std::span<std::uint16_t> bins) const {
    const double below = origin_ - width_;
    const double per_unit = 1 / width_;
    const double first = first_;
    const auto last = static_cast<double>(inner_ + 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        double place = (values[i] - below) * per_unit;
        place = place > first ? place : first;  // not a number too
        place = place < last ? place : last;
        bins[i] = static_cast<std::uint16_t>(static_cast<std::int32_t>(place));
    }
}

Extent Bins::extent_of_bin(std::size_t bin, const Extent& all) const {
    const double inside = whole_ ? 0.5 : 0;
    Extent found;
    found.low = bin == 0 ? all.low : origin_ + static_cast<double>(bin - 1) * width_ + inside;
    found.high = bin > inner_ ? all.high : origin_ + static_cast<double>(bin) * width_ - inside;
    return found;
}

Quantiles Bins::quantiles(std::span<const std::uint32_t> counts, const Extent& all) const {
    std::int64_t count = 0;
    for (const std::uint32_t one : counts) count += one;
    if (count == 0) return without_values();
    Quantiles found;
    const auto located = locate(counts, count);
    for (std::size_t i = 0; i < located.size(); ++i) {
        const auto [bin, below] = located[i];
        const Extent extent = extent_of_bin(bin, all);
        const double share = (static_cast<double>(rank_of(quantile_percents[i], count) - below) - 0.5) / counts[bin];
        const double value = extent.low + (extent.high - extent.low) * share;
        found.values[i] = std::clamp(whole_ ? std::nearbyint(value) : value, all.low, all.high);
        found.error = std::max(found.error, extent.high - extent.low);
    }
    return found;
}

}  // namespace begroot::scenario::detail
