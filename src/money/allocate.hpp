#pragma once
// Splitting an amount so that the parts add up to it to the cent.

#include "money/money.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace begroot {

/// Caps a weight, so that amount x weight fits in 128 bits with room to spare.
inline constexpr std::int64_t allocation_weight_max = 1'000'000'000'000'000;

/// Splits `total` over `weights` (each >= 0, not all 0) by largest remainder; parts add up to `total` to the cent.
/// Left-over cents go to the largest remainders, ties to the earlier weight; a negative total splits as its mirror
/// image.
[[nodiscard]] std::vector<Money> allocate(Money total, std::span<const std::int64_t> weights);

}  // namespace begroot
