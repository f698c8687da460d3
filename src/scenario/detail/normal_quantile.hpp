#pragma once
// Scores of the standard normal distribution.

#include <cstdint>
#include <span>

namespace begroot::scenario::detail {

/// Gives the score below which a share `p` (0 to 1, exclusive) of the standard normal distribution lies, to about 1e-16
/// of it. Wichura, Algorithm AS 241: The percentage points of the normal distribution, Applied Statistics 37 (1988).
[[nodiscard]] double normal_quantile(double p);

/// Gives the share of the standard normal distribution below a score.
[[nodiscard]] double normal_share(double score);

/// A score from a table is at most this far from `normal_quantile`.
inline constexpr double score_error = 1e-9;

/// Turns random bits into standard normal scores with a table of cubics: the highest bit is the sign, the others are
/// the share of the tail. Additions and products alone, so that every machine gives the same bits.
void normal_scores(std::span<const std::uint64_t> bits, std::span<double> scores);

}  // namespace begroot::scenario::detail
