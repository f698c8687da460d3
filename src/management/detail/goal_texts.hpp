#pragma once
// What is known of a goal beside money, in words.

#include "management/indicators.hpp"

#include <string>

namespace begroot::management::detail {

/// Writes an activity with how it stands, when that is said: `tekst (klaar)`.
[[nodiscard]] std::string activity_text(const Activity& activity);

/// Writes an indicator and how far it is: `tekst (gehaald; streven 75%; gemeten 80% (01-06-2025))`.
[[nodiscard]] std::string indicator_text(const MeasuredIndicator& measured);

/// Says whether a goal was reached, when somebody said so, and who and when.
[[nodiscard]] std::string outcome_text(const Goal& goal);

/// Writes hours given and used; empty when the plan has none.
[[nodiscard]] std::string hours_text(const Goal& goal);

}  // namespace begroot::management::detail
