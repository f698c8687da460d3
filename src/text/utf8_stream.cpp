#include "text/utf8_stream.hpp"

#include "text/encoding.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace begroot::text {

namespace {

constexpr std::size_t utf16_piece_bytes = 4096;  // of UTF-16 at a time; three bytes of UTF-8 at most for two of these

}  // namespace

Result<std::size_t> Utf8Stream::read(std::span<char> out) {
    switch (encoding_) {
        case Encoding::unknown:
            return read_first(out);
        case Encoding::utf8:
            return source_->read(out);
        case Encoding::windows_1252:
        case Encoding::iso_8859_1:
        case Encoding::iso_8859_15:
            return read_single_bytes(out);
        case Encoding::utf16_little:
        case Encoding::utf16_big:
            break;
    }
    return read_utf16(out);
}

/// Reads a third of `out` into its end and writes from the front: a byte becomes three at most, so that what is written
/// never overtakes what is read.
Result<std::size_t> Utf8Stream::read_single_bytes(std::span<char> out) {
    const std::size_t room = out.size() / 3;
    const std::span<char> raw = out.last(room);
    const Result<std::size_t> count = source_->read(raw);
    if (!count) return count;
    std::size_t produced = 0;
    for (const char byte : raw.first(*count)) {
        if (static_cast<unsigned char>(byte) < 0x80) {
            out[produced++] = byte;
        } else {
            produced += put_utf8(single_byte_scalar(encoding_, static_cast<unsigned char>(byte)), &out[produced]);
        }
    }
    return produced;
}

Result<std::size_t> Utf8Stream::read_first(std::span<char> out) {
    Result<std::size_t> count = source_->read(out);
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
        return mark == *count && mark > 0 ? source_->read(out) : Result<std::size_t>(*count - mark);
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
            const Result<std::size_t> count = source_->read(std::span(raw_).subspan(kept));
            if (!count) return count;
            raw_.resize(kept + *count);
            if (*count == 0) {
                if (kept == 0 && high_surrogate_ == 0) return std::size_t{0};
                return failure(source_->error("is beschadigd: de tekst breekt af", ""));
            }
        }
        std::size_t at = 0;
        for (; at + 2 <= raw_.size() && produced + 4 <= out.size(); at += 2) {
            const auto first = static_cast<unsigned char>(raw_[at]);
            const auto second = static_cast<unsigned char>(raw_[at + 1]);
            std::uint32_t unit = encoding_ == Encoding::utf16_little ? first | (std::uint32_t{second} << 8)
                                                                     : second | (std::uint32_t{first} << 8);
            const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
            if (low != (high_surrogate_ != 0))
                return failure(source_->error("is beschadigd: de tekst is geen geldige UTF-16", ""));
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

}  // namespace begroot::text
