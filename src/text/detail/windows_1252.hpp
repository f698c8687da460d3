#pragma once
// The Windows code page that western office software writes when it does not write UTF-8.

#include <array>
#include <cstdint>

namespace begroot::text {

/// Gives the Unicode scalar value of a windows-1252 byte, 0 for the five bytes that stand for nothing.
[[nodiscard]] constexpr std::uint32_t windows_1252_scalar(unsigned char byte) {
    // 0x80 to 0x9F; the others are their own scalar value, as in Latin-1.
    constexpr std::array<std::uint16_t, 32> special = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                       0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    return byte >= 0x80 && byte <= 0x9F ? special[byte - 0x80U] : byte;
}

}  // namespace begroot::text
