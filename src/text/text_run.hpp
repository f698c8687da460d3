#pragma once
// Looks at eight bytes at a time: where a text in XML ends, and whether it needs a closer look.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace begroot::text {

/// A run of characters up to the `<` behind it.
struct TextRun {
    const char* end = nullptr;  ///< at the `<`; nullptr when there is none in reach
    bool resolved = true;       ///< no entity and no carriage return in it
    bool plain = true;          ///< ASCII without `_`: neither UTF-8 to check nor an escape to resolve
};

/// Scans from `at`; nothing at or behind `limit` is read. A doubtful byte may be reported that is not there, never the
/// other way round.
[[nodiscard]] inline TextRun scan_text_run(const char* at, const char* limit) {
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    constexpr std::uint64_t highs = 0x8080808080808080ULL;
    const auto zero_bytes = [](std::uint64_t word) { return (word - ones) & ~word & highs; };
    std::uint64_t entity = 0;
    std::uint64_t other = 0;
    TextRun run;
    for (; limit - at >= 8; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
        const std::uint64_t ends = zero_bytes(word ^ (ones * '<'));
        const std::size_t count = ends == 0 ? 8 : static_cast<std::size_t>(std::countr_zero(ends)) / 8;
        if (count < 8) word &= (std::uint64_t{1} << (8 * count)) - 1;
        entity |= zero_bytes(word ^ (ones * '&')) | zero_bytes(word ^ (ones * '\r'));
        other |= (word & highs) | zero_bytes(word ^ (ones * '_'));
        if (count < 8) {
            run.end = at + count;
            break;
        }
    }
    if (run.end == nullptr) {
        for (; at != limit && *at != '<'; ++at) {
            entity |= *at == '&' || *at == '\r' ? 1U : 0U;
            other |= *at == '_' || static_cast<unsigned char>(*at) >= 0x80 ? 1U : 0U;
        }
        if (at != limit) run.end = at;
    }
    run.resolved = entity == 0;
    run.plain = other == 0;
    return run;
}

}  // namespace begroot::text
