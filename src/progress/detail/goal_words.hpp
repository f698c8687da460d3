#pragma once
// How the state of goals, activities, indicators and hours is said.

#include "plan/plan.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace begroot::progress::detail {

/// Says whether a goal was reached: `ja`, `nee`, `deels` or `niet gezegd`.
[[nodiscard]] std::string outcome_text(const Goal& goal);

/// Says how an activity stands; nothing for a paragraph that has no place for a status.
[[nodiscard]] std::string status_text(const Activity& activity);

/// Says whether an indicator meets its target, and why that is not known.
[[nodiscard]] std::string verdict_text(const Progress& progress);

/// Says from where, to where, and the last measurement: `nulmeting 40%; streef minstens 75%; laatst 60% (30-06-2025)`.
[[nodiscard]] std::string figures_text(const Indicator& indicator, const Progress& progress);

/// Says hours: `37,5 uur`; `niet gezegd` when there are none.
[[nodiscard]] std::string hours_text(const std::optional<std::int64_t>& hundredths);

/// Writes the code of the inspection's framework as printed, with its name: `RPO1: Dekkend aanbod van voorzieningen`.
[[nodiscard]] std::string inspection_text(const Speerpunt& speerpunt);

/// Says in which year the marks of a phase stand: the year a person entered, or those it could be.
[[nodiscard]] std::string phase_years(const PhaseMarks& phase);

}  // namespace begroot::progress::detail
