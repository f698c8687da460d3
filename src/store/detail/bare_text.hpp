#pragma once
// TOML allows letters beyond ASCII only between quotes and in comments; elsewhere they are a slip, and the parser that
// we use does not bear them (its white-space test is undefined for them).

#include <cstddef>
#include <optional>
#include <string_view>

namespace begroot::store::detail {

/// Gives the position of the first byte beyond ASCII outside quotes and comments; a byte order mark at the start is
/// none.
[[nodiscard]] std::optional<std::size_t> first_bare_letter(std::string_view text);

}  // namespace begroot::store::detail
