#include "cli/commands.hpp"
#include "cli/years.hpp"
#include "model/quantity.hpp"
#include "report/json_multi_year.hpp"
#include "report/scenarios.hpp"
#include "scenario/goal_seek.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace begroot::cli {

namespace {

struct SeekRequest {
    std::string model;
    std::string goal;
    std::string knob;
    std::string least;
    std::string most;
    YearWords words;
    OutputWords output;
    office::OfficeHelp office;
};

/// Reads a bound in the unit of what is turned.
Result<std::optional<double>> read_bound(const std::string& option, const std::string& word, const std::string& code,
                                         const model::Definition& definition) {
    if (word.empty()) return std::optional<double>();
    const auto variable = std::ranges::find(definition.variables, code, &model::Variable::code);
    const model::Unit unit = variable != definition.variables.end() ? variable->unit : model::Unit{};
    const auto value = model::parse_value(word, unit);
    if (value) return std::optional(*value);
    return failure({ErrorKind::usage, {}, option + " \"" + word + "\" past niet bij " + code, value.error(), ""});
}

Result<scenario::Knob> read_knob(const SeekRequest& request, const YearModel& model) {
    auto knob = scenario::parse_knob(request.knob, *model.graph, model.definition());
    if (!knob) return knob;
    auto least = read_bound("--minstens", request.least, knob->variable, model.definition());
    if (!least) return failure(std::move(least.error()));
    auto most = read_bound("--hoogstens", request.most, knob->variable, model.definition());
    if (!most) return failure(std::move(most.error()));
    knob->least = *least;
    knob->most = *most;
    return knob;
}

Exit run(const SeekRequest& request) {
    const auto format = format_with_workbook(request.output, "zoek.xlsx");
    if (!format) return refuse(std::array{format.error()});
    const auto model = open_years(request.model, request.words, request.office);
    if (!model) return refuse(model.error());
    const auto goal = scenario::parse_goal(request.goal, *model->graph, model->definition());
    if (!goal) return refuse(std::array{goal.error()});
    const auto knob = read_knob(request, *model);
    if (!knob) return refuse(std::array{knob.error()});
    const auto chosen = choose_scenario(*model, request.words.scenario, request.words.changes);
    if (!chosen) return refuse(std::array{chosen.error()});
    const auto found = scenario::seek(*model->graph, model->definition(), chosen->adjustments, *goal, *knob);
    if (!found) return refuse(std::array{found.error()});
    const report::FigureNames names = figure_names(*model, *chosen, request.output);
    const auto written =
        *format == Format::json
            ? deliver(report::to_json(*found, *goal, *knob, names), request.output.output)
            : deliver_years(*model, report::to_document(*found, *goal, *knob, names), *format, request.output);
    if (!written) return refuse(std::array{written.error()});
    return report_years(*model, findings_of_years(*model, *chosen), request.model);
}

}  // namespace

void add_seek_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<SeekRequest>();
    auto* command = app.add_subcommand("zoek", "Bij welke waarde van een aanname een doel gehaald wordt (seek)");
    command->alias("seek");
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    command->add_option("--doel", request->goal, "Wat het moet worden, bijvoorbeeld 'bovenmatig_vermogen@2029 = 0'")
        ->type_name("DOEL")
        ->required();
    command->add_option("--draai", request->knob, "Waaraan gedraaid wordt, bijvoorbeeld onttrekking@2026-2029")
        ->type_name("AANNAME")
        ->required();
    command->add_option("--minstens", request->least, "Ondergrens van wat gezocht wordt")->type_name("WAARDE");
    command->add_option("--hoogstens", request->most, "Bovengrens van wat gezocht wordt")->type_name("WAARDE");
    add_scenario_option(*command, request->words);
    add_year_options(*command, request->words);
    add_output_options(*command, request->output, "tekst, xlsx, html, md, csv of json");
    add_office_options(*command, request->office);
    command->footer(
        "Voorbeeld:\n  begroot zoek models/swv-po-voorbeeld.toml --doel 'bovenmatig_vermogen@2029 = 0' --draai "
        "onttrekking");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
