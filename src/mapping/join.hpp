#pragma once
// Plan, budget and ledger meet: every posting and every budget line goes to its targets, to the cent.

#include "base/finding.hpp"
#include "budget/budget.hpp"
#include "ledger/ledger.hpp"
#include "mapping/rule.hpp"
#include "plan/plan.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace begroot {

/// A part of a posting at one target. `rule` is nothing when no rule fits.
struct PostingPart {
    std::uint32_t posting = 0;          ///< index
    std::uint32_t share = 0;            ///< of the rule's shares
    std::optional<std::uint32_t> rule;  ///< index
    Money amount;                       ///< debit positive
};

/// Gives the target of a part under the rules it was joined by; unassigned when no rule fits.
[[nodiscard]] const Target& target_of(const PostingPart& part, const std::vector<Rule>& rules);

/// A part of a budget line at one target. `months` is absent when the line has none; otherwise it adds up to `year`.
struct BudgetPart {
    std::size_t line = 0;
    std::optional<std::size_t> rule;
    Target target;
    Money year;  ///< debit positive: expense positive, income negative
    std::optional<MonthAmounts> months;
};

/// Joins the postings on baten and lasten accounts: parts in posting order, adding up to those postings (checked).
/// Balance-sheet postings belong to no goal and have no part. Time is linear in postings; rules are asked once for
/// every coding, and those that ask for description or period once for every posting. At most 2^32 postings (checked).
[[nodiscard]] std::vector<PostingPart> join_postings(const Ledger& ledger, const std::vector<Rule>& rules);

/// Joins budget lines: parts in line order. The sum of parts equals the sum of lines (checked).
[[nodiscard]] std::vector<BudgetPart> join_budget(const Budget& budget, const std::vector<Rule>& rules);

/// Reports overlapping rules, rules that never match and goals that nothing can reach.
/// `ledger` and `budget` may be null when the model has none.
[[nodiscard]] Findings check_rules(const Plan& plan, const std::vector<Rule>& rules, const Ledger* ledger,
                                   const Budget* budget);

}  // namespace begroot
