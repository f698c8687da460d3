#pragma once
// The sheets of a grid workbook.

#include "table/grid.hpp"

#include <string>
#include <string_view>

#include <xlsxwriter.h>

namespace begroot::workbook::writing {

/// Writes all sheets and names.
void write_grids(lxw_workbook* workbook, const GridBook& book);

/// Tells whether a formula of the sheet has an outcome that is not a number.
[[nodiscard]] bool has_error_outcome(const Grid& grid);

/// Turns the stored text `#DIV/0!` of formulas into the error it stands for.
[[nodiscard]] std::string with_error_outcomes(std::string_view sheet_xml);

}  // namespace begroot::workbook::writing
