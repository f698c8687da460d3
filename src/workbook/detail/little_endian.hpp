#pragma once
// Numbers as zip and OLE files store them: lowest byte first. Whoever calls has checked that the bytes are there.

#include <cstddef>
#include <cstdint>
#include <span>

namespace begroot::workbook::detail {

/// Reads `count` (at most 8) bytes at `offset` as an unsigned number.
[[nodiscard]] inline std::uint64_t little_endian(std::span<const std::byte> bytes, std::size_t offset,
                                                 std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        value |= std::uint64_t{std::to_integer<std::uint8_t>(bytes[offset + i])} << (8 * i);
    }
    return value;
}

[[nodiscard]] inline std::uint16_t little_u16(std::span<const std::byte> bytes, std::size_t offset) {
    return static_cast<std::uint16_t>(little_endian(bytes, offset, 2));
}

[[nodiscard]] inline std::uint32_t little_u32(std::span<const std::byte> bytes, std::size_t offset) {
    return static_cast<std::uint32_t>(little_endian(bytes, offset, 4));
}

[[nodiscard]] inline std::uint64_t little_u64(std::span<const std::byte> bytes, std::size_t offset) {
    return little_endian(bytes, offset, 8);
}

}  // namespace begroot::workbook::detail
