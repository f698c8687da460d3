#pragma once
// Excel's own way to write characters that XML does not have: `_xHHHH_`.

#include <string>
#include <string_view>

namespace begroot::workbook::detail {

/// Resolves Excel's own escapes: `_x000D_` is a carriage return, `_x005F_` an underscore. Half a surrogate pair stays.
[[nodiscard]] std::string unescape(std::string_view text);

/// Writes control characters that XML does not have as such escapes, and an underscore that would begin one; tab and
/// line feed stay. The text must be UTF-8.
[[nodiscard]] std::string escape(std::string_view text);

/// Tells whether a text may hold such an escape; nearly all do not.
[[nodiscard]] inline bool may_be_escaped(std::string_view text) { return text.find("_x") != std::string_view::npos; }

}  // namespace begroot::workbook::detail
