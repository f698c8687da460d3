#pragma once
// What every operation gives for one number; blocks of draws use the same functions, so that both agree bit for bit.

#include "model/detail/rounding.hpp"
#include "model/formula.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace begroot::model::detail {

inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// Gives 10 to the power of a number of decimals, rounded to whole and held within -9 to 9.
[[nodiscard]] inline double power_of_ten(double decimals) {
    constexpr double most = 9;
    return std::pow(10.0, std::clamp(std::trunc(decimals), -most, most));
}

/// 1 or 0, but not a number when either side is not.
[[nodiscard]] inline double truth(bool holds, double a, double b) {
    return std::isnan(a) || std::isnan(b) ? not_a_number : (holds ? 1.0 : 0.0);
}

struct Minimum {
    double operator()(double a, double b) const { return std::isnan(a) || a < b ? a : b; }
};
struct Maximum {
    double operator()(double a, double b) const { return std::isnan(a) || a > b ? a : b; }
};

/// A straight line between the points of a table; beyond its ends the end's value holds.
[[nodiscard]] inline double interpolate(const std::vector<std::pair<double, double>>& points, double x) {
    if (std::isnan(x) || points.empty()) return not_a_number;
    if (x <= points.front().first) return points.front().second;
    if (x >= points.back().first) return points.back().second;
    const auto next = std::ranges::upper_bound(points, x, {}, &std::pair<double, double>::first);
    const auto& [x0, y0] = *(next - 1);
    const auto& [x1, y1] = *next;
    return y0 + (y1 - y0) * ((x - x0) / (x1 - x0));
}

/// The last point of a table that is not beyond x; not a number before the first.
[[nodiscard]] inline double look_up(const std::vector<std::pair<double, double>>& points, double x) {
    if (std::isnan(x) || points.empty() || x < points.front().first) return not_a_number;
    return (std::ranges::upper_bound(points, x, {}, &std::pair<double, double>::first) - 1)->second;
}

/// Computes an operation with one or two numbers.
[[nodiscard]] inline double compute(Operation operation, double a, double b) {
    switch (operation) {
        case Operation::add:
            return a + b;
        case Operation::subtract:
            return a - b;
        case Operation::multiply:
            return a * b;
        case Operation::divide:
            return a / b;
        case Operation::power:
            return std::pow(a, b);
        case Operation::negate:
            return -a;
        case Operation::less:
            return truth(a < b, a, b);
        case Operation::less_equal:
            return truth(a <= b, a, b);
        case Operation::greater:
            return truth(a > b, a, b);
        case Operation::greater_equal:
            return truth(a >= b, a, b);
        case Operation::equal:
            return truth(a == b, a, b);
        case Operation::not_equal:
            return truth(a != b, a, b);
        case Operation::minimum:
            return Minimum{}(a, b);
        case Operation::maximum:
            return Maximum{}(a, b);
        case Operation::round:
            return round_half(a * power_of_ten(b)) / power_of_ten(b);
        case Operation::round_up:
            return round_away(a * power_of_ten(b)) / power_of_ten(b);
        case Operation::round_down:
            return round_towards(a * power_of_ten(b)) / power_of_ten(b);
        case Operation::absolute:
            return std::abs(a);
        case Operation::both:
            return truth(a != 0 && b != 0, a, b);
        case Operation::either:
            return truth(a != 0 || b != 0, a, b);
        case Operation::negation:
            return truth(a == 0, a, a);
        default:
            return not_a_number;  // operations over tables, lists and codes are steps of their own
    }
}

/// als(condition; yes; no); the side that is not chosen may be not a number.
[[nodiscard]] inline double choose(double condition, double yes, double no) {
    if (std::isnan(condition)) return not_a_number;
    return condition != 0 ? yes : no;
}

/// Rounds an outcome in euros to whole cents, or to whole multiples of `rounding` cents.
[[nodiscard]] inline double to_cents(double euros, double rounding) {
    constexpr double cents_per_euro = 100;
    if (rounding == 1) return whole_cents(euros * cents_per_euro);
    return whole_cents(euros * cents_per_euro / rounding) * rounding;
}

}  // namespace begroot::model::detail
