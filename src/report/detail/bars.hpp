#pragma once
// Bars as text: a stretch between two values on a scale, as a terminal shows it.

#include <cstddef>
#include <string>

namespace begroot::report::detail {

/// The shortest and the longest bar that still says something.
inline constexpr std::size_t bar_min = 16;
inline constexpr std::size_t bar_max = 60;

/// A scale from `low` to `high` in `width` characters.
struct BarScale {
    double low = 0;
    double high = 0;
    std::size_t width = 24;
};

/// Draws how a figure goes from `base` to both ends: `░░░░│████`; the end reached with the low value is light. An end
/// that is no number is not drawn. No spaces at the end.
[[nodiscard]] std::string tornado_bar(const BarScale& scale, double base, double at_low, double at_high);

/// The five quantiles of a band.
struct BandValues {
    double p5 = 0;
    double p25 = 0;
    double p50 = 0;
    double p75 = 0;
    double p95 = 0;
};

/// Draws a band: `├──▒▒█▒▒──┤`, the middle half broad, the median full.
[[nodiscard]] std::string band_bar(const BarScale& scale, const BandValues& band);

}  // namespace begroot::report::detail
