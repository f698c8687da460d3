#pragma once
// Finds what separates fields and records in a text, many bytes at a time.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace begroot::workbook::detail {

static_assert(std::endian::native == std::endian::little, "the first byte of a word is its lowest");

/// Gives each byte of a word that is zero a top bit; a byte 1 above one that is zero may get one too.
constexpr std::uint64_t zero_bytes(std::uint64_t word) {
    return (word - 0x0101010101010101ULL) & ~word & 0x8080808080808080ULL;
}

/// Gathers the eight top bits of a word's bytes in its low byte, the first byte lowest (little endian).
constexpr std::uint64_t gather_top_bits(std::uint64_t tops) { return ((tops >> 7U) * 0x0102040810204080ULL) >> 56U; }

/// Says where in 64 bytes a delimiter, a quote, CR or LF stands, one bit a byte; now and then a bit too many, so the
/// byte itself decides. For any processor.
class WordMarkFinder {
public:
    explicit WordMarkFinder(char delimiter) : delimiter_(spread(delimiter)) {}

    [[nodiscard]] std::uint64_t find(const char* block) const {
        std::uint64_t marks = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            std::uint64_t word = 0;
            std::memcpy(&word, block + 8 * i, 8);
            const std::uint64_t tops = zero_bytes(word ^ delimiter_) | zero_bytes(word ^ spread('\n')) |
                                       zero_bytes(word ^ spread('\r')) | zero_bytes(word ^ spread('"'));
            marks |= gather_top_bits(tops) << (8U * i);
        }
        return marks;
    }

private:
    static constexpr std::uint64_t spread(char byte) {
        return 0x0101010101010101ULL * static_cast<unsigned char>(byte);
    }

    std::uint64_t delimiter_;
};

#ifdef __SSE2__

/// Does the same with sixteen bytes at once, and never gives a bit too many.
class LaneMarkFinder {
public:
    explicit LaneMarkFinder(char delimiter) : delimiter_(_mm_set1_epi8(delimiter)) {}

    [[nodiscard]] std::uint64_t find(const char* block) const {
        constexpr std::size_t lane_bytes = 16;
        std::uint64_t marks = 0;
        for (std::size_t i = 0; i < 64; i += lane_bytes) {
            const __m128i lane = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + i));
            const __m128i in_line = _mm_or_si128(are(lane, delimiter_), are(lane, _mm_set1_epi8('"')));
            const __m128i line_end = _mm_or_si128(are(lane, _mm_set1_epi8('\n')), are(lane, _mm_set1_epi8('\r')));
            const int found = _mm_movemask_epi8(_mm_or_si128(in_line, line_end));
            marks |= std::uint64_t{static_cast<std::uint32_t>(found)} << i;
        }
        return marks;
    }

private:
    static __m128i are(__m128i bytes, __m128i byte) { return _mm_cmpeq_epi8(bytes, byte); }

    __m128i delimiter_;
};

using MarkFinder = LaneMarkFinder;

#else

using MarkFinder = WordMarkFinder;

#endif

}  // namespace begroot::workbook::detail
