#pragma once
// How a kept text is laid out: its length in one byte, or a mark and four bytes when it is long, then its bytes.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace begroot::detail {

inline constexpr std::size_t long_text = 0xFF;  ///< the mark, and the first length that needs it

/// Gives how many bytes a text takes with its length.
[[nodiscard]] inline std::size_t kept_size(std::string_view text) {
    return text.size() + 1 + (text.size() < long_text ? 0 : sizeof(std::uint32_t));
}

/// Writes a text with its length; `at` has room for `kept_size` bytes.
inline void write_text(char* at, std::string_view text) {
    if (text.size() < long_text) {
        *at++ = static_cast<char>(text.size());
    } else {
        *at++ = static_cast<char>(long_text);
        const auto size = static_cast<std::uint32_t>(text.size());
        std::memcpy(at, &size, sizeof(size));
        at += sizeof(size);
    }
    if (!text.empty()) std::memcpy(at, text.data(), text.size());
}

/// Reads back what `write_text` wrote.
[[nodiscard]] inline std::string_view read_text(const char* at) {
    const auto length = static_cast<unsigned char>(*at++);
    if (length != long_text) return {at, length};
    std::uint32_t size = 0;
    std::memcpy(&size, at, sizeof(size));
    return {at + sizeof(size), size};
}

}  // namespace begroot::detail
