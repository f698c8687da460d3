// The parts of a Monte Carlo run, each against something that does not come from it.

#include "scenario/detail/correlation.hpp"
#include "scenario/detail/distribution.hpp"
#include "scenario/detail/draw_numbers.hpp"
#include "scenario/detail/moments.hpp"
#include "scenario/detail/normal_quantile.hpp"
#include "scenario/detail/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <gtest/gtest.h>

namespace begroot::scenario::detail {

namespace {

using model::Uncertainty;

/// Gives the exact quantiles of values, with their moments.
Quantiles exactly(std::vector<double>& values) {
    Moments moments;
    moments.add(values, 0);
    return exact_quantiles(values, moments);
}

/// Draws standard normal scores of one stream.
std::vector<double> drawn_scores(std::size_t count, std::uint64_t driver, std::uint64_t seed = 1) {
    std::vector<std::uint64_t> bits(count);
    draw_numbers(seed, {driver, 2026}, 0, bits);
    std::vector<double> scores(count);
    normal_scores(bits, scores);
    return scores;
}

TEST(DrawNumbers, GivesTheKnownAnswerOfRandom123) {
    // Philox4x64-10 with counter and key zero, from the file of known answers that comes with Random123.
    std::vector<std::uint64_t> bits(4);
    draw_numbers(0, {0, 0}, 0, bits);
    EXPECT_EQ(bits, (std::vector<std::uint64_t>{0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b,
                                                0x7e68b68aec7ba23b}));
}

TEST(DrawNumbers, DependOnSeedDriverYearAndDrawAlone) {
    std::vector<std::uint64_t> all(64);
    std::vector<std::uint64_t> part(32);
    draw_numbers(5, {stream_name("loon"), 2027}, 128, all);
    draw_numbers(5, {stream_name("loon"), 2027}, 160, part);
    EXPECT_TRUE(std::equal(part.begin(), part.end(), all.begin() + 32));
    for (const Stream& other : {Stream{stream_name("prijs"), 2027}, Stream{stream_name("loon"), 2028}}) {
        draw_numbers(5, other, 160, part);
        EXPECT_FALSE(std::equal(part.begin(), part.end(), all.begin() + 32));
    }
    draw_numbers(6, {stream_name("loon"), 2027}, 160, part);
    EXPECT_FALSE(std::equal(part.begin(), part.end(), all.begin() + 32));
}

TEST(NormalQuantile, EqualsBoost) {
    const boost::math::normal normal;
    for (double p = 1e-300; p < 0.5; p = p < 1e-4 ? p * 1.7 : p + 0.001) {
        const double expected = quantile(normal, p);
        EXPECT_NEAR(normal_quantile(p), expected, 2e-14 * std::abs(expected)) << p;
    }
    for (double p = 0.5; p < 0.999; p += 0.01) EXPECT_NEAR(normal_quantile(p), quantile(normal, p), 1e-14) << p;
}

TEST(NormalScores, AreWithinTheStatedErrorAndRise) {
    for (unsigned shift = 0; shift < 60; ++shift) {
        std::vector<std::uint64_t> bits(4000);
        draw_numbers(shift, {1, 1}, 0, bits);
        for (std::uint64_t& one : bits) one = one << 1U >> (shift + 1);  // tails of all sizes
        std::ranges::sort(bits);
        std::vector<double> scores(bits.size());
        normal_scores(bits, scores);
        EXPECT_TRUE(std::ranges::is_sorted(scores)) << shift;
        for (std::size_t i = 0; i < bits.size(); ++i) {
            const double p = std::ldexp(static_cast<double>(bits[i] << 1U | 1U), -65);
            EXPECT_NEAR(scores[i], normal_quantile(p), score_error);
        }
        for (std::uint64_t& one : bits) one |= std::uint64_t{1} << 63U;
        std::vector<double> mirrored(bits.size());
        normal_scores(bits, mirrored);
        for (std::size_t i = 0; i < bits.size(); ++i) EXPECT_EQ(mirrored[i], -scores[i]);
    }
}

TEST(NormalScores, HaveMeanZeroAndSpreadOne) {
    constexpr std::size_t draws = 1'000'000;
    Moments moments;
    moments.add(drawn_scores(draws, 3), 0);
    EXPECT_NEAR(moments.mean(0), 0, 4 / std::sqrt(draws));
    EXPECT_NEAR(moments.standard_deviation(), 1, 4 / std::sqrt(2.0 * draws));
}

Uncertainty between(Uncertainty::Shape shape, double low, double top, double high) {
    Uncertainty made;
    made.shape = shape;
    made.low = low;
    made.top = top;
    made.high = high;
    return made;
}

/// Expects the deviations of a distribution at many scores to be those of its inverse.
template <typename Inverse>
void expect_inverse(const Uncertainty& shape, Inverse inverse, double error) {
    const Distribution distribution(shape);
    std::vector<double> scores;
    for (double score = -7.9; score < 7.9; score += 0.00137) scores.push_back(score);
    std::vector<double> found(scores.size());
    distribution.deviations(scores, found);
    double worst = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        worst = std::max(worst, std::abs(found[i] - inverse(normal_share(scores[i]), normal_share(-scores[i]))));
        EXPECT_GE(found[i], found[i - std::min<std::size_t>(i, 1)] - 1e-15);
    }
    EXPECT_LE(worst, error);
}

TEST(Distribution, IsTheInverseOfItsShape) {
    using boost::math::complement;
    expect_inverse(
        between(Uncertainty::Shape::uniform, -0.2, 0, 0.3), [](double p, double) { return -0.2 + 0.5 * p; },
        0.5 * deviation_error);
    for (const double top : {-1.0, -0.999, -0.4, 0.0, 0.7, 2.0}) {
        const boost::math::triangular triangle(-1, top, 2);
        expect_inverse(
            between(Uncertainty::Shape::triangular, -1, top, 2),
            [&](double p, double q) { return p < 0.5 ? quantile(triangle, p) : quantile(complement(triangle, q)); },
            3 * deviation_error);
        const boost::math::beta_distribution beta(1 + 4 * (top + 1) / 3, 1 + 4 * (2 - top) / 3);
        expect_inverse(
            between(Uncertainty::Shape::pert, -1, top, 2),
            [&](double p, double q) { return -1 + 3 * (p < 0.5 ? quantile(beta, p) : quantile(complement(beta, q))); },
            3 * deviation_error);
    }
}

TEST(Distribution, NormalAndLognormalFollowTheScore) {
    Uncertainty shape;
    shape.spread = 0.04;
    std::vector<double> found(5);
    const std::vector<double> scores = {-8, -1, 0, 0.5, 3};
    Distribution(shape).deviations(scores, found);
    for (std::size_t i = 0; i < scores.size(); ++i) EXPECT_EQ(found[i], 0.04 * scores[i]);
    shape.shape = Uncertainty::Shape::lognormal;
    for (const double spread : {0.01, 0.2, 1.0, 2.0}) {
        shape.spread = spread;
        Distribution(shape).deviations(scores, found);
        for (std::size_t i = 0; i < scores.size(); ++i) {
            const double exact = std::exp(spread * scores[i]);
            EXPECT_NEAR(1 + found[i], exact, deviation_error * exact) << spread;
        }
    }
}

TEST(Distribution, GivesOutcomesByTheirChances) {
    Uncertainty shape;
    shape.shape = Uncertainty::Shape::discrete;
    shape.outcomes = {0.5, -0.5, 0, 9};
    shape.chances = {0.3, 0.2, 0.5, 0};
    const std::vector<double> scores = drawn_scores(200'000, 8);
    std::vector<double> found(scores.size());
    Distribution(shape).deviations(scores, found);
    const auto share = [&](double outcome) {
        return static_cast<double>(std::ranges::count(found, outcome)) / static_cast<double>(found.size());
    };
    EXPECT_NEAR(share(-0.5), 0.2, 0.004);
    EXPECT_NEAR(share(0), 0.5, 0.005);
    EXPECT_NEAR(share(0.5), 0.3, 0.004);
    EXPECT_EQ(share(9), 0);
    // A high score gives a high outcome, in whatever order they were written.
    for (std::size_t i = 0; i < scores.size(); ++i) EXPECT_EQ(found[i] == 0.5, scores[i] >= normal_quantile(0.7));
}

TEST(Distribution, GivesEveryOutcomeOfThePastAsOften) {
    Uncertainty shape;
    shape.shape = Uncertainty::Shape::historical;
    for (int i = 0; i < 40; ++i) shape.outcomes.push_back(0.01 * ((i * 7) % 40));
    const std::vector<double> scores = drawn_scores(400'000, 9);
    std::vector<double> found(scores.size());
    Distribution(shape).deviations(scores, found);
    for (const double outcome : shape.outcomes)
        EXPECT_NEAR(static_cast<double>(std::ranges::count(found, outcome)) / 400'000, 1.0 / 40, 0.0012) << outcome;
}

TEST(ExactQuantiles, AreThoseOfTheSortedValues) {
    for (const std::size_t count : {1U, 2U, 19U, 20U, 21U, 1000U, 70'001U}) {
        std::vector<double> values = drawn_scores((count + 3) / 4 * 4, count);
        values.resize(count);
        for (std::size_t i = 0; i < count; i += 3) values[i] = std::round(values[i]);  // many the same
        for (std::size_t i = 1; i < count; i += 1000) values[i] *= 1e12;               // a few far out
        std::vector<double> sorted = values;
        std::ranges::sort(sorted);
        const Quantiles found = exactly(values);
        for (std::size_t i = 0; i < found.values.size(); ++i) {
            const auto rank = static_cast<std::size_t>(
                std::ceil(static_cast<double>(quantile_percents[i]) * static_cast<double>(count) / 100 - 1e-9));
            EXPECT_EQ(found.values[i], sorted[rank - 1]) << count << " " << quantile_percents[i];
        }
        EXPECT_EQ(found.error, 0);
    }
}

TEST(ExactQuantiles, LeaveOutWhatIsNoNumber) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinite = std::numeric_limits<double>::infinity();
    std::vector<double> values = {3, none, 1, infinite, 2, -infinite};
    EXPECT_EQ(exactly(values).values, (std::array<double, 5>{1, 1, 2, 3, 3}));
    std::vector<double> nothing = {none, infinite};
    for (const double one : exactly(nothing).values) EXPECT_TRUE(std::isnan(one));
}

/// Counts values in bins made from the first of them; expects quantiles within the error that they state.
double expect_within_error(std::vector<double> values, bool whole, std::size_t sample, std::size_t count) {
    const Bins bins(extent_of(std::span(values).first(sample)), whole, count);
    std::vector<std::uint16_t> found(values.size());
    bins.find(values, found);
    std::vector<std::uint32_t> counts(bins.size());
    for (const std::uint16_t one : found) ++counts[one];
    const auto [least, most] = std::ranges::minmax(values);
    const Quantiles binned = bins.quantiles(counts, {least, most});
    const Quantiles exact = exactly(values);
    for (std::size_t i = 0; i < exact.values.size(); ++i)
        EXPECT_LE(std::abs(binned.values[i] - exact.values[i]), binned.error * (1 + 1e-9)) << i;
    return binned.error;
}

TEST(Bins, GiveQuantilesWithinTheirError) {
    const std::vector<double> scores = drawn_scores(100'000, 4);
    EXPECT_LT(expect_within_error(scores, false, 1024, 4095), 0.002);
    EXPECT_LT(expect_within_error(scores, false, 128, 63), 0.4);
    std::vector<double> skewed = scores;
    for (double& one : skewed) one = std::exp(3 * one);
    expect_within_error(skewed, false, 1024, 1023);
    std::vector<double> cents = scores;
    for (double& one : cents) one = std::round(one * 1e7 + 123456789);
    const double error = expect_within_error(cents, true, 1024, 4095);
    EXPECT_EQ(error, std::round(error));
    EXPECT_LT(error, 20'000);
    for (double& one : cents) one = std::round(one / 1e5) * 1e5;  // rounded to thousands
    expect_within_error(cents, true, 1024, 4095);
}

TEST(Bins, AreExactForFewCents) {
    std::vector<double> cents = drawn_scores(50'000, 5);
    for (double& one : cents) one = std::round(one * 300);
    EXPECT_EQ(expect_within_error(cents, true, 1024, 4095), 0);
    EXPECT_EQ(expect_within_error(std::vector<double>(5000, 77.0), true, 1024, 4095), 0);
}

TEST(Bins, StateTheErrorWhenTheSampleWasMistaken) {
    std::vector<double> values = drawn_scores(20'000, 6);
    for (std::size_t i = 2000; i < values.size(); ++i) values[i] += 1000;
    EXPECT_GT(expect_within_error(values, false, 1024, 4095), 100);
}

TEST(Moments, DoNotCancelAndLeaveOutWhatIsNoNumber) {
    constexpr double far = 1e9;
    std::vector<double> values = {far + 1, far + 2, far + 3, far + 4, far + 5};
    Moments moments;
    EXPECT_TRUE(moments.add(values, far));
    EXPECT_EQ(moments.mean(far), far + 3);
    EXPECT_EQ(moments.standard_deviation(), std::sqrt(2.5));
    values = {1, std::numeric_limits<double>::quiet_NaN(), 3, std::numeric_limits<double>::infinity(), 5, 7};
    Moments partial;
    EXPECT_FALSE(partial.add(values, 0));
    EXPECT_EQ(partial.count, 4);
    EXPECT_EQ(partial.mean(0), 4);
    EXPECT_EQ(partial.least, 1);
    EXPECT_EQ(partial.most, 7);
}

model::Variable tied_driver(const std::string& code) {
    model::Variable made;
    made.code = code;
    made.uncertainty.emplace();
    return made;
}

TEST(TieMovers, GivesFactorsOfTheAskedMatrices) {
    const std::vector<model::Variable> drivers = {tied_driver("a"), tied_driver("b"), tied_driver("c")};
    std::vector<Mover> movers = {{&drivers[0], {}, "a", 0.5}, {&drivers[1], {}, "b", 0.8}, {&drivers[2], {}, "c", 1}};
    const std::vector<model::Correlation> correlations = {{"b", "a", -0.7, {}}};
    const auto bundles = tie_movers(movers, correlations);
    ASSERT_TRUE(bundles.has_value());
    ASSERT_EQ(bundles->size(), 2U);
    const Bundle& tied = bundles->front();
    EXPECT_EQ(tied.movers, (std::vector<std::size_t>{0, 1}));
    const Eigen::MatrixXd first = tied.first * tied.first.transpose();
    const Eigen::MatrixXd next = tied.next * tied.next.transpose();
    EXPECT_NEAR(first(0, 0), 1, 1e-12);
    EXPECT_NEAR(first(1, 0), -0.7, 1e-12);
    EXPECT_NEAR(next(0, 0), 1 - 0.25, 1e-12);
    EXPECT_NEAR(next(1, 1), 1 - 0.64, 1e-12);
    EXPECT_NEAR(next(0, 1), -0.7 * (1 - 0.4), 1e-12);
    EXPECT_EQ((*bundles)[1].next(0, 0), 0);
}

}  // namespace

}  // namespace begroot::scenario::detail
