#pragma once
// The text of one part as UTF-8, whatever of UTF-8 and UTF-16 it was written in; the byte order mark is left out.

#include "base/result.hpp"
#include "workbook/detail/part_stream.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace begroot::workbook::detail {

/// Reads a part as UTF-8. UTF-8 passes as it is, unchecked (see valid_utf8); UTF-16 is converted.
class Utf8Stream {
public:
    static constexpr std::size_t out_bytes_min = 4096;  ///< the least room that read() wants

    explicit Utf8Stream(PartStream part) : part_(std::move(part)) {}

    /// Fills `out` (at least out_bytes_min) and gives the count; 0 is the end. Fails with the part and on broken
    /// UTF-16.
    [[nodiscard]] Result<std::size_t> read(std::span<char> out);

    [[nodiscard]] std::uint64_t declared_bytes() const { return part_.declared_bytes(); }

    [[nodiscard]] const std::string& name() const { return part_.name(); }

private:
    enum class Encoding { unknown, utf8, utf16_little, utf16_big };

    [[nodiscard]] Result<std::size_t> read_first(std::span<char> out);
    [[nodiscard]] Result<std::size_t> read_utf16(std::span<char> out);

    PartStream part_;
    Encoding encoding_ = Encoding::unknown;
    std::vector<char> raw_;             // UTF-16 bytes not yet converted
    std::uint32_t high_surrogate_ = 0;  // waits for its other half
};

/// Appends a Unicode scalar value as UTF-8.
void append_utf8(std::uint32_t scalar, std::string& out);

/// Tells whether bytes are well-formed UTF-8 (no surrogates, no overlong forms).
[[nodiscard]] bool valid_utf8(std::string_view text);

}  // namespace begroot::workbook::detail
