#pragma once
// UTF-8 as a terminal shows it: code points, their width, and text without anything that steers the screen.

#include <cstddef>
#include <string>
#include <string_view>

namespace begroot::render::detail {

/// One code point of a text and the bytes it takes; a broken byte reads as U+FFFD of one byte.
struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;
};

/// Reads the first code point of a text that is not empty; overlong forms, surrogates and cut-off bytes read as U+FFFD.
[[nodiscard]] CodePoint first_code_point(std::string_view text);

/// Counts the terminal columns of one code point: 0, 1 or 2.
[[nodiscard]] std::size_t code_point_width(char32_t value);

/// Gives text that is safe to show: control characters become a space, direction overrides go, broken bytes become
/// U+FFFD, outer blanks go. Line breaks stay, each as one `\n`.
[[nodiscard]] std::string clean(std::string_view text);

/// Gives clean text on one line: line breaks become a space.
[[nodiscard]] std::string clean_line(std::string_view text);

}  // namespace begroot::render::detail
