#pragma once
// What Excel takes and what it does not: checked before a file is made, so that nobody gets a workbook that will not
// open.

#include "base/result.hpp"
#include "table/table.hpp"

#include <cstddef>
#include <string_view>

namespace begroot::workbook::writing {

inline constexpr std::size_t sheet_rows_max = 1'048'576;
inline constexpr std::size_t sheet_columns_max = 16'384;
inline constexpr std::size_t sheet_name_units_max = 31;  // UTF-16 units

/// Tells whether two sheet names are the same to Excel, which takes a and A for one letter (ASCII only here).
[[nodiscard]] bool same_sheet_name(std::string_view a, std::string_view b);

/// Checks names, rows and columns of every table against Excel's limits. The error names the table.
[[nodiscard]] Result<void> check_limits(const Document& document);

}  // namespace begroot::workbook::writing
