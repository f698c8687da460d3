#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/detail/filling.hpp"
#include "cli/detail/patching.hpp"
#include "cli/findings_text.hpp"
#include "cli/options.hpp"
#include "live/fill.hpp"
#include "store/atomic_file.hpp"
#include "store/dossier.hpp"
#include "workbook/reader.hpp"
#include "workbook/source_file.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace begroot::cli {

namespace {

/// What will be done to a workbook, and what there is to say about it.
struct FillWork {
    live::FillList list;
    workbook::PatchPlan plan;
    Findings findings;  ///< of the filling alone
};

std::optional<Error> wrong_request(const FillRequest& request) {
    if (request.trial) return std::nullopt;
    if (request.output.empty()) {
        return Error{ErrorKind::usage,
                     {},
                     "--uit ontbreekt",
                     "--uit INGEVULD.xlsx, of --proef om alleen te kijken",
                     "zie begroot vul --help"};
    }
    return std::nullopt;
}

Result<FillWork> think_out(const FillRequest& request, const store::Dossier& dossier, const workbook::SourceFile& file,
                           const workbook::Workbook& workbook) {
    const auto choices = read_choices(request.words);
    if (!choices) return failure(choices.error());
    const auto options = options_of(*choices, dossier.model.plan);
    if (!options) return failure(options.error());
    auto list =
        live::find_fill_cells(workbook, {facts_of(dossier, options->until), *options, dossier.model.fill_mappings});
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
    if (!request.forgets) work.plan.names = live::names_to_remember(work.list, work.plan.asked, workbook);
    work.findings.insert(work.findings.end(), work.list.findings.begin(), work.list.findings.end());
    work.findings.insert(work.findings.end(), work.plan.findings.begin(), work.plan.findings.end());
    return work;
}

}  // namespace

Result<void> write_beside(const FillRequest& request, const workbook::SourceFile& file, std::string_view bytes) {
    if (!request.previous.empty()) {
        const std::string_view before(reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size());
        if (auto kept = store::write_atomically(request.previous, before); !kept) return kept;
    }
    return store::write_atomically(request.output, bytes);
}

Exit fill_workbook(const FillRequest& request) {
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
        const PatchJob job{&*file, &*workbook, request.workbook, request.without_recalculation,
                           request.office.settings};
        auto made = write_patch(job, work->plan, work->findings);
        if (!made) {
            made.error().place.file = request.workbook;
            return refuse(std::array{made.error()});
        }
        if (const auto written = write_beside(request, *file, made->bytes); !written)
            return refuse(std::array{written.error()});
        text += bookkeeping_text(*made);
    }
    if (!work->findings.empty()) text += "\n" + findings_text("Bevindingen bij het invullen", work->findings, terminal);
    if (const auto written = deliver(text, ""); !written) return refuse(std::array{written.error()});
    const Exit of_model = report_findings(dossier->findings, request.model);
    return std::max(of_model, has_error(work->findings) ? Exit::findings : Exit::good);
}

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
    command->add_flag("--zonder-onthouden", request->forgets,
                      "Zet geen naam bij een ingevuld merk; begroot ververs vult die cel dan niet opnieuw");
    add_month_options(*command, request->words);
    add_width_option(*command, request->width);
    add_office_options(*command, request->office);
    command->footer(
        "Voorbeeld:\n  begroot vul kantoor.xlsx models/plein013-2025.toml --rapportage M8 --proef\n"
        "  begroot vul kantoor.xlsx models/plein013-2025.toml --rapportage M8 --uit ingevuld.xlsx");
    commands[command] = [request] { return fill_workbook(*request); };
}

}  // namespace begroot::cli
