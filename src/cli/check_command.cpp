#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/findings_text.hpp"
#include "cli/options.hpp"
#include "report/budget_table.hpp"
#include "report/json.hpp"
#include "store/dossier.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace begroot::cli {

namespace {

struct CheckRequest {
    std::string model;
    OutputWords output;
    office::OfficeHelp office;
};

Result<Findings> all_findings(const store::Dossier& dossier) {
    const auto answer = report::compare_budget_with_actual(facts_of(dossier), {});
    if (!answer) return failure(answer.error());
    Findings findings = dossier.findings;
    findings.insert(findings.end(), answer->findings.begin(), answer->findings.end());
    std::ranges::stable_sort(findings, {}, &Finding::severity);
    return findings;
}

Exit run(const CheckRequest& request) {
    const auto format = format_of(request.output);
    if (!format) return refuse(std::array{format.error()});
    if (*format == Format::xlsx) {
        return refuse(std::array{Error{ErrorKind::usage,
                                       {},
                                       "controle maakt geen werkmap",
                                       "--formaat tekst, html, md, csv of json",
                                       "de werkmap van begroot tabel heeft een blad Bevindingen"}});
    }
    const auto dossier = store::open_dossier(request.model, request.office);
    if (!dossier) return refuse(dossier.error());
    const auto findings = all_findings(*dossier);
    if (!findings) return refuse(std::array{findings.error()});
    const render::TextOptions terminal = text_options_of(request.output);
    const Plan& plan = dossier->model.plan;
    std::string text;
    if (*format == Format::json) {
        text = report::to_json(*findings);
    } else if (*format == Format::text) {
        text = findings_text("Bevindingen: " + plan.organisation + ", " + plan.title, *findings, terminal);
    } else {
        text = render_document(report::findings_document(plan, *findings), *format, terminal);
    }
    if (const auto written = deliver(text, request.output.output); !written) return refuse(std::array{written.error()});
    return has_error(*findings) ? Exit::findings : Exit::good;
}

}  // namespace

void add_check_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<CheckRequest>();
    auto* command = app.add_subcommand("controle", "Alles wat opviel: waar, wat, verwacht en wat te doen (check)");
    command->alias("check");
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    add_output_options(*command, request->output, "tekst, html, md, csv of json");
    add_office_options(*command, request->office);
    command->footer(
        "Voorbeeld:\n  begroot controle models/plein013-2025.toml\n"
        "  begroot controle models/plein013-2025.toml --formaat json");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
