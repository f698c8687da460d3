#pragma once
// Monte Carlo on any scenario: bands by line and year, chances of crossing a signal, and what explains the spread.

#include "scenario/scenario.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace begroot::scenario {

/// Limits on a run.
inline constexpr std::int64_t draws_max = 100'000'000;
inline constexpr int threads_max = 256;
/// Exact quantiles are kept in at most this many bytes; a longer run counts in fine bins with a stated error.
inline constexpr std::size_t exact_bytes_max = 200U << 20U;

/// How to draw.
struct RiskOptions {
    std::int64_t draws = 100'000;
    std::uint64_t seed = 1;
    int threads = 0;  ///< 0: as many as the machine has; the outcome is the same for any number
    std::size_t exact_bytes = exact_bytes_max;  ///< see there
};

/// The band of one series in one year, in the unit of the series (euros for money, rounded to the cent).
struct Band {
    std::uint32_t series = 0;
    std::int32_t year = 0;
    double p5 = 0;
    double p25 = 0;
    double p50 = 0;
    double p75 = 0;
    double p95 = 0;
    double mean = 0;
    double standard_deviation = 0;
    double error =
        0;  ///< a bin's width: the quantiles are at most this far off the exact ones of these draws; 0: exact
};

/// The chance that a ratio is beyond its signal in a year.
struct Crossing {
    std::string ratio;
    std::int32_t year = 0;
    double chance = 0;
    double standard_error = 0;
};

/// How much of the spread of the result's or equity's last year goes with a driver: squared rank-free correlation.
struct Share {
    std::string driver;
    double share = 0;  ///< of the variance, 0 to 1; shares of correlated drivers need not add up to 1
};

/// A whole run.
struct Risk {
    RiskOptions options;
    std::vector<Band> bands;  ///< lines, totals, balance items and ratios in their order, by year
    std::vector<Crossing> crossings;
    std::uint32_t explained_series = 0;  ///< what the shares explain
    std::int32_t explained_year = 0;
    std::vector<Share> shares;                 ///< the largest first
    std::vector<std::string> certain_drivers;  ///< drivers without an uncertainty
    std::int64_t without_value = 0;            ///< draws in which some asked figure could not be computed
};

/// Draws. Counter-based numbers (Philox of Random123: key is the seed, counter is draw, driver and year), so the same
/// seed gives the same bits for any number of threads. Drivers are tied by their correlations (Cholesky of the normal
/// scores) and each over the years by its own. Errors: no uncertain driver, correlations that cannot hold together
/// (which ones), impossible options.
[[nodiscard]] Result<Risk> draw_risk(const model::Graph& graph, const model::Definition& definition,
                                     const model::Overlay& overlay, const RiskOptions& options);

}  // namespace begroot::scenario
