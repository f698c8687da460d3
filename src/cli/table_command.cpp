#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "report/budget_table.hpp"
#include "report/json.hpp"
#include "store/atomic_file.hpp"
#include "store/dossier.hpp"
#include "workbook/writer.hpp"

#include <memory>

namespace begroot::cli {

namespace {

struct TableRequest {
    std::vector<std::string> models;
    TableWords words;
    std::size_t width = 0;
    bool cents = false;
};

/// One model, read and answered.
struct Answered {
    store::Dossier dossier;
    report::BudgetVsActual answer;
    Findings findings;
};

std::expected<Answered, store::ModelErrors> answer_model(const std::string& file, const TableWords& words) {
    auto dossier = store::open_dossier(file);
    if (!dossier) return std::unexpected(std::move(dossier.error()));
    const auto options = read_options(words, dossier->model.plan);
    if (!options) return std::unexpected(store::ModelErrors{options.error()});
    auto answer = report::compare_budget_with_actual(facts_of(*dossier), *options);
    if (!answer) return std::unexpected(store::ModelErrors{answer.error()});
    Findings findings = dossier->findings;
    findings.insert(findings.end(), answer->findings.begin(), answer->findings.end());
    return Answered{std::move(*dossier), std::move(*answer), std::move(findings)};
}

Document document_of(const Answered& answered, const TableRequest& request, Format format, bool as_plan) {
    const report::Facts facts = facts_of(answered.dossier);
    if (as_plan) return report::to_plan_document(facts, answered.answer);
    report::TableStyle style;
    style.medium = format == Format::xlsx ? report::Medium::workbook : report::Medium::paper;
    style.money = request.cents ? MoneyStyle::cents : MoneyStyle::whole_euros;
    style.findings = &answered.findings;
    return report::to_document(facts, answered.answer, style);
}

Result<void> write_xlsx(const Answered& answered, const Document& document, const std::string& output) {
    workbook::WorkbookProperties properties;
    properties.created = Day{answered.answer.until.year, answered.answer.until.month, 1};
    return store::write_atomically(output, [&](const std::filesystem::path& path) {
        return workbook::write_workbook(document, path, properties);
    });
}

Result<void> write_answers(const std::vector<Answered>& answers, const TableRequest& request, Format format,
                           bool as_plan) {
    if (format == Format::xlsx) {
        return write_xlsx(answers.front(), document_of(answers.front(), request, format, as_plan),
                          request.words.output);
    }
    if (format == Format::json) {
        std::vector<std::string> models;
        models.reserve(answers.size());
        for (const Answered& answered : answers)
            models.push_back(report::to_json(facts_of(answered.dossier), answered.answer));
        return deliver(models.size() == 1 ? models.front() : report::join_json(models), request.words.output);
    }
    render::TextOptions terminal = ask_terminal(request.width > 0 ? std::optional(request.width) : std::nullopt);
    if (!request.words.output.empty()) terminal.colour = false;
    std::string text;
    for (const Answered& answered : answers) {
        text += (text.empty() ? "" : "\n") +
                render_document(document_of(answered, request, format, as_plan), format, terminal);
    }
    return deliver(text, request.words.output);
}

Exit run(const TableRequest& request) {
    const auto format = read_format(request.words.format, request.words.output);
    if (!format) return refuse(std::array{format.error()});
    const auto as_plan = read_layout(request.words.layout);
    if (!as_plan) return refuse(std::array{as_plan.error()});
    if (*format == Format::xlsx && request.words.output.empty()) {
        return refuse(
            std::array{Error{ErrorKind::usage, {}, "een werkmap past niet op het scherm", "--uit tabel.xlsx", ""}});
    }
    if (request.models.size() > 1 && (*format == Format::xlsx || *format == Format::html || *format == Format::csv)) {
        return refuse(std::array{Error{ErrorKind::usage,
                                       {},
                                       "in dit formaat past een model per bestand",
                                       "een model, of --formaat json, md of tekst",
                                       ""}});
    }
    std::vector<Answered> answers;
    for (const std::string& file : request.models) {
        auto answered = answer_model(file, request.words);
        if (!answered) return refuse(answered.error());
        answers.push_back(std::move(*answered));
    }
    if (const auto written = write_answers(answers, request, *format, *as_plan); !written)
        return refuse(std::array{written.error()});
    Exit exit = Exit::good;
    for (const Answered& answered : answers) {
        const Exit one = report_findings(answered.findings, answered.dossier.model.file);
        if (one != Exit::good) exit = one;
    }
    return exit;
}

}  // namespace

void add_table_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<TableRequest>();
    auto* command = app.add_subcommand("tabel", "Begroot versus werkelijk per speerpunt en doel (table)");
    command->alias("table");
    command->add_option("MODEL", request->models, "Het modelbestand (.toml); meer dan een mag")
        ->type_name("")
        ->required();
    command
        ->add_option("--tot", request->words.until,
                     "Tot en met deze maand, bijvoorbeeld 2025-08 (standaard: de laatste maand met boekingen)")
        ->type_name("MAAND");
    command
        ->add_option("--rapportage", request->words.moment,
                     "Tot en met een rapportagemoment van het model, bijvoorbeeld M8")
        ->type_name("MOMENT");
    command->add_option(
        "--per", request->words.per,
        "speerpunt, doel, activiteit, rekening, kostenplaats, kostendrager of rubriek (standaard doel)");
    command->add_option("--weergave", request->words.view,
                        "plan: bij het doel waar het gepland is; boeking: waar het geboekt is (standaard plan)");
    command->add_option("--indeling", request->words.layout,
                        "tabel, of jaarplan: de tabellen zoals het jaarplan ze drukt (standaard tabel)");
    command->add_option("--formaat", request->words.format,
                        "tekst, xlsx, html, md, csv of json (standaard naar de naam van --uit)");
    command->add_option("--uit", request->words.output, "Schrijf naar dit bestand in plaats van naar het scherm")
        ->type_name("BESTAND");
    command->add_option("--breedte", request->width, "Breedte van de tekst in tekens (standaard die van het venster)")
        ->type_name("GETAL")
        ->check(refuse_width);
    command->add_flag("--centen", request->cents, "Toon centen in plaats van hele euro's");
    command->footer(
        "Voorbeeld:\n  begroot tabel models/plein013-2025.toml --rapportage M8\n"
        "  begroot tabel models/plein013-2025.toml --rapportage M8 --uit out/plein013-M8.xlsx");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
