#pragma once
// What the commands over years share: the model opened and compiled, its scenarios laid over it, the years chosen.

#include "cli/choices.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "model/evaluate.hpp"
#include "report/multi_year.hpp"
#include "report/scenarios.hpp"
#include "scenario/scenario.hpp"
#include "store/dossier.hpp"

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace begroot::cli {

/// What the user typed about a multi-year model, before it is understood.
struct YearWords {
    std::string scenario{scenario::base_name};  ///< --scenario
    std::vector<std::string> changes;           ///< --stel
    std::string years;                          ///< --jaren
    std::string per = "rj";                     ///< --per
    TableWords table;                           ///< --tot and --rapportage: to which month year 0 is known
    bool cents = false;                         ///< --centen
};

/// Adds --scenario; `words` must outlive the command line.
void add_scenario_option(::CLI::App& command, YearWords& words);

/// Adds --stel.
void add_change_option(::CLI::App& command, YearWords& words);

/// Adds --stel, --tot and --rapportage.
void add_year_options(::CLI::App& command, YearWords& words);

/// Adds --jaren, --per and --centen.
void add_year_table_options(::CLI::App& command, YearWords& words);

/// A model that is ready to be computed.
struct YearModel {
    std::unique_ptr<store::Dossier> dossier;
    std::unique_ptr<model::Graph> graph;
    std::optional<report::BudgetVsActual> table;  ///< per goal, where there is a plan with bookings
    std::string budget_words, budget_code;        ///< which budget the table shows; empty when it was never changed
    Findings findings;                            ///< of the dossier and the table

    [[nodiscard]] const model::Definition& definition() const { return *dossier->model.multi_year; }
};

/// Opens a model, gives year 0 its forecast, compiles it and checks its scenarios. Errors: those of all four; a model
/// without `[meerjaren]`; a line that takes a forecast of which there is none.
[[nodiscard]] std::expected<YearModel, store::ModelErrors> open_years(const std::string& file, const YearWords& words,
                                                                      const office::OfficeHelp& help);

/// The same from a dossier that is open already.
[[nodiscard]] std::expected<YearModel, store::ModelErrors> years_of(store::Dossier dossier, const YearWords& words);

/// One scenario of an opened model, laid over it.
struct ChosenScenario {
    std::string name;  ///< with the ad hoc changes: `basis + tarief=+2%`
    std::vector<scenario::Adjustment> adjustments;
    model::Overlay overlay;
};

/// Finds a scenario by name and adds the changes of `--stel`. Errors (usage): an unknown one, with the nearest.
[[nodiscard]] Result<ChosenScenario> choose_scenario(const YearModel& model, const std::string& name,
                                                     const std::vector<std::string>& changes);

/// Reads `--jaren`: `2027`, `2026-2030`, or nothing for all years of the model. Errors (usage): years it does not have.
[[nodiscard]] Result<std::vector<std::int32_t>> read_years(const std::string& word, const model::Graph& graph);

/// Reads `--per`: rj, speerpunt or doel.
[[nodiscard]] Result<report::MultiYearPer> read_year_per(const std::string& word);

/// Computes one scenario.
[[nodiscard]] report::MultiYear view_of(const YearModel& model, const ChosenScenario& chosen,
                                        const std::vector<std::int32_t>& years);

/// Gives what is found in the years of one scenario: what cannot be computed, a balance that does not balance, signals.
[[nodiscard]] Findings findings_of_years(const YearModel& model, const ChosenScenario& chosen);

/// Puts a document where the user asked, in any format but JSON.
[[nodiscard]] Result<void> deliver_years(const YearModel& model, const Document& document, Format format,
                                         const OutputWords& output);

/// Gives what the tables of one figure need beside it, with bars that fit the terminal.
[[nodiscard]] report::FigureNames figure_names(const YearModel& model, const ChosenScenario& chosen,
                                               const OutputWords& output);

/// Says what was found in the years of a scenario, each on its line, and what the dossier has; gives the exit code.
[[nodiscard]] Exit report_years(const YearModel& model, const Findings& of_years, const std::string& file);

}  // namespace begroot::cli
