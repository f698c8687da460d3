#include "cli/commands.hpp"
#include "cli/years.hpp"
#include "report/json_multi_year.hpp"
#include "report/scenarios.hpp"
#include "scenario/sensitivity.hpp"

#include <array>
#include <memory>

namespace begroot::cli {

namespace {

struct SensitivityRequest {
    std::string model;
    std::string target;
    YearWords words;
    OutputWords output;
    office::OfficeHelp office;
};

Exit run(const SensitivityRequest& request) {
    const auto format = format_with_workbook(request.output, "gevoeligheid.xlsx");
    if (!format) return refuse(std::array{format.error()});
    const auto model = open_years(request.model, request.words, request.office);
    if (!model) return refuse(model.error());
    const auto target = scenario::parse_target(request.target, *model->graph);
    if (!target) return refuse(std::array{target.error()});
    const auto chosen = choose_scenario(*model, request.words.scenario, request.words.changes);
    if (!chosen) return refuse(std::array{chosen.error()});
    const auto tornado = scenario::tornado(*model->graph, model->definition(), chosen->overlay, *target);
    const report::FigureNames names = figure_names(*model, *chosen, request.output);
    const auto written = *format == Format::json
                             ? deliver(report::to_json(tornado, names), request.output.output)
                             : deliver_years(*model, report::to_document(tornado, names), *format, request.output);
    if (!written) return refuse(std::array{written.error()});
    return report_years(*model, findings_of_years(*model, *chosen), request.model);
}

}  // namespace

void add_sensitivity_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<SensitivityRequest>();
    auto* command =
        app.add_subcommand("gevoeligheid", "Wat elke aanname over haar bereik met een cijfer doet (sensitivity)");
    command->alias("sensitivity");
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    command->add_option("--doel", request->target, "Welk cijfer in welk jaar, bijvoorbeeld eigen_vermogen@2029")
        ->type_name("CIJFER@JAAR")
        ->required();
    add_scenario_option(*command, request->words);
    add_year_options(*command, request->words);
    add_output_options(*command, request->output, "tekst, xlsx, html, md, csv of json");
    add_office_options(*command, request->office);
    command->footer("Voorbeeld:\n  begroot gevoeligheid models/swv-po-voorbeeld.toml --doel eigen_vermogen@2029");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
