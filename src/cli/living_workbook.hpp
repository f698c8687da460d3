#pragma once
// The living workbook of a model: gathered from what was opened, and written.

#include "cli/years.hpp"
#include "live/export.hpp"
#include "scenario/risk.hpp"
#include "table/grid.hpp"

#include <memory>
#include <optional>
#include <string>

namespace begroot::cli {

/// How often is drawn for the sheet Risico: enough to put P5 and P95 in their place, and done in a blink.
inline constexpr std::int64_t draws_of_sheet = 10'000;

/// What a workbook holds beside its formulas.
struct LivingChoices {
    std::optional<scenario::RiskOptions> risk =
        scenario::RiskOptions{.draws = draws_of_sheet};  ///< nothing: no sheet Risico
    bool risk_is_asked = false;                          ///< then a model without uncertainty is refused
    std::string compared;  ///< scenario beside the chosen one; empty: the first that differs
};

/// How a workbook is asked for: the words by which the model was opened, and what else it holds.
struct LivingRequest {
    YearWords words;
    LivingChoices choices;
};

/// Collects what the living workbook of a model is made of: all its scenarios, and what `chosen` adds; `words` are
/// those by which it was opened. Errors: a scenario that cannot be laid over the model.
[[nodiscard]] Result<live::ExportInput> export_input(const YearModel& model, const ChosenScenario& chosen,
                                                     const YearWords& words);

/// Adds what was booked to an export, where the model has bookings; gives the table of the whole year, which must
/// outlive the export. Errors: those of the table.
[[nodiscard]] Result<std::unique_ptr<report::BudgetVsActual>> add_actuals(const YearModel& model,
                                                                          live::ExportInput& input);

/// Writes all scenarios of a model, and what `chosen` adds, as a workbook of formulas; its stored values are those of
/// `chosen`. Whole or not at all. Errors: a scenario that cannot be laid over the model, one that is compared with
/// itself, a risk that cannot be drawn, a file that cannot be written.
[[nodiscard]] Result<void> write_living_workbook(const YearModel& model, const ChosenScenario& chosen,
                                                 const LivingRequest& request, const std::string& output);

}  // namespace begroot::cli
