#include "scenario/detail/correlation.hpp"

#include "model/quantity.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include <Eigen/Cholesky>

namespace begroot::scenario::detail {

namespace {

using Eigen::MatrixXd;
using model::Correlation;

/// A matrix of correlations may miss what it should be by this much: they are written in a few digits.
constexpr double matrix_slack = 1e-9;
constexpr std::size_t shown_pairs_max = 10;

/// Two movers with the correlation that ties them.
struct Knot {
    std::size_t first = 0;
    std::size_t second = 0;
    const Correlation* written = nullptr;
};

Eigen::Index row(std::size_t i) { return static_cast<Eigen::Index>(i); }

/// Tells whether two movers have the same member on every list that both run over.
bool agree(const Mover& a, const Mover& b) {
    for (std::size_t i = 0; i < a.members.size(); ++i) {
        const auto& others = b.driver->lists;
        const auto same = std::ranges::find(others, a.driver->lists[i]);
        if (same == others.end() || b.members.empty()) continue;
        if (b.members[static_cast<std::size_t>(same - others.begin())] != a.members[i]) return false;
    }
    return true;
}

std::vector<Knot> knots_of(std::span<const Mover> movers, std::span<const Correlation> correlations) {
    std::vector<Knot> knots;
    for (const Correlation& one : correlations) {
        if (one.value == 0) continue;
        for (std::size_t i = 0; i < movers.size(); ++i) {
            if (movers[i].driver->code != one.first) continue;
            for (std::size_t k = 0; k < movers.size(); ++k) {
                if (i != k && movers[k].driver->code == one.second && agree(movers[i], movers[k]))
                    knots.push_back({i, k, &one});
            }
        }
    }
    return knots;
}

/// Gives for every mover the lowest one of those it is tied to, directly or through others.
std::vector<std::size_t> lowest_tied(std::size_t count, std::span<const Knot> knots) {
    std::vector<std::size_t> above(count);
    std::iota(above.begin(), above.end(), std::size_t{0});
    const auto lowest = [&above](std::size_t i) {
        while (above[i] != i) i = above[i] = above[above[i]];
        return i;
    };
    for (const Knot& knot : knots) {
        const auto [low, high] = std::minmax({lowest(knot.first), lowest(knot.second)});
        above[high] = low;
    }
    for (std::size_t i = 0; i < count; ++i) above[i] = lowest(i);
    return above;
}

/// Gives F with F Fᵀ = matrix; nothing when there is none. Cholesky with pivots, which allows scores that follow wholly
/// from others.
std::optional<MatrixXd> factor(const MatrixXd& matrix) {
    const Eigen::LDLT<MatrixXd> parts(matrix);
    MatrixXd found = parts.matrixL();
    found *= parts.vectorD().cwiseMax(0).cwiseSqrt().asDiagonal();
    found = (parts.transpositionsP().transpose() * found).eval();
    const double miss = (found * found.transpose() - matrix).cwiseAbs().maxCoeff();
    if (!(miss <= matrix_slack)) return std::nullopt;
    return found;
}

/// Leaves of a matrix that has no factor a smallest set of rows that has none either.
std::vector<std::size_t> smallest_conflict(const MatrixXd& matrix) {
    std::vector<std::size_t> kept(static_cast<std::size_t>(matrix.rows()));
    std::iota(kept.begin(), kept.end(), std::size_t{0});
    for (std::size_t i = kept.size(); i-- > 0;) {
        std::vector<std::size_t> rest = kept;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
        if (!rest.empty() && !factor(matrix(rest, rest))) kept = std::move(rest);
    }
    return kept;
}

std::string listed(const std::vector<std::string>& words) {
    std::string text = words.front();
    for (std::size_t i = 1; i < words.size(); ++i) text += (i + 1 == words.size() ? " en " : ", ") + words[i];
    return text;
}

/// Names movers that cannot go together, and the correlations between them.
Error conflict_error(std::span<const Mover> movers, std::span<const std::size_t> set, std::span<const Knot> knots,
                     bool over_years) {
    const model::Unit bare;
    std::vector<std::string> names;
    for (const std::size_t one : set) {
        names.push_back(movers[one].name);
        if (over_years) names.back() += " (over_jaren " + model::write_value(movers[one].over_years, bare) + ")";
    }
    std::string pairs;
    std::size_t shown = 0;
    Error error;
    for (std::size_t i = 0; i < set.size(); ++i) {
        for (std::size_t k = i + 1; k < set.size(); ++k) {
            const auto knot = std::ranges::find_if(knots, [&](const Knot& one) {
                return std::minmax(one.first, one.second) == std::minmax(set[i], set[k]);
            });
            if (knot != knots.end()) error.place = std::max(error.place, knot->written->place);
            if (++shown > shown_pairs_max) continue;
            pairs += (pairs.empty() ? "" : "; ") + movers[set[i]].name + " en " + movers[set[k]].name + " ";
            pairs += knot == knots.end() ? "0 (niet opgegeven)" : model::write_value(knot->written->value, bare);
        }
    }
    error.found = "de samenhangen van " + listed(names) + " kunnen niet " +
                  (over_years ? "in elk jaar gelden: " : "samen bestaan: ") + pairs;
    error.expected =
        over_years ? "dezelfde over_jaren, of een kleinere samenhang" : "samenhangen die uit elkaar kunnen volgen";
    error.action =
        over_years ? "geef de aannames dezelfde over_jaren" : "geef de ontbrekende samenhang op of verklein er een";
    return error;
}

/// Refuses the movers of a bundle whose matrix has no factor.
Error conflict_of(const MatrixXd& matrix, const Bundle& bundle, std::span<const Mover> movers,
                  std::span<const Knot> knots, bool over_years) {
    std::vector<std::size_t> set;
    for (const std::size_t i : smallest_conflict(matrix)) set.push_back(bundle.movers[i]);
    return conflict_error(movers, set, knots, over_years);
}

Result<void> fill_matrices(Bundle& bundle, std::span<const Mover> movers, std::span<const Knot> knots) {
    const Eigen::Index count = row(bundle.movers.size());
    MatrixXd first = MatrixXd::Identity(count, count);
    const auto place = [&bundle](std::size_t mover) {
        return row(static_cast<std::size_t>(std::ranges::lower_bound(bundle.movers, mover) - bundle.movers.begin()));
    };
    for (const Knot& knot : knots) {
        if (!std::ranges::binary_search(bundle.movers, knot.first)) continue;
        first(place(knot.first), place(knot.second)) = knot.written->value;
        first(place(knot.second), place(knot.first)) = knot.written->value;
    }
    Eigen::VectorXd over_years(count);
    for (Eigen::Index i = 0; i < count; ++i)
        over_years(i) = movers[bundle.movers[static_cast<std::size_t>(i)]].over_years;
    const MatrixXd next = first.cwiseProduct(MatrixXd::Ones(count, count) - over_years * over_years.transpose());
    const auto first_factor = factor(first);
    if (!first_factor) return failure(conflict_of(first, bundle, movers, knots, false));
    const auto next_factor = factor(next);
    if (!next_factor) return failure(conflict_of(next, bundle, movers, knots, true));
    bundle.first = *first_factor;
    bundle.next = *next_factor;
    return {};
}

std::optional<Error> pair_given_twice(std::span<const Correlation> correlations) {
    for (std::size_t i = 0; i < correlations.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (std::minmax(correlations[i].first, correlations[i].second) !=
                std::minmax(correlations[k].first, correlations[k].second))
                continue;
            return Error{
                ErrorKind::input, correlations[i].place,
                "de samenhang van " + correlations[i].first + " en " + correlations[i].second + " staat er twee keer",
                "een keer per paar", "haal er een weg"};
        }
    }
    return std::nullopt;
}

}  // namespace

Result<std::vector<Bundle>> tie_movers(std::span<const Mover> movers, std::span<const Correlation> correlations) {
    if (auto twice = pair_given_twice(correlations)) return failure(std::move(*twice));
    const std::vector<Knot> knots = knots_of(movers, correlations);
    const std::vector<std::size_t> lowest = lowest_tied(movers.size(), knots);
    std::vector<Bundle> bundles;
    std::vector<std::size_t> bundle_of(movers.size());
    for (std::size_t i = 0; i < movers.size(); ++i) {
        if (lowest[i] == i) {
            bundle_of[i] = bundles.size();
            bundles.emplace_back();
        }
        bundles[bundle_of[lowest[i]]].movers.push_back(i);
    }
    for (Bundle& bundle : bundles) {
        if (bundle.movers.size() > tied_max) {
            const model::Variable& driver = *movers[bundle.movers.front()].driver;
            return failure({ErrorKind::input, driver.uncertainty->place,
                            "de samenhang van " + driver.code + " verbindt " + std::to_string(bundle.movers.size()) +
                                " aannames en leden",
                            "hoogstens " + std::to_string(tied_max), "laat leden samen afwijken (per_lid = false)"});
        }
        if (auto filled = fill_matrices(bundle, movers, knots); !filled) return failure(std::move(filled.error()));
    }
    return bundles;
}

}  // namespace begroot::scenario::detail
