#pragma once
// Where the bytes of a text come from: a part of a workbook, a file in memory. It also knows how to speak of itself.

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace begroot::text {

/// Gives bytes a window at a time; limits on how many there are belong to it.
class ByteSource {
public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = default;
    ByteSource& operator=(const ByteSource&) = default;
    ByteSource(ByteSource&&) = default;
    ByteSource& operator=(ByteSource&&) = default;
    virtual ~ByteSource() = default;

    /// Fills `out` as far as it goes and gives the count; 0 is the end.
    [[nodiscard]] virtual Result<std::size_t> read(std::span<char> out) = 0;

    /// Gives the name by which messages call this text.
    [[nodiscard]] virtual const std::string& name() const = 0;

    /// Tells how many bytes to expect, for the size of buffers.
    [[nodiscard]] virtual std::uint64_t declared_bytes() const = 0;

    /// Makes the error for what is wrong with this text: puts what it is in front of `what` (`is beschadigd: …`) and
    /// says what to do about it.
    [[nodiscard]] virtual Error error(std::string_view what, std::string expected) const = 0;
};

}  // namespace begroot::text
