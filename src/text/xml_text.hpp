#pragma once
// The two ways in which XML writes characters otherwise than they are: entities and line ends.

#include <cstddef>
#include <string>
#include <string_view>

namespace begroot::text {

/// Appends XML character data with its entities and line ends resolved; false on an entity that XML does not have.
[[nodiscard]] bool append_decoded(std::string_view raw, std::string& out);

/// Appends XML character data, and takes `&` that begins no entity as it stands; gives how many did.
std::size_t append_leniently(std::string_view raw, std::string& out);

/// Appends text with only its line ends (CR LF and CR become LF) resolved, as in CDATA.
void append_with_line_ends(std::string_view raw, std::string& out);

/// Takes spaces, tabs and line ends off both sides.
[[nodiscard]] std::string_view trim(std::string_view text);

/// Tells whether a byte is white space to XML.
[[nodiscard]] constexpr bool is_xml_space(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

}  // namespace begroot::text
