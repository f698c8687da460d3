#pragma once
// The evaluation that closes a plan: of every goal what was promised, what was done, what was measured and what it
// cost.

#include "management/management_report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace begroot::management {

/// One goal, or a speerpunt with the sums of its goals.
struct EvaluatedLine {
    report::Line line;
    const Goal* goal = nullptr;            ///< null for a speerpunt
    std::optional<Money> left;             ///< budget of the year - actual: positive is less than budgeted
    std::vector<std::string> explanation;  ///< of the moment to which the books run
};

/// The whole evaluation. It points into the plan, which must outlive it.
struct Evaluation {
    report::BudgetVsActual table;
    std::vector<EvaluatedLine> lines;
    std::optional<Money> left;
    bool year_is_over = false;  ///< bookings of the last month are there; before that a difference says little
    std::vector<std::string> introduction;
    std::vector<SourceLine> sources;
    Findings findings;  ///< of the evaluation, beside those of the table: `jaar_loopt_nog` (waarschuwing)
};

/// Evaluates a plan with all that is booked. Errors: those of the table.
[[nodiscard]] Result<Evaluation> evaluate_plan(const Input& input);

}  // namespace begroot::management
