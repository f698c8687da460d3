#pragma once
// A text as UTF-8, whatever it was written in; the byte order mark is left out.

#include "base/result.hpp"
#include "text/byte_source.hpp"
#include "text/encoding.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace begroot::text {

/// Reads a source as UTF-8. UTF-8 passes as it is, unchecked (see valid_utf8); the rest is converted.
class Utf8Stream {
public:
    static constexpr std::size_t out_bytes_min = 4096;  ///< the least room that read() wants

    /// Reads UTF-8 or UTF-16, whichever the first bytes show.
    explicit Utf8Stream(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

    /// Reads in the encoding that detect_encoding found; the source begins behind the byte order mark.
    Utf8Stream(std::unique_ptr<ByteSource> source, Encoding encoding)
        : source_(std::move(source)), encoding_(encoding) {}

    /// Fills `out` (at least out_bytes_min) and gives the count; 0 is the end. Fails with the source and on broken
    /// UTF-16.
    [[nodiscard]] Result<std::size_t> read(std::span<char> out);

    [[nodiscard]] std::uint64_t declared_bytes() const { return source_->declared_bytes(); }

    /// Gives the source itself, to name and to speak for it.
    [[nodiscard]] const ByteSource& source() const { return *source_; }

    [[nodiscard]] const std::string& name() const { return source_->name(); }

private:
    [[nodiscard]] Result<std::size_t> read_first(std::span<char> out);
    [[nodiscard]] Result<std::size_t> read_single_bytes(std::span<char> out);
    [[nodiscard]] Result<std::size_t> read_utf16(std::span<char> out);

    std::unique_ptr<ByteSource> source_;
    Encoding encoding_ = Encoding::unknown;  // until the first bytes are read
    std::vector<char> raw_;                  // UTF-16 bytes not yet converted
    std::uint32_t high_surrogate_ = 0;       // waits for its other half
};

}  // namespace begroot::text
