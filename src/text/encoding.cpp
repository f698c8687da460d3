#include "text/encoding.hpp"

#include <cstring>

namespace begroot::text {

namespace {

/// Gives the length of the well-formed sequence at the start of `text`, 0 where there is none.
std::size_t sequence_length(std::string_view text) {
    const auto at = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = at(0);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((at(i) & 0xC0) != 0x80) return 0;
    }
    const unsigned char second = at(1);
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
    return overlong || outside ? 0 : length;
}

}  // namespace

std::size_t put_utf8(std::uint32_t scalar, char* out) {
    const auto byte = [](std::uint32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    if (scalar < 0x80) {
        out[0] = byte(scalar);
        return 1;
    }
    if (scalar < 0x800) {
        out[0] = byte(0xC0 | (scalar >> 6));
        out[1] = byte(0x80 | (scalar & 0x3F));
        return 2;
    }
    if (scalar < 0x10000) {
        out[0] = byte(0xE0 | (scalar >> 12));
        out[1] = byte(0x80 | ((scalar >> 6) & 0x3F));
        out[2] = byte(0x80 | (scalar & 0x3F));
        return 3;
    }
    out[0] = byte(0xF0 | (scalar >> 18));
    out[1] = byte(0x80 | ((scalar >> 12) & 0x3F));
    out[2] = byte(0x80 | ((scalar >> 6) & 0x3F));
    out[3] = byte(0x80 | (scalar & 0x3F));
    return 4;
}

void append_utf8(std::uint32_t scalar, std::string& out) {
    char bytes[4];
    out.append(bytes, put_utf8(scalar, bytes));
}

bool valid_utf8(std::string_view text) {
    constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
    while (!text.empty()) {
        std::uint64_t word = 0;
        if (text.size() >= 8) {
            std::memcpy(&word, text.data(), 8);
            if ((word & high_bits) == 0) {
                text.remove_prefix(8);
                continue;
            }
        }
        const std::size_t length = sequence_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

}  // namespace begroot::text
