#pragma once
// Looks at many bytes at a time: where a text in XML ends, and whether it needs a closer look.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace begroot::text {

/// A run of characters up to the `<` behind it.
struct TextRun {
    const char* end = nullptr;  ///< at the `<`; nullptr when there is none in reach
    bool resolved = true;       ///< no entity and no carriage return in it
    bool plain = true;          ///< ASCII without `_`: neither UTF-8 to check nor an escape to resolve
};

/// Scans from `at`; nothing at or behind `limit` is read. A doubtful byte may be reported that is not there, never the
/// other way round. For any processor.
[[nodiscard]] inline TextRun scan_text_words(const char* at, const char* limit) {
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

#ifdef __SSE2__

/// Does the same with sixteen bytes at once.
[[nodiscard]] inline TextRun scan_text_run(const char* at, const char* limit) {
    constexpr std::ptrdiff_t lane_bytes = 16;
    const __m128i less = _mm_set1_epi8('<');
    const __m128i ampersand = _mm_set1_epi8('&');
    const __m128i carriage = _mm_set1_epi8('\r');
    const __m128i underscore = _mm_set1_epi8('_');
    const auto tops = [](__m128i bytes) { return static_cast<unsigned>(_mm_movemask_epi8(bytes)); };
    unsigned entity = 0;
    unsigned other = 0;
    for (; limit - at >= lane_bytes; at += lane_bytes) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const unsigned ends = tops(_mm_cmpeq_epi8(bytes, less));
        const unsigned before = (ends ^ (ends - 1)) >> 1U;  // the bits below the first end; all where there is none
        entity |= tops(_mm_or_si128(_mm_cmpeq_epi8(bytes, ampersand), _mm_cmpeq_epi8(bytes, carriage))) & before;
        other |= tops(_mm_or_si128(bytes, _mm_cmpeq_epi8(bytes, underscore))) & before;
        if (ends != 0) return {at + std::countr_zero(ends), entity == 0, other == 0};
    }
    TextRun run = scan_text_words(at, limit);
    run.resolved = run.resolved && entity == 0;
    run.plain = run.plain && other == 0;
    return run;
}

#else

[[nodiscard]] inline TextRun scan_text_run(const char* at, const char* limit) { return scan_text_words(at, limit); }

#endif

}  // namespace begroot::text
