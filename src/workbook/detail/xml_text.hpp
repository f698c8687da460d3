#pragma once
// The three ways in which a workbook writes characters otherwise than they are: XML entities, line ends and _xHHHH_.

#include <string>
#include <string_view>

namespace begroot::workbook::detail {

/// Appends XML character data with its entities and line ends resolved; false on an entity that XML does not have.
[[nodiscard]] bool append_decoded(std::string_view raw, std::string& out);

/// Appends text with only its line ends (CR LF and CR become LF) resolved, as in CDATA.
void append_with_line_ends(std::string_view raw, std::string& out);

/// Resolves Excel's own escapes: `_x000D_` is a carriage return, `_x005F_` an underscore. Half a surrogate pair stays.
[[nodiscard]] std::string unescape(std::string_view text);

/// Tells whether a text may hold such an escape; nearly all do not.
[[nodiscard]] inline bool may_be_escaped(std::string_view text) { return text.find("_x") != std::string_view::npos; }

/// Takes spaces, tabs and line ends off both sides.
[[nodiscard]] std::string_view trim(std::string_view text);

/// Tells whether a byte is white space to XML.
[[nodiscard]] constexpr bool is_xml_space(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

}  // namespace begroot::workbook::detail
