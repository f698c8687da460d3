#pragma once
// A whole budget as one workbook gives it.

#include "budget/budget_line.hpp"
#include "period/fiscal_year.hpp"

#include <string>
#include <vector>

namespace begroot {

/// Compares a total that the workbook prints with what the imported lines add up to.
struct BudgetControl {
    std::string label;  ///< as printed: `Subtotaal 4.1 Personeelslasten`
    Origin origin;
    Money printed;
    Money imported;
};

/// The lines of a budget in the order of the workbook, and its own totals.
struct Budget {
    FiscalYear year;
    std::vector<BudgetLine> lines;
    std::vector<BudgetControl> controls;
};

/// Gives a budget amount in the ledger's sign: expense positive, income negative.
[[nodiscard]] constexpr Money debit_positive(Side side, Money amount) {
    return side == Side::income ? -amount : amount;
}

}  // namespace begroot
