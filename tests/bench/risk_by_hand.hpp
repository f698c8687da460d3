#pragma once
// The model of risk_model.hpp written out by hand as one loop over draws, as somebody would who has only that model.

#include "scenario/detail/moments.hpp"
#include "scenario/detail/quantiles.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace begroot::bench {

/// Figures of a year: 60 lines, 9 totals, equity, cash and two ratios.
inline constexpr std::size_t figures_by_year = 73;
inline constexpr std::size_t resultaat_by_hand = 62;
inline constexpr std::size_t equity_by_hand = 69;

/// What comes out, by year and figure.
struct RiskByHand {
    std::vector<scenario::detail::Quantiles> quantiles;
    std::vector<double> means;
    std::vector<double> deviations;
    std::array<double, 12> shares{};
    std::array<double, 20> chances{};
};

/// Draws with the same random numbers as begroot. `keep_all`: keeps every value and finds exact quantiles; otherwise
/// counts in the same bins.
[[nodiscard]] RiskByHand draw_by_hand(std::int64_t draws, std::uint64_t seed, bool keep_all);

}  // namespace begroot::bench
