#pragma once
// The text of a file as UTF-8 in one block, and how it was written before.

#include "base/result.hpp"
#include "workbook/source_file.hpp"
#include "workbook/workbook.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace begroot::workbook::detail {

/// One block of bytes. What is read from it may point into it, for the block never moves and never changes.
struct TextBlock {
    std::shared_ptr<const std::byte[]> bytes;
    std::size_t start = 0;  ///< behind the byte order mark
    std::size_t end = 0;    ///< before trailing end-of-file marks

    [[nodiscard]] std::string_view view() const {
        return {reinterpret_cast<const char*>(bytes.get()) + start, end - start};
    }
};

/// A text as UTF-8 with the encoding it came in.
struct DecodedText {
    TextBlock block;
    text::Encoding encoding = text::Encoding::utf8;
    bool byte_order_mark = false;
};

/// Makes room for so many bytes, not filled, with large pages where that helps.
[[nodiscard]] std::shared_ptr<std::byte[]> make_text_bytes(std::size_t count);

/// Decides the encoding of a whole file, unless `given` says it, and gives its text as valid UTF-8 without byte order
/// mark and without 0x1A at the end. UTF-8 stays in the block it came in. Fails with the line on NUL, on broken or
/// mixed text, and on a byte that windows-1252 does not have.
[[nodiscard]] Result<DecodedText> decode_text(TextBlock block, std::optional<text::Encoding> given);

/// Tells whether bytes look like UTF-16 without a byte order mark: nearly every other byte is zero.
[[nodiscard]] std::optional<text::Encoding> guess_utf16(std::span<const std::byte> start);

/// Counts which line, from 1, the byte at `offset` stands on; CR, LF and CRLF each end one.
[[nodiscard]] std::uint32_t line_of(std::string_view text, std::size_t offset);

}  // namespace begroot::workbook::detail
