#include "base/nearest.hpp"
#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "report/json.hpp"
#include "report/trace.hpp"
#include "store/dossier.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace begroot::cli {

namespace {

struct TraceRequest {
    std::string model;
    std::string code;
    std::string column = "werkelijk";
    TableWords words;
    OutputWords output;
    office::OfficeHelp office;
};

Result<report::TraceColumn> read_column(const std::string& word) {
    const auto& names = report::trace_column_names();
    const auto found = std::ranges::find(names, word);
    if (found != names.end()) return static_cast<report::TraceColumn>(found - names.begin());
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    const auto meant = nearest(word, names);
    return failure({ErrorKind::usage,
                    {},
                    "\"" + word + "\" is geen kolom",
                    list,
                    meant ? "bedoelde u \"" + *meant + "\"?" : "kies een kolom"});
}

/// The origin of one figure, with all that was noticed on the way to it.
struct Traced {
    report::Trace trace;
    Findings findings;
};

/// Says what a code asks for: account codes and the like need their own table, which --per chooses.
Result<Traced> trace_code(const store::Dossier& dossier, const TraceRequest& request, const TableChoices& choices,
                          report::TraceColumn column) {
    auto options = options_of(choices, dossier.model.plan);
    if (!options) return failure(options.error());
    // an activity is a line only in the table per activity
    const bool activity = std::ranges::count(request.code, '.') == 2 && !request.code.ends_with('.') &&
                          (request.code.back() == '-' || (request.code.back() >= 'a' && request.code.back() <= 'z'));
    if (options->per == report::Per::goal && activity) options->per = report::Per::activity;
    const auto facts = facts_of(dossier, *options, choices.budget);
    if (!facts) return failure(facts.error());
    const auto answer = report::compare_budget_with_actual(*facts, *options);
    if (!answer) return failure(answer.error());
    auto trace = report::trace(*facts, *answer, request.code, column);
    if (!trace) return failure(trace.error());
    Findings findings = dossier.findings;
    findings.insert(findings.end(), answer->findings.begin(), answer->findings.end());
    return Traced{std::move(*trace), std::move(findings)};
}

Exit run(const TraceRequest& request) {
    const auto format = format_of(request.output);
    if (!format) return refuse(std::array{format.error()});
    const auto column = read_column(request.column);
    if (!column) return refuse(std::array{column.error()});
    if (*format == Format::xlsx) {
        return refuse(std::array{Error{ErrorKind::usage,
                                       {},
                                       "herkomst maakt geen werkmap",
                                       "--formaat tekst, html, md, csv of json",
                                       "de werkmap van begroot tabel heeft een blad Boekingen"}});
    }
    const auto choices = read_choices(request.words);
    if (!choices) return refuse(std::array{choices.error()});
    const auto dossier = store::open_dossier(request.model, request.office);
    if (!dossier) return refuse(dossier.error());
    const auto traced = trace_code(*dossier, request, *choices, *column);
    if (!traced) return refuse(std::array{traced.error()});
    const std::string text = *format == Format::json ? report::to_json(traced->trace)
                                                     : render_document(report::to_document(traced->trace), *format,
                                                                       text_options_of(request.output));
    if (const auto written = deliver(text, request.output.output); !written) return refuse(std::array{written.error()});
    // warnings stand in tabel and controle; a fout makes every figure doubtful, so it is said here too
    return has_error(traced->findings) ? report_findings(traced->findings, request.model) : Exit::good;
}

}  // namespace

void add_trace_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<TraceRequest>();
    auto* command = app.add_subcommand("herkomst", "Elke boeking en cel achter een bedrag (trace)");
    command->alias("trace");
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    command
        ->add_option("CODE", request->code,
                     "De code van een regel: 4, 4.2, totaal, niet_toegewezen, buiten_jaarplan of zonder_regel")
        ->type_name("")
        ->required();
    command->add_option("--kolom", request->column,
                        "begroot, begroot_tot, werkelijk, verschil, nog_te_besteden of prognose (standaard werkelijk)");
    add_table_options(*command, request->words);
    command->get_option("--per")->description("De tabel waarin de code staat (standaard doel)");
    add_output_options(*command, request->output, "tekst, html, md, csv of json");
    add_office_options(*command, request->office);
    command->footer(
        "Voorbeeld:\n  begroot herkomst models/plein013-2025.toml 4.2 --rapportage M8\n"
        "  begroot herkomst models/plein013-2025.toml 6 --kolom begroot_tot --formaat json");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
