#include "scenario/detail/normal_quantile.hpp"

#include "scenario/detail/cubic.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <vector>

namespace begroot::scenario::detail {

namespace {

using Coefficients = std::array<double, 8>;

// AS 241, PPND16: a/b near the middle, c/d in the tails, e/f far out.
constexpr Coefficients a = {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
                            1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
                            3.3430575583588128105e4, 2.5090809287301226727e3};
constexpr Coefficients b = {1.0,
                            4.2313330701600911252e1,
                            6.8718700749205790830e2,
                            5.3941960214247511077e3,
                            2.1213794301586595867e4,
                            3.9307895800092710610e4,
                            2.8729085735721942674e4,
                            5.2264952788528545610e3};
constexpr Coefficients c = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                            3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                            2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr Coefficients d = {1.0,
                            2.05319162663775882187e0,
                            1.67638483018380384940e0,
                            6.89767334985100004550e-1,
                            1.48103976427480074590e-1,
                            1.51986665636164571966e-2,
                            5.47593808499534494600e-4,
                            1.05075007164441684324e-9};
constexpr Coefficients e = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                            2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                            2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr Coefficients f = {1.0,
                            5.99832206555887937690e-1,
                            1.36929880922735805310e-1,
                            1.48753612908506148525e-2,
                            7.86869131145613259100e-4,
                            1.84631831751005468180e-5,
                            1.42151175831644588870e-7,
                            2.04426310338993978564e-15};

double ratio_of(const Coefficients& above, const Coefficients& below, double r) {
    double numerator = above.back();
    double denominator = below.back();
    for (std::size_t i = above.size() - 1; i-- > 0;) {
        numerator = numerator * r + above[i];
        denominator = denominator * r + below[i];
    }
    return numerator / denominator;
}

/// The tail's share is halved `octaves` times; every octave is cut in pieces that are equally wide.
constexpr int piece_bits = 6;
constexpr std::size_t octaves = 64;
constexpr std::size_t pieces = std::size_t{1} << piece_bits;

std::vector<Cubic> make_score_table() {
    std::vector<Cubic> table;
    table.reserve(octaves * pieces);
    for (std::size_t octave = 0; octave < octaves; ++octave) {
        const double start = std::ldexp(0.25, -static_cast<int>(octave));  // the tail has at most half
        for (std::size_t piece = 0; piece < pieces; ++piece) {
            table.push_back(fit_cubic([&](double t) {
                const double place = (static_cast<double>(piece) + t) / static_cast<double>(pieces);
                return normal_quantile(start * (1 + place));
            }));
        }
    }
    return table;
}

}  // namespace

double normal_quantile(double p) {
    constexpr double middle = 0.425;
    constexpr double near_tail = 5;
    const double q = p - 0.5;
    if (std::abs(q) <= middle) return q * ratio_of(a, b, middle * middle - q * q);
    const double r = std::sqrt(-std::log(q < 0 ? p : 1 - p));
    const double score = r <= near_tail ? ratio_of(c, d, r - 1.6) : ratio_of(e, f, r - near_tail);
    return q < 0 ? -score : score;
}

double normal_share(double score) { return 0.5 * std::erfc(-score / std::sqrt(2.0)); }

void normal_scores(std::span<const std::uint64_t> bits, std::span<double> scores) {
    static const std::vector<Cubic> table = make_score_table();
    const Cubic* const cubics = table.data();
    constexpr int mantissa_bits = 53;
    constexpr double mantissa_scale = 1.0 / static_cast<double>(std::uint64_t{1} << mantissa_bits);
    for (std::size_t i = 0; i < bits.size(); ++i) {
        const std::uint64_t tail = bits[i] << 1U | 1U;  // twice the share of the tail, never 0
        const auto octave = static_cast<unsigned>(std::countl_zero(tail));
        const std::uint64_t rest = tail << octave << 1U;  // without its highest bit
        const auto piece = static_cast<std::size_t>(rest >> (64U - piece_bits));
        const auto t =
            static_cast<double>(static_cast<std::int64_t>(rest << unsigned{piece_bits} >> (64U - mantissa_bits)));
        const double score = cubics[octave * pieces + piece](t * mantissa_scale);  // of the lower tail
        const std::uint64_t sign = bits[i] & (std::uint64_t{1} << 63U);
        scores[i] = std::bit_cast<double>(std::bit_cast<std::uint64_t>(score) ^ sign);
    }
}

}  // namespace begroot::scenario::detail
