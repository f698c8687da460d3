#pragma once
// Periods in a budget that its months do not hold: a thirteenth, a zeroth, and a row for each period.

#include "base/error.hpp"
#include "exchange/detail/opened_sheet.hpp"

#include <optional>

namespace begroot::exchange::detail {

/// Warns of columns of periods outside the months (`Periode 13`, `P0`, `13e`) that hold amounts beside months that are
/// read: they are not.
void report_other_periods(OpenedSheet& opened);

/// Refuses amounts of a year where an account has rows of several periods: they are amounts of those.
[[nodiscard]] std::optional<Error> refuse_rows_a_period(const OpenedSheet& opened);

}  // namespace begroot::exchange::detail
