#pragma once
// A tag changed in one attribute and otherwise left as somebody wrote it; and values as a sheet's XML writes them.

#include <string>
#include <string_view>

namespace begroot::workbook::patching {

/// Gives the attributes of a tag (what stands behind its name) without the one of this name.
[[nodiscard]] std::string without_attribute(std::string_view attributes, std::string_view name);

/// Gives the attributes with this one set, in its place or behind the others; `value` needs no escapes.
[[nodiscard]] std::string with_attribute(std::string_view attributes, std::string_view name, std::string_view value);

/// Writes text as XML character data.
[[nodiscard]] std::string xml_text(std::string_view text);

/// Writes a number in the fewest digits that give it back.
[[nodiscard]] std::string xml_number(double number);

}  // namespace begroot::workbook::patching
