#pragma once
// The balances that a row of a ledger may have: what was before it, and what is after it.

#include "exchange/detail/aliases.hpp"
#include "exchange/detail/opened_sheet.hpp"
#include "money/money.hpp"

#include <cstdint>

namespace begroot::exchange::detail {

/// Tells whether there are columns of opening and of closing balances.
[[nodiscard]] bool has_balances(const Header& header);

/// Holds opening + movement against closing where the row has both balances; a difference is a finding.
void check_balance(OpenedSheet& opened, const RowCells<ledger_columns>& cells, std::uint32_t row, Money movement);

}  // namespace begroot::exchange::detail
