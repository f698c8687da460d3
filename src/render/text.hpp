#pragma once
// A document on a terminal: aligned by what the eye sees, as wide as the window, colour only when asked.

#include "table/table.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace begroot::render {

/// Says what the terminal can show. The caller asks the terminal; this room never does.
struct TextOptions {
    std::size_t width = 100;  ///< columns; text columns shrink and wrap first, then columns go by their `drop_order`
    bool colour = false;      ///< ANSI colours and bold
};

/// Prints the first table of a document in full, with title, notes and rules. Columns left out are named below it.
/// Numbers never wrap or lose a digit: when all else fails, lines run over the width. Control characters never pass.
[[nodiscard]] std::string to_text(const Document& document, const TextOptions& options);

/// Prints one table.
[[nodiscard]] std::string to_text(const Table& table, const TextOptions& options);

/// Counts the terminal columns of UTF-8 text: combining marks 0, wide characters 2.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace begroot::render
