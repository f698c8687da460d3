#pragma once
// A multi-year model as a living workbook: every figure a formula, every scenario behind one drop-down.

#include "model/evaluate.hpp"
#include "report/budget_vs_actual.hpp"
#include "report/facts.hpp"
#include "scenario/risk.hpp"
#include "scenario/scenario.hpp"
#include "table/grid.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace begroot::live {

/// Limits on an export: Excel nests 64 functions, and nobody reads a formula of thousands of characters.
inline constexpr std::size_t scenarios_in_workbook_max = 60;

/// One scenario of the workbook.
struct LiveScenario {
    std::string code;
    std::string title;
    std::string remark;
    model::Overlay overlay;
};

/// What was booked, for the sheets that set it beside the plan. The facts have a ledger; both tables are per goal and
/// in the plan view; months are those of the plan, in its order.
struct LiveActuals {
    report::Facts facts;
    const report::BudgetVsActual* at = nullptr;    ///< to the month that the workbook shows at first
    const report::BudgetVsActual* year = nullptr;  ///< to December
};

/// The code of a scenario that was made up for one export.
inline constexpr const char* ad_hoc_scenario = "gesteld";

/// With which words an export was asked for, so that it can be read back the same way.
struct MadeWith {
    std::string scenario;              ///< the code behind --scenario
    std::vector<std::string> changes;  ///< --stel
    std::string until;                 ///< --tot
    std::string moment;                ///< --rapportage
    std::int64_t draws = 0;            ///< of the sheet Risico; 0: there is none
    std::uint64_t seed = 1;            ///< of its random numbers
};

/// Everything an export is made of; all pointers must outlive the call.
struct ExportInput {
    const model::Definition* definition = nullptr;
    const model::Graph* graph = nullptr;
    std::vector<LiveScenario> scenarios;  ///< the first is the model itself
    std::size_t chosen = 0;               ///< the scenario that the stored values show
    std::string organisation;
    std::string title;
    std::string model_file;
    std::string model_sha256;
    std::vector<std::pair<std::string, std::string>> sources;  ///< other files and their SHA-256
    std::string version;                                       ///< of the program
    std::optional<LiveActuals> actuals;                        ///< nothing: the model has no bookings
    const scenario::Risk* risk = nullptr;                      ///< drawn for the chosen scenario; null: no sheet Risico
    /// The scenarios of the sheet Vergelijking; nothing: no such sheet.
    std::optional<std::pair<std::size_t, std::size_t>> compared;
    MadeWith made_with;
};

/// Lays the model out as sheets Toelichting, Scenario's, Aannames, Berekeningen, Baten en lasten, Balans, Kasstroom,
/// Kengetallen and Controle, and a hidden sheet that remembers what was written. Years are columns, the same on every
/// sheet. A figure that a scenario changes has a second row that shows it without the scenario. The stored value of
/// every formula is the engine's. A model with bookings also gets Begroot-werkelijk, Werkelijk per maand, Begroot per
/// maand and Mutaties, whose rows are made while the workbook is written: until then the facts must live.
[[nodiscard]] GridBook to_workbook(const ExportInput& input);

/// Tells whether a sheet of this name stands in a workbook beside the model: nobody reads it back.
[[nodiscard]] bool is_beside_model(std::string_view sheet);

/// Where a series stands in an exported workbook.
struct LiveRow {
    std::string series;
    std::string sheet;
    std::uint32_t row = 0;  ///< 0-based
};

/// Gives the row of every series and the column of the first year, for those who read the workbook back.
struct LiveMap {
    std::vector<LiveRow> rows;
    std::int32_t first_year = 0;
    std::uint16_t first_column = 0;
};
[[nodiscard]] LiveMap map_of(const ExportInput& input);

}  // namespace begroot::live
