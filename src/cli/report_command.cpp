#include "cli/choices.hpp"
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

struct ReportRequest {
    std::string model;
    std::string moment;
    std::string budget;
    OutputWords output;
    office::OfficeHelp office;
    bool cents = false;
};

Exit run(const ReportRequest& request) {
    const auto format = report_format_of(request.output, "rapportage");
    if (!format) return refuse(std::array{format.error()});
    const auto dossier = store::open_dossier(request.model, request.office);
    if (!dossier) return refuse(dossier.error());
    const auto moment = find_moment(dossier->model.plan, request.moment);
    if (!moment) return refuse(std::array{moment.error()});
    const auto input = management_input_of(*dossier, moment->until, request.budget);
    if (!input) return refuse(std::array{input.error()});
    const auto report = management::make_report(*input, *moment);
    if (!report) return refuse(std::array{report.error()});
    const Findings findings = joined_findings({&dossier->findings, &report->table.findings, &report->findings});
    const MoneyStyle money = request.cents ? MoneyStyle::cents : MoneyStyle::whole_euros;
    const Day created{moment->until.year, moment->until.month, 1};
    const auto written = *format == Format::json ? deliver(management::to_json(*input, *report), request.output.output)
                                                 : deliver_report(management::to_document(*input, *report, money),
                                                                  created, *format, request.output);
    if (!written) return refuse(std::array{written.error()});
    return report_findings(findings, request.model);
}

}  // namespace

void add_report_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<ReportRequest>();
    auto* command = app.add_subcommand(
        "rapportage", "De managementrapportage van een moment: lichten, prognose en toelichtingen (report)");
    command->alias("report");
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    command->add_option("MOMENT", request->moment, "Een rapportagemoment van het model, bijvoorbeeld M8")
        ->type_name("")
        ->required();
    add_budget_option(*command, request->budget);
    add_output_options(*command, request->output, "tekst, docx, xlsx, html, md of json");
    add_office_options(*command, request->office);
    command->add_flag("--centen", request->cents, "Toon centen in plaats van hele euro's");
    command->footer(
        "Voorbeeld:\n  begroot rapportage models/plein013-2025.toml M8\n"
        "  begroot rapportage models/plein013-2025.toml M8 --uit out/plein013-M8.docx");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
