#pragma once
// Which columns of a table a terminal shows, and how wide each is.

#include "table/table.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace begroot::render::detail {

/// One column as shown.
struct ShownColumn {
    std::size_t index = 0;  ///< in the table
    std::size_t width = 0;
};

/// A table's columns as they fit the window.
struct TextLayout {
    std::vector<ShownColumn> shown;
    std::vector<std::size_t> left_out;  ///< columns that did not fit, in the table's order
    std::size_t gap = 2;                ///< spaces between two columns

    /// Gives the width of a whole line.
    [[nodiscard]] std::size_t width() const;
};

/// Counts the spaces a level of indent takes.
inline constexpr std::size_t indent_width = 2;

/// Fits a table in `width` columns. First heads of numbers break at words and text columns shrink to a comfortable
/// width, then columns go by their drop order (of one order the last goes first), then text shrinks to its minimum;
/// numbers never shrink.
[[nodiscard]] TextLayout lay_out(const Table& table, std::size_t width);

}  // namespace begroot::render::detail
