#pragma once
// The sections of a model file that hold what was agreed about its reports.

#include "plan/plan.hpp"
#include "reporting/report_rules.hpp"
#include "store/detail/section.hpp"

namespace begroot::store::detail {

/// Reads `[rapportage]`, all `[[prognose]]` and all `[[besluit]]`; goals and moments must exist in `plan`.
[[nodiscard]] ReportRules read_report_rules(const Section& root, const Plan& plan);

}  // namespace begroot::store::detail
