#pragma once
// What was measured beside euros, as far as it was known on a day.

#include "plan/plan.hpp"

#include <string_view>
#include <vector>

namespace begroot::management {

/// An indicator and how far it was. It points into the plan.
struct MeasuredIndicator {
    const Indicator* indicator = nullptr;
    Progress progress;
    bool is_due = true;  ///< the day of its target is past, or it has none
};

/// Measures all indicators of a plan with what was measured up to and including `until`, in document order.
[[nodiscard]] std::vector<MeasuredIndicator> measure_indicators(const Plan& plan, Day until);

/// Says in words how far: `gehaald`, `niet gehaald`, `nog niet gehaald`, `niet bekend`.
[[nodiscard]] std::string_view measured_words(const MeasuredIndicator& measured);

/// Writes the last measurement with its day: `68% (31-08-2024)`; empty when there is none.
[[nodiscard]] std::string measured_value(const MeasuredIndicator& measured);

/// Writes the target as number, or in the words of the document.
[[nodiscard]] std::string target_text(const Indicator& indicator);

}  // namespace begroot::management
