#include "store/detail/toml_string.hpp"

namespace begroot::store::detail {

std::string toml_string(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == '\x7f') {
            constexpr std::string_view digits = "0123456789ABCDEF";
            result += "\\u00";
            result += digits[static_cast<unsigned char>(c) >> 4U];
            result += digits[static_cast<unsigned char>(c) & 0xFU];
        } else {
            result += c;
        }
    }
    return result + '"';
}

}  // namespace begroot::store::detail
