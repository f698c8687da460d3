#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "progress/goals.hpp"
#include "store/dossier.hpp"

#include <array>
#include <memory>

namespace begroot::cli {

namespace {

struct GoalsRequest {
    std::string model;
    std::vector<std::string> codes;
    TableWords words;
    OutputWords output;
    office::OfficeHelp office;
};

Exit write_goals(const GoalsRequest& request, Format format, const report::Facts& facts, const Findings& found,
                 const report::BudgetVsActual& answer) {
    const auto goals = progress::report_goals(*facts.plan, answer, request.codes);
    if (!goals) return refuse(std::array{goals.error()});
    Result<void> written;
    if (format == Format::json) {
        written = deliver(progress::to_json(facts, answer, *goals), request.output.output);
    } else {
        const Document document = progress::to_document(facts, answer, *goals, format == Format::csv);
        written =
            format == Format::xlsx
                ? write_xlsx(document, Day{answer.until.year, answer.until.month, 1}, request.output.output)
                : deliver(render_document(document, format, text_options_of(request.output)), request.output.output);
    }
    if (!written) return refuse(std::array{written.error()});
    Findings findings = found;
    findings.insert(findings.end(), answer.findings.begin(), answer.findings.end());
    return report_findings(findings, request.model);
}

Exit run(const GoalsRequest& request) {
    const auto format = format_with_workbook(request.output, "doelen.xlsx");
    if (!format) return refuse(std::array{format.error()});
    const auto choices = read_choices(request.words);
    if (!choices) return refuse(std::array{choices.error()});
    const auto dossier = store::open_dossier(request.model, request.office);
    if (!dossier) return refuse(dossier.error());
    const auto options = options_of(*choices, dossier->model.plan);
    if (!options) return refuse(std::array{options.error()});
    const auto facts = facts_of(*dossier, *options, choices->budget);
    if (!facts) return refuse(std::array{facts.error()});
    const auto answer = report::compare_budget_with_actual(*facts, *options);
    if (!answer) return refuse(std::array{answer.error()});
    return write_goals(request, *format, *facts, dossier->findings, *answer);
}

}  // namespace

void add_goals_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<GoalsRequest>();
    auto* command = app.add_subcommand("doelen", "Elk doel met zijn activiteiten, indicatoren, uren en geld (goals)");
    command->alias("goals");
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    command->add_option("DOEL", request->codes, "Doelen zoals 1.1, speerpunten zoals 1, of plan (standaard alles)")
        ->type_name("");
    add_month_options(*command, request->words);
    add_budget_option(*command, request->words.budget);
    add_output_options(*command, request->output, "tekst, xlsx, html, md, csv of json");
    add_office_options(*command, request->office);
    command->footer(
        "Voorbeeld:\n  begroot doelen models/plein013-2025.toml 4.2 --rapportage M8\n"
        "  begroot doelen models/plein013-2025.toml --rapportage M8 --uit out/doelen.html");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
