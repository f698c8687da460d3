#pragma once
// What a plan says twice, compared: printed totals against sums, parts against wholes, the document against itself.

#include "base/finding.hpp"
#include "plan/plan.hpp"

namespace begroot {

/// Reports printed totals that do not tie, parts and booked parts that do not add up (fout), and what the document
/// leaves open: contradictions, derivations that are not certain, what `check_dates` finds (waarschuwing), x-marks
/// without a year and texts that could not be read (melding).
[[nodiscard]] Findings check_plan(const Plan& plan);

/// Reports activities that had to be ready before the plan was adopted, and words that contradict themselves
/// (`drie keer per jaar (kwartaal)`), both waarschuwing.
[[nodiscard]] Findings check_dates(const Plan& plan);

}  // namespace begroot
