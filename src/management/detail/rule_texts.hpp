#pragma once
// The rules of a report in words, for the reader who has to judge by them.

#include "reporting/report_rules.hpp"

#include <string>

namespace begroot::management::detail {

/// Says when a light is green, orange or red, or that no rule says so.
[[nodiscard]] std::string lights_text(const ReportRules& rules);

/// Says which deviations must be explained, or that no rule says so.
[[nodiscard]] std::string threshold_text(const ReportRules& rules);

/// Says what a method does: `werkelijk plus wat er voor de rest van het jaar begroot is`.
[[nodiscard]] std::string method_text(ForecastMethod method);

/// Names a method in a word or two, for a cell.
[[nodiscard]] std::string method_words(ForecastMethod method);

}  // namespace begroot::management::detail
