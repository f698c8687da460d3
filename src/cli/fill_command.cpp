#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/findings_text.hpp"
#include "cli/options.hpp"
#include "live/fill.hpp"
#include "office/open_workbook.hpp"
#include "store/atomic_file.hpp"
#include "store/dossier.hpp"
#include "workbook/patcher.hpp"
#include "workbook/reader.hpp"
#include "workbook/source_file.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace begroot::cli {

namespace {

struct FillRequest {
    std::string workbook;
    std::string model;
    std::string output;
    TableWords words;
    std::size_t width = 0;
    office::OfficeHelp office;
    bool trial = false;
    bool overwrite = false;
    bool without_recalculation = false;
};

/// What will be done to a workbook, and what there is to say about it.
struct FillWork {
    live::FillList list;
    workbook::PatchPlan plan;
    Findings findings;  ///< of the filling alone
};

bool is_same_file(const std::string& a, const std::string& b) {
    std::error_code error;
    return std::filesystem::equivalent(a, b, error) && !error;
}

std::optional<Error> wrong_request(const FillRequest& request) {
    if (request.trial) return std::nullopt;
    if (request.output.empty()) {
        return Error{ErrorKind::usage,
                     {},
                     "--uit ontbreekt",
                     "--uit INGEVULD.xlsx, of --proef om alleen te kijken",
                     "zie begroot vul --help"};
    }
    if (is_same_file(request.workbook, request.output)) {
        return Error{ErrorKind::usage,
                     {},
                     "--uit is het bestand van het kantoor zelf",
                     "een andere naam",
                     "het bestand van het kantoor blijft zoals het is"};
    }
    return std::nullopt;
}

Result<FillWork> think_out(const FillRequest& request, const store::Dossier& dossier, const workbook::SourceFile& file,
                           const workbook::Workbook& workbook) {
    const auto choices = read_choices(request.words);
    if (!choices) return failure(choices.error());
    const auto options = options_of(*choices, dossier.model.plan);
    if (!options) return failure(options.error());
    auto list = live::find_fill_cells(workbook, {facts_of(dossier), *options, dossier.model.fill_mappings});
    if (!list) return failure(list.error());
    if (list->cells.empty() && list->findings.empty()) {
        Error error{ErrorKind::input,
                    {},
                    "er is niets in te vullen",
                    "een merk zoals {{werkelijk 1.1}}, een naam zoals werkelijk_1.1, of [[invulling]] in het model",
                    "zie de handleiding, Het werkboek van het kantoor invullen"};
        error.place.file = request.workbook;
        return failure(std::move(error));
    }
    workbook::PatchOptions patch;
    patch.overwrite = request.overwrite;
    auto plan = workbook::plan_patch(file.bytes(), workbook, live::writes_of(*list), patch);
    if (!plan) return failure(plan.error());
    FillWork work{std::move(*list), std::move(*plan), {}};
    work.findings.insert(work.findings.end(), work.list.findings.begin(), work.list.findings.end());
    work.findings.insert(work.findings.end(), work.plan.findings.begin(), work.plan.findings.end());
    return work;
}

bool has_stale_cells(const workbook::PatchPlan& plan) {
    for (const auto& sheet : plan.stale) {
        if (!sheet.empty()) return true;
    }
    return false;
}

/// Writes the patch; formulas that depend on a filled cell get their values from LibreOffice, unless the user does not
/// want that or it cannot be: then they lose theirs.
Result<workbook::PatchedWorkbook> patch(const FillRequest& request, const workbook::SourceFile& file,
                                        const workbook::Workbook& workbook, FillWork& work) {
    auto stripped = workbook::write_patch(file.bytes(), work.plan);
    if (!stripped || request.without_recalculation || !has_stale_cells(work.plan)) return stripped;
    const auto recalculated = office::read_recalculated(stripped->bytes, request.workbook, {}, request.office.settings);
    if (!recalculated) {
        Finding finding{Severity::notice,
                        "vul_zonder_herrekening",
                        {},
                        "formules zijn niet herrekend: " + recalculated.error().found,
                        "LibreOffice",
                        "open de werkmap in Excel: dan rekent het alles opnieuw, of geef --zonder-reken"};
        finding.place.file = request.workbook;
        work.findings.push_back(std::move(finding));
        return stripped;
    }
    workbook::judge_recalculation(work.plan, workbook, *recalculated);
    return workbook::write_patch(file.bytes(), work.plan, &*recalculated);
}

std::string count_formulas(std::size_t count, const char* what) {
    return fmt::format("{} {} {}", count, count == 1 ? "formule" : "formules", what);
}

std::string bookkeeping_text(const workbook::PatchedWorkbook& made) {
    std::string text;
    if (made.refreshed > 0) text += count_formulas(made.refreshed, "met een verse waarde van LibreOffice\n");
    if (made.emptied > 0) text += count_formulas(made.emptied, "zonder waarde tot Excel of LibreOffice rekent\n");
    for (const std::string& line : made.bookkeeping) text += line + "\n";
    return text.empty() ? text : "Ook veranderd, omdat het moet:\n" + text;
}

Exit run(const FillRequest& request) {
    if (const auto error = wrong_request(request)) return refuse(std::array{*error});
    const auto dossier = store::open_dossier(request.model, request.office);
    if (!dossier) return refuse(dossier.error());
    const auto file =
        workbook::SourceFile::read(request.workbook, request.workbook, workbook::ReadLimits{}.file_bytes_max);
    if (!file) return refuse(std::array{file.error()});
    const auto workbook = workbook::read_workbook(*file, request.workbook);
    if (!workbook) return refuse(std::array{workbook.error()});
    auto work = think_out(request, *dossier, *file, *workbook);
    if (!work) return refuse(std::array{work.error()});
    const render::TextOptions terminal = ask_terminal(request.width > 0 ? std::optional(request.width) : std::nullopt);
    std::string text =
        render_document(live::to_document(work->list, work->plan.asked, *workbook), Format::text, terminal);
    if (!request.trial) {
        const auto made = patch(request, *file, *workbook, *work);
        if (!made) return refuse(std::array{made.error()});
        if (const auto written = store::write_atomically(request.output, made->bytes); !written)
            return refuse(std::array{written.error()});
        text += bookkeeping_text(*made);
    }
    if (!work->findings.empty()) text += "\n" + findings_text("Bevindingen bij het invullen", work->findings, terminal);
    if (const auto written = deliver(text, ""); !written) return refuse(std::array{written.error()});
    const Exit of_model = report_findings(dossier->findings, request.model);
    return std::max(of_model, has_error(work->findings) ? Exit::findings : Exit::good);
}

}  // namespace

void add_fill_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<FillRequest>();
    auto* command = app.add_subcommand("vul", "Vul het werkboek van het kantoor in; verder verandert er niets (fill)");
    command->alias("fill");
    command->add_option("WERKBOEK", request->workbook, "Het werkboek van het kantoor (.xlsx of .xlsm)")
        ->type_name("")
        ->required();
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    command->add_option("--uit", request->output, "Schrijf het ingevulde werkboek hier")->type_name("BESTAND");
    command->add_flag("--proef", request->trial, "Toon de cellen met hun oude en nieuwe waarde en schrijf niets");
    command->add_flag("--overschrijf", request->overwrite,
                      "Schrijf ook over formules, op beveiligde bladen en in samengevoegde cellen");
    command->add_flag(
        "--zonder-reken", request->without_recalculation,
        "Laat LibreOffice niet rekenen: formules die afhangen van een ingevulde cel verliezen hun waarde");
    add_month_options(*command, request->words);
    add_width_option(*command, request->width);
    add_office_options(*command, request->office);
    command->footer(
        "Voorbeeld:\n  begroot vul kantoor.xlsx models/plein013-2025.toml --rapportage M8 --proef\n"
        "  begroot vul kantoor.xlsx models/plein013-2025.toml --rapportage M8 --uit ingevuld.xlsx");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
