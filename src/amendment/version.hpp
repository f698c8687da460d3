#pragma once
// A begrotingswijziging: when, why and by whom the budget was changed, and by how much at which goal.

#include "base/codes.hpp"
#include "base/place.hpp"
#include "money/money.hpp"
#include "period/day.hpp"
#include "plan/amount.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace begroot {

/// Says whether an amount comes back every year (structureel) or once (incidenteel).
enum class Nature : std::uint8_t { structural, incidental };

/// Gives the Dutch names, in order: structureel, incidenteel.
[[nodiscard]] const std::vector<std::string>& nature_names();

/// One mutatie: what a version changes in one place of the budget.
struct Mutation {
    GoalId goal;                ///< empty: outside the plan
    Side side = Side::expense;  ///< of what stands outside the plan; a goal always has lasten
    AccountId account;          ///< where the books have it; may be empty, as the next two
    CostCentreId cost_centre;
    CostUnitId cost_unit;
    SpeerpuntId booked_at;  ///< where a goal's change is booked; empty: at its own speerpunt
    /// The signed change (`bedrag`), or what the amount becomes (`wordt`), which may be p.m. too.
    std::variant<Money, PlanAmount> amount;
    std::string description;
    std::optional<Nature> nature;  ///< nothing: not said
    Place place;                   ///< of the amount, in the model
};

/// One version of the budget. The primitieve begroting is the plan itself and no version in this sense.
struct BudgetVersion {
    std::string code;  ///< `wijziging-1`
    std::string name;
    Day date;
    std::string reason;
    std::string decision;  ///< who decided, and when, in words
    std::vector<Mutation> mutations;
    Place place;
};

/// The most versions that one model may have.
inline constexpr std::size_t budget_versions_max = 24;

}  // namespace begroot
