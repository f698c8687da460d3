#include "base/check.hpp"
#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/findings_text.hpp"
#include "cli/options.hpp"
#include "cli/years.hpp"
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
    return findings;
}

/// Gives what was found in the years of the model itself; nothing when it has no years.
std::expected<Findings, store::ModelErrors> year_findings(store::Dossier dossier) {
    if (!dossier.model.multi_year) return Findings{};
    const YearWords words;
    const auto model = years_of(std::move(dossier), words);
    if (!model) return std::unexpected(model.error());
    const auto chosen = choose_scenario(*model, words.scenario, {});
    BEGROOT_CHECK(chosen.has_value(), "het model zelf is altijd te kiezen");
    return findings_of_years(*model, *chosen);
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
    auto dossier = store::open_dossier(request.model, request.office);
    if (!dossier) return refuse(dossier.error());
    auto findings = all_findings(*dossier);
    if (!findings) return refuse(std::array{findings.error()});
    const Plan plan = dossier->model.plan;
    const auto of_years = year_findings(std::move(*dossier));
    if (!of_years) return refuse(of_years.error());
    findings->insert(findings->end(), of_years->begin(), of_years->end());
    std::ranges::stable_sort(*findings, {}, &Finding::severity);
    const render::TextOptions terminal = text_options_of(request.output);
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
