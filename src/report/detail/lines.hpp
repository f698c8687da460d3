#pragma once
// The lines of the table, before they are added up.

#include "report/budget_vs_actual.hpp"

#include <optional>
#include <vector>

namespace begroot::report::detail {

/// Makes the lines per speerpunt, goal or activity and the two remainder lines (outside the plan, unassigned).
void make_plan_lines(const Facts& facts, BudgetVsActual& table);

/// Makes the lines per account, cost centre, cost unit or rubric: first income, then expense, each by code.
void make_dimension_lines(const Facts& facts, BudgetVsActual& table);

/// Compares the plan with the office's budget in the booking view; adds a fout for every line that does not tie.
[[nodiscard]] BudgetTie tie_budget(const Facts& facts, Findings& findings);

/// Compares the lines with the ledger and lists what stands outside.
void tie_ledger(const Facts& facts, BudgetVsActual& table);

/// One place in the plan that holds money: a goal at the speerpunt where it is shown.
struct Slot {
    const Goal* goal = nullptr;
    SpeerpuntId at;
    std::optional<Money> amount;  ///< the plan's number for this place
    std::vector<std::size_t> budget_parts;
    std::vector<std::size_t> posting_parts;
    std::vector<std::size_t> changes = {};  ///< of `amount`, by versions of the budget
};

/// The slots of a view, and the parts of postings that are in none.
struct PlacedParts {
    std::vector<Slot> slots;
    std::vector<std::size_t> outside_plan;  ///< a rule says so
    std::vector<std::size_t> unassigned;    ///< no rule fits
};

/// Places every part in the slots of a view: in document order, each speerpunt's own goals before what is booked there
/// from elsewhere. Parts of postings are those of the book year up to `until`; without it there are none.
[[nodiscard]] PlacedParts place_parts(const Facts& facts, View view, std::optional<Month> until);

/// Tells whether a posting counts: on an income or expense account, in the book year, not after `until`.
[[nodiscard]] bool counts(const Facts& facts, const Posting& posting, Month until);

}  // namespace begroot::report::detail
