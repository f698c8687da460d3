#pragma once
// Characters as UTF-8: made from code points, and checked.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace begroot::text {

/// Writes a scalar value as UTF-8 at `out`, which has room for four bytes, and gives the count.
std::size_t put_utf8(std::uint32_t scalar, char* out);

/// Appends a Unicode scalar value as UTF-8.
void append_utf8(std::uint32_t scalar, std::string& out);

/// Tells whether bytes are well-formed UTF-8 (no surrogates, no overlong forms).
[[nodiscard]] bool valid_utf8(std::string_view text);

}  // namespace begroot::text
