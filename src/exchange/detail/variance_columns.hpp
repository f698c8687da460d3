#pragma once
// Columns of variances (verschil): amounts marked V, voordelig, or N, nadelig. They are no budget and no bookings.

#include "exchange/detail/amount_marks.hpp"
#include "exchange/detail/header.hpp"
#include "exchange/detail/notation.hpp"
#include "exchange/detail/sheet_grid.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace begroot::exchange::detail {

/// Tells whether a normalised head stands over a column of V and N alone.
[[nodiscard]] bool is_mark_head(std::string_view key);

/// Finds the columns in which amounts carry V or N and nothing but amounts stands, and the columns of V and N right of
/// amounts. Such a column of marks says so in its head, has no head, or has both marks: a column of N alone may say
/// nee.
[[nodiscard]] std::vector<VarianceColumn> find_variances(const SheetGrid& grid, const Header& header);

/// Gives the mark of an amount in a column of variances.
[[nodiscard]] VarianceMark mark_of(const SheetGrid& grid, const VarianceColumn& variance, const workbook::Cell& cell);

/// Says how the marks of a column that is read were taken, with a sample, and every kind of contradiction once (fout):
/// a voordelig amount below zero, nadelig amounts with and without a minus, an amount without a mark.
void report_variance(const SheetGrid& grid, const VarianceColumn& variance, const AmountReader& amounts,
                     const Header& header, Findings& findings);

}  // namespace begroot::exchange::detail
