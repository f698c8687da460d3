#pragma once
// The sections of a model file that hold the plan.

#include "plan/plan.hpp"
#include "store/detail/section.hpp"

namespace begroot::store::detail {

/// Reads `[jaarplan]`, `[tabel]`, moments, deadlines, contradictions, the summary and all speerpunten.
[[nodiscard]] Plan read_plan(const Section& root);

/// Reads one `[[speerpunt]]` with its doelen and actielijnen.
[[nodiscard]] Speerpunt read_speerpunt(const Section& section);

}  // namespace begroot::store::detail
