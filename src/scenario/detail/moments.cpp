#include "scenario/detail/moments.hpp"

#include <algorithm>
#include <cmath>

#include <Eigen/Core>

namespace begroot::scenario::detail {

namespace {

/// Sums that do not wait for each other; also the order in which they are added up.
constexpr std::size_t lanes = 4;
using Lanes = Eigen::Array<double, lanes, 1>;

}  // namespace

bool Moments::add(std::span<const double> values, double centre) {
    Lanes sums = Lanes::Zero();
    Lanes square_sums = Lanes::Zero();
    Lanes low = Lanes::Constant(least);
    Lanes high = Lanes::Constant(most);
    const std::size_t whole = values.size() / lanes * lanes;
    for (std::size_t i = 0; i < whole; i += lanes) {
        const Eigen::Map<const Lanes> four(values.data() + i);
        const Lanes distance = four - centre;
        sums += distance;
        square_sums += distance.square();
        low = low.min(four);
        high = high.max(four);
    }
    Moments more;
    more.count = static_cast<std::int64_t>(values.size());
    more.sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    more.squares = (square_sums[0] + square_sums[1]) + (square_sums[2] + square_sums[3]);
    more.least = low.minCoeff();
    more.most = high.maxCoeff();
    for (std::size_t i = whole; i < values.size(); ++i) {
        more.sum += values[i] - centre;
        more.squares += (values[i] - centre) * (values[i] - centre);
        more.least = std::min(more.least, values[i]);
        more.most = std::max(more.most, values[i]);
    }
    if (std::isfinite(more.sum)) {
        add(more);
        return true;
    }
    for (const double value : values) {
        if (!std::isfinite(value)) continue;
        const double distance = value - centre;
        add(Moments{1, distance, distance * distance, value, value});
    }
    return false;
}

void Moments::add(const Moments& more) {
    count += more.count;
    sum += more.sum;
    squares += more.squares;
    least = std::min(least, more.least);
    most = std::max(most, more.most);
}

double Moments::mean(double centre) const {
    return count == 0 ? std::numeric_limits<double>::quiet_NaN() : centre + sum / static_cast<double>(count);
}

double Moments::standard_deviation() const {
    if (count == 0) return std::numeric_limits<double>::quiet_NaN();
    if (count == 1) return 0;
    const auto draws = static_cast<double>(count);
    return std::sqrt(std::max(0.0, squares - sum * sum / draws) / (draws - 1));
}

}  // namespace begroot::scenario::detail
