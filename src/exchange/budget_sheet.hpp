#pragma once
// A budget as an office lays it out: title rows, one or two header rows, months across, subtotals inside.

#include "base/result.hpp"
#include "budget/budget.hpp"
#include "exchange/source.hpp"
#include "workbook/workbook.hpp"

#include <array>

namespace begroot::exchange {

/// A budget and how it was read.
struct BudgetReading {
    Budget budget;
    ReadReport report;
    std::array<bool, 12> months{};  ///< that the sheet has amounts for; all where it has amounts of a year
};

/// Reads budget lines from a workbook. Refuses the file (Error) when no sheet has the profile's header, when a head
/// that is needed is missing or ambiguous, when a needed cell is a formula without cached value or an Excel error, or
/// when a cell of an amount column holds text that is no amount. Subtotals and totals are checked against their lines
/// (findings, fout).
[[nodiscard]] Result<BudgetReading> read_budget(const workbook::Workbook& workbook, const SourceSettings& settings);

}  // namespace begroot::exchange
