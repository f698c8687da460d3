#pragma once
// What a report looks at: plan, budget and ledger as they were read and joined.

#include "amendment/stack.hpp"
#include "budget/budget.hpp"
#include "ledger/ledger.hpp"
#include "mapping/dimension.hpp"
#include "mapping/join.hpp"
#include "period/phasing.hpp"
#include "plan/plan.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace begroot::report {

/// Points to all facts; they must outlive the report. `budget` and `ledger` are null when the model names none.
struct Facts {
    const Plan* plan = nullptr;
    const std::vector<Rule>* rules = nullptr;
    const std::vector<PhasingKey>* phasing_keys = nullptr;
    const Budget* budget = nullptr;
    const std::vector<BudgetPart>* budget_parts = nullptr;
    const Ledger* ledger = nullptr;
    const std::vector<PostingPart>* posting_parts = nullptr;
    std::string model_file;
    std::string model_sha256;
    /// All versions of the budget; null when it was never changed. Then `plan` is the plan of the state that is shown.
    const VersionedBudget* versions = nullptr;
    std::size_t state = 0;                               ///< index of that state
    const std::vector<Dimension>* dimensions = nullptr;  ///< bestuur and buurt; null when there are none
};

/// Gives the changes in the budget that is shown; none when it was never changed.
[[nodiscard]] std::span<const BudgetChange> changes_shown(const Facts& facts);

/// Gives the months of every change that is shown, each as the plan's own line spreads it.
[[nodiscard]] std::vector<MonthAmounts> months_of_changes(const Facts& facts);

/// Gives the same facts with the primitieve begroting, or with another state of it.
[[nodiscard]] Facts with_state(const Facts& facts, std::size_t state);

/// Gives the same facts with the budget in force on the last day of a month.
[[nodiscard]] Facts with_budget_of(const Facts& facts, Month month);

/// Gives the code of the budget that is shown; empty when the budget was never changed.
[[nodiscard]] std::string budget_code(const Facts& facts);

/// Says which budget is shown, and which versions are not in it: `wijziging-1 van 02-06-2025 (naam; ALV 2-6-2025)`.
/// Nothing when the budget was never changed.
[[nodiscard]] std::string budget_words(const Facts& facts);

}  // namespace begroot::report
