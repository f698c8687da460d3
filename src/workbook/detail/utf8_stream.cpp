#include "workbook/detail/utf8_stream.hpp"

#include "workbook/detail/errors.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace begroot::workbook::detail {

namespace {

constexpr std::size_t utf16_piece_bytes = 4096;  // of UTF-16 at a time; three bytes of UTF-8 at most for two of these

/// Writes a scalar value at `out`, which has room for four bytes, and gives the count.
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

Result<std::size_t> Utf8Stream::read(std::span<char> out) {
    switch (encoding_) {
        case Encoding::unknown:
            return read_first(out);
        case Encoding::utf8:
            return part_.read(out);
        case Encoding::utf16_little:
        case Encoding::utf16_big:
            break;
    }
    return read_utf16(out);
}

Result<std::size_t> Utf8Stream::read_first(std::span<char> out) {
    Result<std::size_t> count = part_.read(out);
    if (!count) return count;
    const std::string_view start(out.data(), *count);
    encoding_ = Encoding::utf8;
    std::size_t mark = 0;
    if (start.starts_with("\xEF\xBB\xBF")) {
        mark = 3;
    } else if (start.starts_with("\xFF\xFE") || start.starts_with(std::string_view("<\0", 2))) {
        encoding_ = Encoding::utf16_little;
        mark = start.starts_with('<') ? 0 : 2;
    } else if (start.starts_with("\xFE\xFF") || start.starts_with(std::string_view("\0<", 2))) {
        encoding_ = Encoding::utf16_big;
        mark = start.starts_with('\0') ? 0 : 2;
    }
    if (encoding_ == Encoding::utf8) {
        if (mark > 0) std::memmove(out.data(), out.data() + mark, *count - mark);
        return mark == *count && mark > 0 ? part_.read(out) : Result<std::size_t>(*count - mark);
    }
    raw_.assign(out.begin() + static_cast<std::ptrdiff_t>(mark), out.begin() + static_cast<std::ptrdiff_t>(*count));
    return read_utf16(out);
}

Result<std::size_t> Utf8Stream::read_utf16(std::span<char> out) {
    std::size_t produced = 0;
    while (produced == 0) {
        if (raw_.size() < 2) {
            const std::size_t kept = raw_.size();
            raw_.resize(kept + utf16_piece_bytes);
            const Result<std::size_t> count = part_.read(std::span(raw_).subspan(kept));
            if (!count) return count;
            raw_.resize(kept + *count);
            if (*count == 0) {
                if (kept == 0 && high_surrogate_ == 0) return std::size_t{0};
                return failure(damaged_part(name(), "de tekst breekt af"));
            }
        }
        std::size_t at = 0;
        for (; at + 2 <= raw_.size() && produced + 4 <= out.size(); at += 2) {
            const auto first = static_cast<unsigned char>(raw_[at]);
            const auto second = static_cast<unsigned char>(raw_[at + 1]);
            std::uint32_t unit = encoding_ == Encoding::utf16_little ? first | (std::uint32_t{second} << 8)
                                                                     : second | (std::uint32_t{first} << 8);
            const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
            if (low != (high_surrogate_ != 0)) return failure(damaged_part(name(), "de tekst is geen geldige UTF-16"));
            if (unit >= 0xD800 && unit <= 0xDBFF) {
                high_surrogate_ = unit;
                continue;
            }
            if (low) unit = 0x10000 + ((high_surrogate_ - 0xD800) << 10) + (unit - 0xDC00);
            high_surrogate_ = 0;
            produced += put_utf8(unit, out.data() + produced);
        }
        raw_.erase(raw_.begin(), raw_.begin() + static_cast<std::ptrdiff_t>(at));
    }
    return produced;
}

}  // namespace begroot::workbook::detail
