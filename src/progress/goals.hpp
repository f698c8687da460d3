#pragma once
// Goals with everything about them: what was promised, who does what, what is measured, hours and money.

#include "base/result.hpp"
#include "plan/plan.hpp"
#include "report/budget_vs_actual.hpp"
#include "table/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace begroot::progress {

/// An indicator and how far it is.
struct IndicatorReport {
    const Indicator* indicator = nullptr;
    Progress progress;
};

/// One goal, or the part of a speerpunt or plan that belongs to no goal (then `goal` is null). The pointers lead into
/// the plan and the table, which must outlive it.
struct GoalReport {
    const Speerpunt* speerpunt = nullptr;  ///< null: the plan itself
    const Goal* goal = nullptr;
    const report::Line* money = nullptr;  ///< null when there is no goal
    std::vector<IndicatorReport> indicators;
};

/// Gives the chosen goals in document order; a speerpunt's number chooses all its goals, `plan` what belongs to the
/// plan as a whole, nothing everything. Error (usage): a code that does not exist.
[[nodiscard]] Result<std::vector<GoalReport>> report_goals(const Plan& plan, const report::BudgetVsActual& answer,
                                                           const std::vector<std::string>& codes);

/// Makes a table of every goal; with `one_table` all of them below each other, for a format that has only one.
[[nodiscard]] Document to_document(const report::Facts& facts, const report::BudgetVsActual& answer,
                                   const std::vector<GoalReport>& goals, bool one_table);

/// Writes the goals as JSON.
[[nodiscard]] std::string to_json(const report::Facts& facts, const report::BudgetVsActual& answer,
                                  const std::vector<GoalReport>& goals);

}  // namespace begroot::progress
