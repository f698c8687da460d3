#pragma once
// What a deviation means under the rules of the model: which light burns, and whether it must be explained.

#include "report/budget_vs_actual.hpp"
#include "reporting/report_rules.hpp"

#include <cstdint>
#include <optional>

namespace begroot::management {

/// The lights of a report; `none` when there is no rule or nothing to judge.
enum class Light : std::uint8_t { none, green, amber, red };

/// Gives the word of a light: groen, oranje, rood; empty for none.
[[nodiscard]] const char* light_name(Light light);

/// A deviation and what it means.
struct Judgement {
    std::optional<Money> deviation;  ///< positive is voordelig; nothing without actuals or forecast
    std::optional<Money> basis;      ///< the budget it is a share of; nothing when there is none to take a share of
    Light light = Light::none;
    bool must_be_explained = false;
};

/// What is judged. Without a budget all that was spent is a deviation, and no share can be taken of it.
struct Judged {
    report::Amounts amounts;
    std::optional<Money> forecast;
    bool net = false;  ///< income and expense in one figure: a share of it says nothing
};

/// Judges expense (or expense minus income). A deviation of nothing is green and never needs words.
[[nodiscard]] Judgement judge(const Judged& judged, const ReportRules& rules);

/// Tells whether a deviation reaches a limit; of a zero budget every amount is more than any share, of no budget no
/// share can be taken.
[[nodiscard]] std::optional<bool> reaches(const Limit& limit, Money deviation, const std::optional<Money>& basis);

}  // namespace begroot::management
