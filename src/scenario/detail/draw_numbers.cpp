#include "scenario/detail/draw_numbers.hpp"

#include <Random123/philox.h>

namespace begroot::scenario::detail {

std::uint64_t stream_name(std::string_view driver) {
    constexpr std::uint64_t fnv_offset = 0xcbf29ce484222325;
    constexpr std::uint64_t fnv_prime = 0x100000001b3;
    std::uint64_t hash = fnv_offset;
    for (const char letter : driver) hash = (hash ^ static_cast<unsigned char>(letter)) * fnv_prime;
    return hash;
}

void draw_numbers(std::uint64_t seed, const Stream& stream, std::uint64_t first_draw,
                  std::span<std::uint64_t> numbers) {
    const r123::Philox4x64::key_type key = {{seed, 0}};
    const auto year = static_cast<std::uint64_t>(stream.year);
    std::uint64_t counter = first_draw / numbers_per_counter;
    for (std::size_t i = 0; i < numbers.size(); i += numbers_per_counter, ++counter) {
        const auto four = r123::Philox4x64{}({{counter, stream.driver, year, 0}}, key);
        for (std::size_t k = 0; k < numbers_per_counter; ++k) numbers[i + k] = four[k];
    }
}

}  // namespace begroot::scenario::detail
