#pragma once
// Random numbers that depend on nothing but what they are for: seed, driver, year and draw.

#include <cstdint>
#include <span>
#include <string_view>

namespace begroot::scenario::detail {

/// What a number is for. A driver keeps its numbers when a model gets more drivers.
struct Stream {
    std::uint64_t driver = 0;  ///< see `stream_name`
    std::int32_t year = 0;
};

/// Numbers that one counter gives; blocks of draws start at a multiple of it.
inline constexpr std::size_t numbers_per_counter = 4;

/// Turns a driver's name into the number of its stream (FNV-1a, 64 bits).
[[nodiscard]] std::uint64_t stream_name(std::string_view driver);

/// Draws 64 random bits for each of `numbers.size()` draws from `first_draw` on, both multiples of
/// `numbers_per_counter`. Philox4x64-10 of Random123 (Salmon e.a., Parallel random numbers: as easy as 1, 2, 3; SC11):
/// the key is the seed, the counter is draw / 4, driver and year.
void draw_numbers(std::uint64_t seed, const Stream& stream, std::uint64_t first_draw, std::span<std::uint64_t> numbers);

}  // namespace begroot::scenario::detail
