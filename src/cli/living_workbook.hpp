#pragma once
// The living workbook of a model: gathered from what was opened, and written.

#include "cli/years.hpp"

#include <string>

namespace begroot::cli {

/// Writes all scenarios of a model, and what `chosen` adds, as a workbook of formulas; its stored values are those of
/// `chosen`. Whole or not at all. Errors: a scenario that cannot be laid over the model, a file that cannot be written.
[[nodiscard]] Result<void> write_living_workbook(const YearModel& model, const ChosenScenario& chosen,
                                                 const std::string& output);

}  // namespace begroot::cli
