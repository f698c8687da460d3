#pragma once
// Costs that organisations share: the whole, everyone's part, and what the one who pays has a claim to.

#include "report/budget_table.hpp"

#include <vector>

namespace begroot::report::detail {

/// Shares the amounts of every goal with shares, to the cent; none in a view that shows no whole goals.
[[nodiscard]] std::vector<SharedCost> share_costs(const Facts& facts, const BudgetVsActual& answer);

/// Makes the table "Gedeelde kosten": every shared goal with its parts, and below it for whom the whole plan is paid.
[[nodiscard]] Table make_shared_table(const Facts& facts, const BudgetVsActual& answer, MoneyStyle money);

}  // namespace begroot::report::detail
