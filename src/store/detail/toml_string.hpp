#pragma once
// A text as TOML writes it.

#include <string>
#include <string_view>

namespace begroot::store::detail {

/// Writes a text as a TOML string; control characters as their code.
[[nodiscard]] std::string toml_string(std::string_view text);

}  // namespace begroot::store::detail
