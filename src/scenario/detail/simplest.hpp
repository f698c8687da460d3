#pragma once
// Values as a person writes them: with no more decimals than they need.

#include "model/quantity.hpp"

#include <cmath>
#include <string>

namespace begroot::scenario::detail {

/// Gives the number of decimals that a person reads: cents, 0,0001%, millionths.
[[nodiscard]] inline int shown_decimals(const model::Unit& unit) {
    if (model::is_money(unit)) return 2;
    return unit.percent ? 4 : 6;
}

/// Rounds to a number of decimals as they are written: those of the percentage for a percentage.
[[nodiscard]] inline double with_decimals(double value, const model::Unit& unit, int decimals,
                                          double (*rounding)(double)) {
    const double scale = std::pow(10.0, decimals + (unit.percent ? 2 : 0));
    return rounding(value * scale) / scale;
}

[[nodiscard]] inline double half_away(double value) { return std::round(value); }
[[nodiscard]] inline double downwards(double value) { return std::floor(value); }
[[nodiscard]] inline double upwards(double value) { return std::ceil(value); }

/// Writes a value with the decimals that a person reads.
[[nodiscard]] inline std::string shown(double value, const model::Unit& unit) {
    return model::write_value(with_decimals(value, unit, shown_decimals(unit), half_away), unit);
}

/// Gives the value with the fewest decimals near a value for which `fits` holds; the value itself when there is none.
template <typename Fits>
[[nodiscard]] double simplest(double near, const model::Unit& unit, int decimals, const Fits& fits) {
    constexpr int decimals_max = 15;
    for (; decimals <= decimals_max; ++decimals) {
        for (double (*rounding)(double) : {half_away, downwards, upwards}) {
            const double candidate = with_decimals(near, unit, decimals, rounding);
            if (fits(candidate)) return candidate;
        }
    }
    return near;
}

}  // namespace begroot::scenario::detail
