#pragma once
// What is said about a sheet beside its figures: skipped rows, hidden parts, columns that were not used.

#include "base/finding.hpp"
#include "exchange/detail/header.hpp"
#include "exchange/detail/opened_sheet.hpp"
#include "exchange/detail/sheet_grid.hpp"

#include <cstdint>
#include <string>

namespace begroot::exchange::detail {

/// Reports a hidden sheet, hidden rows that hold cells, and hidden columns that are read.
void report_hidden(const SheetGrid& grid, const Header& header, Findings& findings);

/// Reports title rows, the header itself, and columns that mean nothing to the profile; counts formulas without value.
void report_unused(OpenedSheet& opened);

/// Adds a row to the report's skipped rows, with its first text.
void skip_row(OpenedSheet& opened, std::uint32_t row, std::string reason);

/// Finishes the report: trailing labels become footers, rows stand in order, a kind with over 1000 findings is counted.
void close_report(OpenedSheet& opened, std::uint32_t last_data_row);

}  // namespace begroot::exchange::detail
