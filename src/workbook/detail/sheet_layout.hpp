#pragma once
// Where a table stands on its sheet: title lines, head, rows, notes; how wide each column is and what stays in view.

#include "table/table.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace begroot::workbook::writing {

/// Places a table on a sheet; rows and columns are 0-based sheet coordinates.
struct SheetLayout {
    std::uint32_t head_row = 0;        ///< the column heads
    std::uint32_t first_row = 0;       ///< of the table's own rows
    std::uint32_t notes_row = 0;       ///< the first note; meaningless without notes
    std::uint32_t last_row = 0;        ///< the last row with anything on it
    std::uint16_t frozen_columns = 0;  ///< leading text columns that stay in view
    std::vector<double> widths;        ///< in characters of Calibri 11, Excel's unit
    std::size_t label_column = 0;      ///< the first text column: it takes the indents
};

/// Lays a table out. The table has no more rows and columns than a sheet (see `check_limits`).
[[nodiscard]] SheetLayout lay_out(const Table& table);

/// Counts the lines above the column heads: title and subtitles, empty title left out.
[[nodiscard]] std::size_t title_lines(const Table& table);

/// Adds up the widths of all columns, in characters.
[[nodiscard]] double total_width(const SheetLayout& layout);

}  // namespace begroot::workbook::writing
