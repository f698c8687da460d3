#pragma once
// How a driver may turn out: a deviation for every standard normal score.

#include "model/definition.hpp"
#include "scenario/detail/cubic.hpp"

#include <span>
#include <vector>

namespace begroot::scenario::detail {

/// A deviation is at most this share of the distance between lowest and highest from the exact inverse (lognormal: this
/// share of 1 + the deviation).
inline constexpr double deviation_error = 1e-8;

/// The inverse of a distribution after the normal one: rises with the score, so that scores which move together give
/// deviations which do.
class Distribution {
public:
    explicit Distribution(const model::Uncertainty& uncertainty);

    /// Gives the deviation of every score: a fraction of the expected value, or in the unit of the driver.
    void deviations(std::span<const double> scores, std::span<double> found) const;

private:
    template <typename Inverse>
    void tabulate(double kink, Inverse inverse);
    void set_outcomes(const model::Uncertainty& uncertainty);

    double spread_ = 0;             ///< of a normal one; the others have cubics or outcomes
    double origin_ = 0;             ///< score at which the cubics start
    std::vector<Cubic> cubics_;     ///< equally wide pieces of the inverse
    std::vector<double> limits_;    ///< scores at which the next outcome starts
    std::vector<double> outcomes_;  ///< ascending
};

}  // namespace begroot::scenario::detail
