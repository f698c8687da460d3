#pragma once
// The living workbook of a model: gathered from what was opened, and written.

#include "cli/years.hpp"
#include "live/export.hpp"
#include "table/grid.hpp"

#include <string>

namespace begroot::cli {

/// Collects what the living workbook of a model is made of: all its scenarios, and what `chosen` adds; `words` are
/// those by which it was opened. Errors: a scenario that cannot be laid over the model.
[[nodiscard]] Result<live::ExportInput> export_input(const YearModel& model, const ChosenScenario& chosen,
                                                     const YearWords& words);

/// Writes all scenarios of a model, and what `chosen` adds, as a workbook of formulas; its stored values are those of
/// `chosen`. Whole or not at all. Errors: a scenario that cannot be laid over the model, a file that cannot be written.
[[nodiscard]] Result<void> write_living_workbook(const YearModel& model, const ChosenScenario& chosen,
                                                 const YearWords& words, const std::string& output);

}  // namespace begroot::cli
