#pragma once
// A piece of a smooth curve as a polynomial of the third degree.

#include <array>
#include <cstddef>

namespace begroot::scenario::detail {

/// c0 + c1 t + c2 t² + c3 t³ for t from 0 to 1.
struct Cubic {
    std::array<double, 4> c{};

    [[nodiscard]] double operator()(double t) const {
        const double t2 = t * t;
        return (c[0] + c[1] * t) + (c[2] + c[3] * t) * t2;
    }
};

/// Gives the cubic through a curve at 0, 1/4, 3/4 and 1 (Chebyshev's points of the second kind): neighbours join.
template <typename Curve>
[[nodiscard]] Cubic fit_cubic(Curve curve) {
    const double y0 = curve(0.0);
    const double y1 = curve(0.25);
    const double y2 = curve(0.75);
    const double y3 = curve(1.0);
    // Newton's divided differences over those four points, written out in powers of t.
    const double d01 = (y1 - y0) / 0.25;
    const double d12 = (y2 - y1) / 0.5;
    const double d23 = (y3 - y2) / 0.25;
    const double d012 = (d12 - d01) / 0.75;
    const double d123 = (d23 - d12) / 0.75;
    const double d0123 = d123 - d012;
    return {{y0, d01 - 0.25 * d012 + 0.1875 * d0123, d012 - d0123, d0123}};
}

}  // namespace begroot::scenario::detail
