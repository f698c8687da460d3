#pragma once
// Versions of a budget laid over each other: the budget as each of them has it. None overwrites another.

#include "amendment/version.hpp"
#include "base/error.hpp"
#include "base/finding.hpp"
#include "plan/plan.hpp"

#include <cstddef>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace begroot {

/// The code of the budget before any version, and the word for the last one.
inline constexpr std::string_view primitive_code = "primitief";
inline constexpr std::string_view current_code = "actueel";

/// What one mutatie did, in euros.
struct BudgetChange {
    std::size_t version = 0;  ///< index
    Mutation mutation;        ///< `booked_at` is filled in for a goal
    Money amount;             ///< signed; p.m., --, blank and "no separate budget" count as nothing before and after
    AmountKind before = AmountKind::amount;
    AmountKind after = AmountKind::amount;
};

/// The budget as it is after the first so many versions.
struct BudgetState {
    std::string code;         ///< `primitief`, or the code of the last version in it
    std::string name;         ///< of that version; `primitieve begroting`
    Plan plan;                ///< with the amounts of this state; printed cells stay as the document has them
    std::size_t changes = 0;  ///< how many of the changes are in it, from the first
};

/// All versions and all states: first the primitieve begroting, then one after each version.
struct VersionedBudget {
    std::vector<BudgetVersion> versions;
    std::vector<BudgetChange> changes;  ///< of all versions, in their order
    std::vector<BudgetState> states;
};

/// Gives the changes that are in a state.
[[nodiscard]] inline std::span<const BudgetChange> changes_in(const VersionedBudget& budget, std::size_t state) {
    return std::span(budget.changes).first(budget.states[state].changes);
}

/// Lays versions over a plan, in their order. For every goal the primitieve amount plus all changes is the amount of
/// each state (checked). Errors, each at its mutatie: a goal that the plan does not have, a result below zero or above
/// `money_cents_max`, a booked part below zero.
[[nodiscard]] std::expected<VersionedBudget, std::vector<Error>> stack_versions(const Plan& plan,
                                                                                std::vector<BudgetVersion> versions);

/// Gives the index of the state in force on a day: after the last version of that day or earlier.
[[nodiscard]] std::size_t state_in_force(const VersionedBudget& budget, Day day);

/// Reports versions without a reason or decision, versions and mutaties that change nothing, amounts that come where
/// the plan had none, and versions of after the year.
[[nodiscard]] Findings check_versions(const VersionedBudget& budget);

}  // namespace begroot
