#include "cli/commands.hpp"
#include "cli/detail/reports.hpp"
#include "cli/options.hpp"
#include "management/documents.hpp"
#include "management/json.hpp"
#include "store/dossier.hpp"

#include <array>
#include <memory>

namespace begroot::cli {

namespace {

struct EvaluationRequest {
    std::string model;
    std::string budget;
    OutputWords output;
    office::OfficeHelp office;
    bool cents = false;
};

Exit run(const EvaluationRequest& request) {
    const auto format = report_format_of(request.output, "evaluatie");
    if (!format) return refuse(std::array{format.error()});
    const auto dossier = store::open_dossier(request.model, request.office);
    if (!dossier) return refuse(dossier.error());
    const auto input = management_input_of(*dossier, std::nullopt, request.budget);
    if (!input) return refuse(std::array{input.error()});
    const auto evaluation = management::evaluate_plan(*input);
    if (!evaluation) return refuse(std::array{evaluation.error()});
    const Findings findings = joined_findings({&dossier->findings, &evaluation->table.findings, &evaluation->findings});
    const MoneyStyle money = request.cents ? MoneyStyle::cents : MoneyStyle::whole_euros;
    const Month& until = evaluation->table.until;
    const auto written = *format == Format::json
                             ? deliver(management::to_json(*input, *evaluation), request.output.output)
                             : deliver_report(management::to_document(*input, *evaluation, money),
                                              Day{until.year, until.month, 1}, *format, request.output);
    if (!written) return refuse(std::array{written.error()});
    return report_findings(findings, request.model);
}

}  // namespace

void add_evaluation_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<EvaluationRequest>();
    auto* command = app.add_subcommand("evaluatie", "Per doel wat beloofd, gedaan, gemeten en besteed is (evaluation)");
    command->alias("evaluation");
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    add_budget_option(*command, request->budget);
    add_output_options(*command, request->output, "tekst, docx, xlsx, html, md of json");
    add_office_options(*command, request->office);
    command->add_flag("--centen", request->cents, "Toon centen in plaats van hele euro's");
    command->footer(
        "Voorbeeld:\n  begroot evaluatie models/plein013-2025.toml\n"
        "  begroot evaluatie models/plein013-2025.toml --uit out/plein013-evaluatie.docx");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
