#pragma once
// The words by which a cell asks for an amount.

#include <string>
#include <string_view>

namespace begroot::live::detail {

/// Takes spaces, tabs and line ends off both sides.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Puts a code behind the amount of a mapping, in front of its month: `werkelijk 2025-08` and `1.1` are
/// `werkelijk 1.1 2025-08`.
[[nodiscard]] std::string with_code(std::string_view amount, std::string_view code);

}  // namespace begroot::live::detail
