#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/detail/workers.hpp"
#include "cli/options.hpp"
#include "report/budget_table.hpp"
#include "report/json.hpp"
#include "store/dossier.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace begroot::cli {

namespace {

struct TableRequest {
    std::vector<std::string> models;
    TableWords words;
    std::string layout = "tabel";
    OutputWords output;
    office::OfficeHelp office;
    bool cents = false;
};

/// All that is the same for every model.
struct Task {
    TableChoices choices;
    Format format = Format::text;
    bool as_plan = false;
    MoneyStyle money = MoneyStyle::whole_euros;
    render::TextOptions terminal;
    office::OfficeHelp office;
};

/// What became of one model: errors, or an answer with what was noticed.
struct Outcome {
    store::ModelErrors errors;
    Findings findings;
    std::string text;   ///< the answer, but for a workbook
    Document document;  ///< the answer as a workbook
    Day created;        ///< of the workbook: the first day of its last month
};

/// Refuses a version in the plan's own tables: those show what the document prints, and no document prints a version.
std::optional<Error> not_as_printed(const report::Facts& facts, const std::string& budget) {
    if (budget.empty() || facts.state == 0) return std::nullopt;
    return Error{ErrorKind::usage,
                 {},
                 "--indeling jaarplan toont de begroting zoals gedrukt, en dat is niet " + budget,
                 "--begroting primitief, of geen --begroting",
                 "de wijzigingen staan in begroot tabel zonder --indeling en in begroot versies"};
}

std::expected<Outcome, store::ModelErrors> answer_model(const std::string& file, const Task& task) {
    const auto dossier = store::open_dossier(file, task.office);
    if (!dossier) return std::unexpected(dossier.error());
    const auto options = options_of(task.choices, dossier->model.plan);
    if (!options) return std::unexpected(store::ModelErrors{options.error()});
    auto facts = facts_of(*dossier, *options, task.choices.budget);
    if (!facts) return std::unexpected(store::ModelErrors{facts.error()});
    if (task.as_plan) {
        if (auto error = not_as_printed(*facts, task.choices.budget))
            return std::unexpected(store::ModelErrors{*error});
        *facts = report::with_state(*facts, 0);
    }
    const auto answer = report::compare_budget_with_actual(*facts, *options);
    if (!answer) return std::unexpected(store::ModelErrors{answer.error()});
    Outcome outcome;
    outcome.findings = dossier->findings;
    outcome.findings.insert(outcome.findings.end(), answer->findings.begin(), answer->findings.end());
    if (task.format == Format::json) {
        outcome.text = report::to_json(*facts, *answer);
        return outcome;
    }
    report::TableStyle style;
    style.medium = task.format == Format::xlsx ? report::Medium::workbook : report::Medium::paper;
    style.money = task.money;
    style.findings = &outcome.findings;
    Document document =
        task.as_plan ? report::to_plan_document(*facts, *answer) : report::to_document(*facts, *answer, style);
    if (task.format == Format::xlsx) {
        outcome.document = std::move(document);
        outcome.created = Day{answer->until.year, answer->until.month, 1};
    } else {
        outcome.text = render_document(document, task.format, task.terminal);
    }
    return outcome;
}

/// Answers all models at once; the outcomes stand in the order of the command line.
std::vector<Outcome> answer_models(const std::vector<std::string>& files, const Task& task) {
    std::vector<Outcome> outcomes(files.size());
    run_in_parallel(files.size(), [&](std::size_t i) {
        auto outcome = answer_model(files[i], task);
        outcomes[i] = outcome ? std::move(*outcome) : Outcome{std::move(outcome.error()), {}, {}, {}, {}};
    });
    return outcomes;
}

std::string join_as_json(const std::vector<Outcome>& outcomes, const std::vector<std::string>& files) {
    if (files.size() == 1) return outcomes.front().text;
    std::vector<std::string> models;
    std::vector<report::RefusedModel> refused;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (outcomes[i].errors.empty()) {
            models.push_back(outcomes[i].text);
            continue;
        }
        refused.push_back({files[i], {}});
        for (const Error& error : outcomes[i].errors) refused.back().messages.push_back(to_text(error));
    }
    return report::join_json(models, refused);
}

/// Puts the answers one below the other; a model without an answer is named, so that nobody takes the rest for all.
std::string join_as_text(const std::vector<Outcome>& outcomes, const std::vector<std::string>& files) {
    std::string text;
    std::string refused;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (outcomes[i].errors.empty()) {
            text += (text.empty() ? "" : "\n") + outcomes[i].text;
        } else {
            refused += (refused.empty() ? "" : ", ") + files[i];
        }
    }
    return refused.empty() ? text : text + "\nGeweigerd en daarom niet in deze uitvoer: " + refused + "\n";
}

/// Says of every model what there is to say, in the order of the command line; the worst decides the exit code.
Exit report_outcomes(const std::vector<Outcome>& outcomes, const std::vector<std::string>& files) {
    const bool several = files.size() > 1;
    Exit exit = Exit::good;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const Exit one = outcomes[i].errors.empty() ? report_findings(outcomes[i].findings, files[i], several)
                                                    : refuse(outcomes[i].errors, several ? files[i] : std::string());
        exit = std::max(exit, one);
    }
    return exit;
}

Exit run(const TableRequest& request) {
    const auto format = format_with_workbook(request.output, "tabel.xlsx");
    if (!format) return refuse(std::array{format.error()});
    const auto as_plan = read_layout(request.layout);
    if (!as_plan) return refuse(std::array{as_plan.error()});
    const auto choices = read_choices(request.words);
    if (!choices) return refuse(std::array{choices.error()});
    if (*as_plan && choices->part) {
        return refuse(std::array{Error{ErrorKind::usage,
                                       {},
                                       "--indeling jaarplan toont het hele plan zoals het gedrukt is",
                                       "--jaar alleen bij --indeling tabel",
                                       "laat een van beide weg"}});
    }
    const std::string& output = request.output.output;
    if (request.models.size() > 1 && (*format == Format::xlsx || *format == Format::html || *format == Format::csv)) {
        return refuse(std::array{Error{ErrorKind::usage,
                                       {},
                                       "in dit formaat past een model per bestand",
                                       "een model, of --formaat json, md of tekst",
                                       ""}});
    }
    const Task task{*choices,
                    *format,
                    *as_plan,
                    request.cents ? MoneyStyle::cents : MoneyStyle::whole_euros,
                    text_options_of(request.output),
                    request.office};
    const std::vector<Outcome> outcomes = answer_models(request.models, task);
    if (std::ranges::any_of(outcomes, [](const Outcome& one) { return one.errors.empty(); })) {
        const auto written = *format == Format::xlsx
                                 ? write_xlsx(outcomes.front().document, outcomes.front().created, output)
                             : *format == Format::json ? deliver(join_as_json(outcomes, request.models), output)
                                                       : deliver(join_as_text(outcomes, request.models), output);
        if (!written) return refuse(std::array{written.error()});
    }
    return report_outcomes(outcomes, request.models);
}

}  // namespace

void add_table_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<TableRequest>();
    auto* command = app.add_subcommand("tabel", "Begroot versus werkelijk per speerpunt en doel (table)");
    command->alias("table");
    command->add_option("MODEL", request->models, "Het modelbestand (.toml); meer dan een mag")
        ->type_name("")
        ->required();
    add_table_options(*command, request->words);
    command->add_option("--indeling", request->layout,
                        "tabel, of jaarplan: de tabellen zoals het jaarplan ze drukt (standaard tabel)");
    add_output_options(*command, request->output, "tekst, xlsx, html, md, csv of json");
    add_office_options(*command, request->office);
    command->add_flag("--centen", request->cents, "Toon centen in plaats van hele euro's");
    command->footer(
        "Voorbeeld:\n  begroot tabel models/plein013-2025.toml --rapportage M8\n"
        "  begroot tabel models/plein013-2025.toml --rapportage M8 --uit out/plein013-M8.xlsx");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
