#pragma once
// What a rule sees of a posting and of a budget line.

#include "budget/budget_line.hpp"
#include "ledger/posting.hpp"
#include "mapping/rule.hpp"

namespace begroot {

/// Gives the traits of all postings with one coding: without description and period. They point into the coding.
[[nodiscard]] inline Traits traits_of(const Coding& coding) {
    return {coding.account.text(), coding.cost_centre.text(),  coding.cost_unit.text(), coding.journal.text(), {}, {},
            coding.board.text(),   coding.neighbourhood.text()};
}

/// Gives the traits of a posting; they point into its ledger.
[[nodiscard]] inline Traits traits_of(const Posting& posting) {
    Traits traits = traits_of(*posting.coding);
    traits.description = posting.description.text();
    traits.period = posting.period_number;
    return traits;
}

/// Gives the traits of a budget line; they point into it.
[[nodiscard]] inline Traits traits_of(const BudgetLine& line) {
    return {line.account.text(), line.cost_centre.text(), line.cost_unit.text(),    std::nullopt, line.name,
            std::nullopt,        line.board.text(),       line.neighbourhood.text()};
}

/// Tells whether a rule looks at postings (or at budget lines) at all.
[[nodiscard]] inline bool looks_at(const Rule& rule, AppliesTo what) {
    return rule.applies_to == AppliesTo::both || rule.applies_to == what;
}

}  // namespace begroot
