#pragma once
// Rows of a text file with more fields than its heads: a delimiter in a field has moved what stands behind it.

#include "base/error.hpp"
#include "exchange/detail/header.hpp"
#include "exchange/detail/notation.hpp"
#include "exchange/detail/sheet_grid.hpp"
#include "workbook/workbook.hpp"

#include <optional>
#include <span>

namespace begroot::exchange::detail {

/// Gives the error that refuses a text file for a row with amounts and a filled field further than the row of heads, or
/// any row above it, has fields. Empty fields there are a delimiter at the end of lines; where the comma is the
/// delimiter, a whole debit beside a credit of one or two digits is then refused: an amount cut in two.
[[nodiscard]] std::optional<Error> refuse_shifted_rows(const workbook::Workbook& workbook, const SheetGrid& grid,
                                                       const Header& header, std::span<const SideColumn> sides);

}  // namespace begroot::exchange::detail
