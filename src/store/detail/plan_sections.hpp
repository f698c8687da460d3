#pragma once
// The sections of a model file that hold the plan.

#include "plan/plan.hpp"
#include "store/detail/section.hpp"

namespace begroot::store::detail {

/// Reads `[jaarplan]`, `[tabel]`, moments, deadlines, contradictions, the summary and all speerpunten.
[[nodiscard]] Plan read_plan(const Section& root);

/// Reads one `[[speerpunt]]` with its doelen, actielijnen, projecten, resultaten, maatregelen and schooldoelen.
[[nodiscard]] Speerpunt read_speerpunt(const Section& section);

/// Reads termijnen, the kwaliteitskalender, bijeenkomsten and subsidies into `plan`.
void read_calendar(const Section& root, Plan& plan);

/// Reads every `[[indicator]]` into `plan`.
void read_indicators(const Section& root, Plan& plan);

/// Reports codes of goals, organisations and footnotes in the plan that do not exist.
void check_plan_references(const Section& root, const Plan& plan);

}  // namespace begroot::store::detail
