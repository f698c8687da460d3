#include "cli/commands.hpp"
#include "cli/living_workbook.hpp"
#include "cli/years.hpp"

#include <array>
#include <memory>

namespace begroot::cli {

namespace {

struct ExportRequest {
    std::string model;
    std::string output;
    YearWords words;
    office::OfficeHelp office;
};

Exit run(const ExportRequest& request) {
    if (!request.output.ends_with(".xlsx")) {
        return refuse(std::array{Error{ErrorKind::usage,
                                       {},
                                       "\"" + request.output + "\" is geen naam voor een werkmap",
                                       "--uit meerjarenbegroting.xlsx",
                                       ""}});
    }
    const auto model = open_years(request.model, request.words, request.office);
    if (!model) return refuse(model.error());
    const auto chosen = choose_scenario(*model, request.words.scenario, request.words.changes);
    if (!chosen) return refuse(std::array{chosen.error()});
    if (auto written = write_living_workbook(*model, *chosen, request.words, request.output); !written)
        return refuse(std::array{written.error()});
    return report_years(*model, findings_of_years(*model, *chosen), request.model);
}

}  // namespace

void add_export_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<ExportRequest>();
    auto* command = app.add_subcommand("export", "De meerjarenbegroting als werkmap met levende formules");
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    command->add_option("--uit", request->output, "De werkmap die geschreven wordt (.xlsx)")->required();
    add_scenario_option(*command, request->words);
    add_year_options(*command, request->words);
    add_office_options(*command, request->office);
    command->footer("Voorbeeld:\n  begroot export models/swv-po-voorbeeld.toml --uit out/meerjarenbegroting.xlsx");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
