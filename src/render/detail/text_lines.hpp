#pragma once
// The lines of a table on a terminal: cells padded by what the eye sees, ANSI styles only around text, no trailing
// spaces.

#include "render/detail/text_layout.hpp"
#include "render/text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace begroot::render::detail {

/// Says how a piece of text looks when colour is on.
struct Look {
    bool bold = false;
    Tone tone = Tone::plain;
};

/// Puts ANSI codes around text; gives the text itself when colour is off or nothing is asked.
[[nodiscard]] std::string styled(std::string_view text, Look look, bool colour);

/// Repeats the box-drawing line `─`.
[[nodiscard]] std::string rule(std::size_t width);

/// Prints the heads, standing on the line below them.
[[nodiscard]] std::string head_lines(const Table& table, const TextLayout& layout, bool colour);

/// Prints one row with its continuation lines; figures stand on the first line.
[[nodiscard]] std::string row_lines(const Table& table, const Row& row, const TextLayout& layout, bool colour);

/// Prints a rule below the columns of figures only, as a sum has it.
[[nodiscard]] std::string figure_rule(const Table& table, const TextLayout& layout);

}  // namespace begroot::render::detail
