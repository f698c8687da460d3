#include "scenario/detail/quantiles.hpp"

#include "scenario/detail/moments.hpp"

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
/// Values that are looked at together.
constexpr std::size_t batch = 512;
constexpr std::uint8_t not_wanted = 0xFF;

Quantiles without_values() {
    Quantiles none;
    none.values.fill(std::numeric_limits<double>::quiet_NaN());
    return none;
}

/// Calls `use(values, bins)` for all values, a batch at a time.
template <typename Use>
void for_batches(std::span<const double> values, const Bins& bins, Use use) {
    std::array<std::uint16_t, batch> found;
    for (std::size_t i = 0; i < values.size(); i += batch) {
        const auto part = values.subspan(i, std::min(batch, values.size() - i));
        bins.find(part, found);
        use(part, std::span<const std::uint16_t>(found).first(part.size()));
    }
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

Quantiles exact_quantiles(std::span<double> all) {
    Moments moments;
    std::span<double> values = all;
    if (!moments.add(all, 0)) {
        const auto beyond = std::partition(all.begin(), all.end(), [](double x) { return std::isfinite(x); });
        values = all.first(static_cast<std::size_t>(beyond - all.begin()));
    }
    if (values.empty()) return without_values();
    // Counts in bins tell in which bin a rank lies; only the values of those bins are sorted out.
    const Bins bins({moments.least, moments.most}, false, selection_bins);
    std::vector<std::uint32_t> counts(bins.size());
    for_batches(values, bins, [&](auto, auto found) {
        for (const std::uint16_t bin : found) ++counts[bin];
    });
    const auto count = static_cast<std::int64_t>(values.size());
    const auto located = locate(counts, count);
    std::vector<std::uint8_t> wanted(bins.size(), not_wanted);
    std::array<std::vector<double>, quantile_percents.size()> candidates;
    for (std::size_t i = located.size(); i-- > 0;) wanted[located[i].bin] = static_cast<std::uint8_t>(i);
    for_batches(values, bins, [&](auto part, auto found) {
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (wanted[found[i]] != not_wanted) candidates[wanted[found[i]]].push_back(part[i]);
        }
    });
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
    per_unit_ = 1 / width_;
}

void Bins::find(std::span<const double> values, std::span<std::uint16_t> bins) const {
    const auto last = static_cast<double>(inner_ + 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        double place = (values[i] - origin_) * per_unit_ + 1;
        place = place > 0 ? place : 0;  // not a number too
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
