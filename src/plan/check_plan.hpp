#pragma once
// What a plan says twice, compared: printed totals against sums, parts against wholes, the document against itself.

#include "base/finding.hpp"
#include "plan/plan.hpp"

namespace begroot {

/// Reports printed totals that do not tie, parts and booked parts that do not add up (fout), and what the document
/// leaves open: contradictions, derivations that are not certain (waarschuwing), x-marks without a year (melding).
[[nodiscard]] Findings check_plan(const Plan& plan);

}  // namespace begroot
