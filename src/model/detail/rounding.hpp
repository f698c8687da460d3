#pragma once
// Rounding as a spreadsheet shows it: half away from zero, with products such as 0,05 * 300 mended first.

#include <cmath>

namespace begroot::model::detail {

/// How far a product of doubles may be off, relative: a few units in the last place.
inline constexpr double product_slack = 8.0 * 2.220446049250313e-16;

/// Rounds to a whole number, half away from zero.
[[nodiscard]] inline double round_half(double x) {
    return std::copysign(std::floor(std::abs(x) * (1 + product_slack) + 0.5), x);
}
/// Rounds away from zero.
[[nodiscard]] inline double round_away(double x) {
    return std::copysign(std::ceil(std::abs(x) * (1 - product_slack)), x);
}
/// Rounds towards zero.
[[nodiscard]] inline double round_towards(double x) {
    return std::copysign(std::floor(std::abs(x) * (1 + product_slack)), x);
}

/// Adding and taking away 1,5 * 2^52 rounds a double to a whole number (to even at a half).
inline constexpr double whole_magic = 6755399441055744.0;

/// Rounds cents to a whole number, half away from zero, without a branch: the slack lifts every half over the edge.
/// Exact for amounts below 2^51 cents (22 thousand billion euro).
[[nodiscard]] inline double whole_cents(double cents) {
    return (cents * (1 + product_slack) + whole_magic) - whole_magic;
}

}  // namespace begroot::model::detail
