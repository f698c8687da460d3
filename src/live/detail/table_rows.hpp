#pragma once
// A neutral table as rows of a grid: values only, in the columns name, code and figures.

#include "table/grid.hpp"
#include "table/table.hpp"

#include <cstdint>

namespace begroot::live::detail {

/// Where a table came to stand.
struct PlacedTable {
    std::uint32_t head_row = 0;
    std::uint32_t first_row = 0;  ///< of its own rows
    std::uint32_t next_row = 0;   ///< the first free row below it, a blank one in between
};

/// Writes title, heads, rows and notes from `row` on. Bars of characters and the numbers of rubrics are left out: what
/// remains is a name, a code and figures. Heads that are years become numbers.
[[nodiscard]] PlacedTable write_table_rows(Grid& grid, std::uint32_t row, const Table& table);

}  // namespace begroot::live::detail
