#pragma once
// What is wrong with a text that is no TOML, in Dutch.

#include <string>
#include <string_view>

namespace begroot::store::detail {

/// Translates the words of the TOML library (`Error while parsing key-value pair: expected '=', saw 'x'`); words it
/// does not know stay as they are.
[[nodiscard]] std::string toml_reason(std::string_view description);

}  // namespace begroot::store::detail
