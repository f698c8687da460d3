#pragma once
// Codes that ought to meet and do not: 0410 in the budget and 410 in the ledger.

#include "base/finding.hpp"
#include "budget/budget.hpp"
#include "ledger/ledger.hpp"

namespace begroot {

/// Warns of accounts, cost centres and cost units that differ in their leading zeros alone, where no sheet has them
/// both: what a sheet tells apart is apart. One warning for each sort of code; balance accounts do not count. `ledger`
/// and `budget` may be null when the model has none.
[[nodiscard]] Findings check_codes(const Ledger* ledger, const Budget* budget);

}  // namespace begroot
