#include "cli/commands.hpp"
#include "cli/years.hpp"
#include "report/json_multi_year.hpp"
#include "report/scenarios.hpp"

#include <array>
#include <memory>

namespace begroot::cli {

namespace {

struct VarianceRequest {
    std::string model;
    std::string until;
    YearWords words;
    OutputWords output;
    office::OfficeHelp office;
};

/// Reads `--tot` as one year of the model; nothing: all years.
Result<std::optional<std::int32_t>> read_until(const std::string& word, const model::Graph& graph) {
    if (word.empty()) return std::optional<std::int32_t>();
    const auto years = read_years(word, graph);
    if (years && years->size() == 1) return std::optional(years->front());
    return failure(
        {ErrorKind::usage,
         {},
         "\"" + word + "\" is geen jaar van het model",
         "een jaar van " + std::to_string(graph.first_year) + " tot en met " + std::to_string(graph.last_year),
         "--tot is bij verschil een jaar, geen maand"});
}

Exit run(const VarianceRequest& request) {
    const auto format = format_with_workbook(request.output, "verschil.xlsx");
    if (!format) return refuse(std::array{format.error()});
    const auto model = open_years(request.model, request.words, request.office);
    if (!model) return refuse(model.error());
    const auto until = read_until(request.until, *model->graph);
    if (!until) return refuse(std::array{until.error()});
    const auto chosen = choose_scenario(*model, request.words.scenario, request.words.changes);
    if (!chosen) return refuse(std::array{chosen.error()});
    auto causes = report::find_causes(*model->graph, model->definition(), chosen->overlay, *until);
    if (!causes) {
        Error error = causes.error();
        if (error.place.file.empty()) error.place.file = request.model;
        return refuse(std::array{error});
    }
    causes->names = report::name_plan(model->dossier->model.plan);
    causes->scenario = chosen->name;
    const MoneyStyle money = request.words.cents ? MoneyStyle::cents : MoneyStyle::whole_euros;
    const auto written = *format == Format::json
                             ? deliver(report::to_json(*causes), request.output.output)
                             : deliver_years(*model, report::to_document(*causes, money), *format, request.output);
    if (!written) return refuse(std::array{written.error()});
    return report_years(*model, findings_of_years(*model, *chosen), request.model);
}

}  // namespace

void add_variance_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<VarianceRequest>();
    auto* command =
        app.add_subcommand("verschil", "Begroot tegen werkelijk per regel, gesplitst in prijs en volume (variance)");
    command->alias("variance");
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    add_scenario_option(*command, request->words);
    add_change_option(*command, request->words);
    command->add_option("--tot", request->until, "Tot en met dit jaar (standaard alle jaren met werkelijke waarden)")
        ->type_name("JAAR");
    command->add_flag("--centen", request->words.cents, "Toon centen in plaats van hele euro's");
    add_output_options(*command, request->output, "tekst, xlsx, html, md, csv of json");
    add_office_options(*command, request->office);
    command->footer("Voorbeeld:\n  begroot verschil models/swv-po-voorbeeld.toml --tot 2025");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
