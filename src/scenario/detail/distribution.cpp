#include "scenario/detail/distribution.hpp"

#include "scenario/detail/normal_quantile.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <boost/math/special_functions/beta.hpp>

namespace begroot::scenario::detail {

namespace {

using model::Uncertainty;

/// Beyond this score lies 6e-16 of the distribution; further scores count as this one.
constexpr double score_max = 8;
constexpr double pieces_per_unit = 32;
/// Up to so many outcomes counting limits is faster than searching them.
constexpr std::size_t counted_max = 24;

double triangular_inverse(const Uncertainty& shape, double score) {
    const double width = shape.high - shape.low;
    if (width <= 0) return shape.low;
    const double below = normal_share(score);
    if (below * width <= shape.top - shape.low) return shape.low + std::sqrt(below * width * (shape.top - shape.low));
    return shape.high - std::sqrt(normal_share(-score) * width * (shape.high - shape.top));
}

/// The PERT distribution is a beta distribution with weight 4 on the top.
double pert_inverse(const Uncertainty& shape, double score) {
    const double width = shape.high - shape.low;
    if (width <= 0) return shape.low;
    constexpr double weight = 4;
    const double alpha = 1 + weight * (shape.top - shape.low) / width;
    const double beta = 1 + weight * (shape.high - shape.top) / width;
    const double place = score < 0 ? boost::math::ibeta_inv(alpha, beta, normal_share(score))
                                   : boost::math::ibetac_inv(alpha, beta, normal_share(-score));
    return shape.low + width * place;
}

/// The score at which the density of a triangle has its top.
double triangular_kink(const Uncertainty& shape) {
    const double width = shape.high - shape.low;
    if (shape.top <= shape.low || shape.top >= shape.high) return 0;
    return std::clamp(normal_quantile((shape.top - shape.low) / width), -score_max, score_max);
}

}  // namespace

Distribution::Distribution(const Uncertainty& uncertainty) {
    switch (uncertainty.shape) {
        case Uncertainty::Shape::normal:
            spread_ = uncertainty.spread;
            break;
        case Uncertainty::Shape::lognormal:
            tabulate(0, [&](double score) { return std::expm1(uncertainty.spread * score); });
            break;
        case Uncertainty::Shape::uniform:
            tabulate(0, [&](double score) {
                return uncertainty.low + (uncertainty.high - uncertainty.low) * normal_share(score);
            });
            break;
        case Uncertainty::Shape::triangular:
            tabulate(triangular_kink(uncertainty),
                     [&](double score) { return triangular_inverse(uncertainty, score); });
            break;
        case Uncertainty::Shape::pert:
            tabulate(0, [&](double score) { return pert_inverse(uncertainty, score); });
            break;
        case Uncertainty::Shape::discrete:
        case Uncertainty::Shape::historical:
            set_outcomes(uncertainty);
            break;
    }
}

/// Cuts the inverse in pieces; `kink` is a score where two of them meet.
template <typename Inverse>
void Distribution::tabulate(double kink, Inverse inverse) {
    const double before = std::ceil((kink + score_max) * pieces_per_unit);
    const auto pieces = static_cast<std::size_t>(before + std::ceil((score_max - kink) * pieces_per_unit));
    origin_ = kink - before / pieces_per_unit;
    cubics_.reserve(pieces);
    for (std::size_t i = 0; i < pieces; ++i) {
        cubics_.push_back(
            fit_cubic([&](double t) { return inverse(origin_ + (static_cast<double>(i) + t) / pieces_per_unit); }));
    }
}

void Distribution::set_outcomes(const Uncertainty& uncertainty) {
    const std::size_t count = uncertainty.outcomes.size();
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return uncertainty.outcomes[i]; });
    const bool equal = uncertainty.shape == Uncertainty::Shape::historical;
    double below = 0;
    for (std::size_t i = 0; i < count; ++i) {
        outcomes_.push_back(uncertainty.outcomes[order[i]]);
        below += equal ? 1.0 / static_cast<double>(count) : uncertainty.chances[order[i]];
        if (i + 1 == count) break;
        if (below <= 0) {
            limits_.push_back(-HUGE_VAL);
        } else if (below >= 1) {
            limits_.push_back(HUGE_VAL);
        } else {
            limits_.push_back(normal_quantile(below));
        }
    }
    if (outcomes_.empty()) outcomes_.push_back(0);
}

void Distribution::deviations(std::span<const double> scores, std::span<double> found) const {
    if (!cubics_.empty()) {
        const double last = static_cast<double>(cubics_.size()) - 0.5 / pieces_per_unit;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            const double place = std::clamp((scores[i] - origin_) * pieces_per_unit, 0.0, last);
            const auto piece = static_cast<std::int32_t>(place);
            found[i] = cubics_[static_cast<std::size_t>(piece)](place - piece);
        }
    } else if (outcomes_.empty()) {
        for (std::size_t i = 0; i < scores.size(); ++i) found[i] = spread_ * scores[i];
    } else if (limits_.size() <= counted_max) {
        for (std::size_t i = 0; i < scores.size(); ++i) {
            std::size_t outcome = 0;
            for (const double limit : limits_) outcome += static_cast<std::size_t>(scores[i] >= limit);
            found[i] = outcomes_[outcome];
        }
    } else {
        for (std::size_t i = 0; i < scores.size(); ++i) {
            const auto next = std::ranges::upper_bound(limits_, scores[i]);
            found[i] = outcomes_[static_cast<std::size_t>(next - limits_.begin())];
        }
    }
}

}  // namespace begroot::scenario::detail
