#pragma once
// Text inside HTML and SVG.

#include "render/detail/unicode.hpp"

#include <string>
#include <string_view>

namespace begroot::render::detail {

/// Escapes clean text for an element or a quoted attribute.
[[nodiscard]] inline std::string escaped_html(std::string_view text) {
    std::string result;
    for (const char c : clean(text)) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            case '\'':
                result += "&#39;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

}  // namespace begroot::render::detail
