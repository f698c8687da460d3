#pragma once
// A mapping rule (koppelregel): which postings and budget lines belong to which goal.

#include "base/codes.hpp"
#include "base/place.hpp"
#include "money/money.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot {

/// A text with wildcards: `*` is any run of characters, `?` is one. Case counts unless `ignore_case`.
struct Pattern {
    std::string text;
    bool ignore_case = false;
};

/// Tells whether a pattern fits a whole text; linear in pattern x text, whatever the pattern.
[[nodiscard]] bool fits(const Pattern& pattern, std::string_view text);

/// Accounts `first` to `last`, compared as numbers when both ends and the account are digits.
struct AccountRange {
    std::string first;
    std::string last;
};

/// First to last period number, both inside.
struct PeriodRange {
    std::int32_t first = 0;
    std::int32_t last = 0;
};

/// What a rule asks. Every list that is not empty must have an entry that fits.
struct Condition {
    std::vector<Pattern> accounts;
    std::vector<AccountRange> account_ranges;
    std::vector<Pattern> cost_centres;
    std::vector<Pattern> cost_units;
    std::vector<Pattern> boards;          ///< of the column bestuur
    std::vector<Pattern> neighbourhoods;  ///< of the column buurt
    std::vector<Pattern> journals;
    std::vector<Pattern> descriptions;
    std::vector<PeriodRange> periods;
};

/// Where an amount belongs in the plan.
enum class TargetKind : std::uint8_t {
    goal,          ///< a doel or actielijn, perhaps one of its activities
    outside_plan,  ///< ordinary business: a rule says it is no part of the plan
    unassigned     ///< no rule fits
};

/// One destination. `booked_at` is the speerpunt where the booking stands in the books: the goal's own unless a rule
/// says so.
struct Target {
    TargetKind kind = TargetKind::unassigned;
    GoalId goal;
    std::string activity;
    SpeerpuntId booked_at;

    friend auto operator<=>(const Target&, const Target&) = default;
};

/// A share of what a rule catches; weights are compared with each other.
struct Share {
    Target target;
    std::int64_t weight = 1;
};

/// Says what a rule looks at.
enum class AppliesTo : std::uint8_t { both, postings, budget };

/// Says that what a rule catches was paid by a partner for its part of a goal.
struct Contribution {
    std::string partner;  ///< by name
    GoalId goal;
};

/// One rule. The first rule that fits decides.
struct Rule {
    std::string name;
    Condition condition;
    std::vector<Share> shares;
    AppliesTo applies_to = AppliesTo::both;
    Place place;
    std::optional<Contribution> contribution = {};  ///< then the money itself stands outside the plan
};

/// What a rule sees of a posting or a budget line. A budget line has no journal and no period, so a rule that asks for
/// either never fits one.
struct Traits {
    std::string_view account;
    std::string_view cost_centre;
    std::string_view cost_unit;
    std::optional<std::string_view> journal;
    std::string_view description;
    std::optional<std::int32_t> period;
    std::string_view board = {};
    std::string_view neighbourhood = {};
};

/// Tells whether what a condition asks of the codes fits: account, cost centre, cost unit, board,
/// neighbourhood and journal.
[[nodiscard]] bool fits_codes(const Condition& condition, const Traits& traits);

/// Tells whether what a condition asks beside the codes fits: description and period.
[[nodiscard]] bool fits_beside_codes(const Condition& condition, const Traits& traits);

/// Tells whether a condition fits.
[[nodiscard]] bool fits(const Condition& condition, const Traits& traits);

}  // namespace begroot
