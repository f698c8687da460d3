#include "cli/commands.hpp"
#include "cli/detail/filling.hpp"
#include "cli/detail/opened_export.hpp"
#include "cli/detail/patching.hpp"
#include "cli/findings_text.hpp"
#include "cli/options.hpp"
#include "live/refresh.hpp"
#include "store/atomic_file.hpp"
#include "workbook/reader.hpp"
#include "workbook/source_file.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <utility>

namespace begroot::cli {

namespace {

struct RefreshRequest {
    FillRequest fill;  ///< the same words
};

/// Gives what is worth saying of the writing itself: begroot's own cells are protected and hold formulas, as they must.
Findings own_findings(const workbook::PatchPlan& plan) {
    Findings kept;
    for (const Finding& finding : plan.findings) {
        const bool expected =
            finding.severity == Severity::warning && (finding.kind == "vul_formule" || finding.kind == "vul_beveiligd");
        if (!expected) kept.push_back(finding);
    }
    return kept;
}

/// Draws the risk for the scenario that the workbook shows, where it has that sheet and the model has uncertainty.
Result<std::unique_ptr<scenario::Risk>> draw_again(const workbook::Workbook& workbook, const OpenedExport& opened) {
    const live::ExportInput& input = opened.input;
    const auto uncertain = [](const model::Variable& variable) { return variable.uncertainty.has_value(); };
    if (input.made_with.draws == 0 || std::ranges::none_of(input.definition->variables, uncertain))
        return std::unique_ptr<scenario::Risk>();
    const auto chosen = live::chosen_scenario(workbook, input);
    if (!chosen) return failure(chosen.error());
    scenario::RiskOptions options;
    options.draws = input.made_with.draws;
    options.seed = input.made_with.seed;
    auto risk = scenario::draw_risk(*input.graph, *input.definition, input.scenarios[*chosen].overlay, options);
    if (!risk) return failure(risk.error());
    return std::make_unique<scenario::Risk>(std::move(*risk));
}

Result<live::Refresh> plan_refresh(const workbook::Workbook& workbook, OpenedExport& opened) {
    const auto year = add_actuals(opened.model, opened.input);
    if (!year) return failure(year.error());
    const auto risk = draw_again(workbook, opened);
    if (!risk) return failure(risk.error());
    opened.input.risk = risk->get();
    return live::plan_refresh(workbook, opened.input);
}

Exit refresh_export(const FillRequest& request, const workbook::SourceFile& file, const workbook::Workbook& workbook) {
    auto opened = open_export(workbook, request.model, request.words, request.office);
    if (!opened) return refuse(opened.error());
    auto refresh = plan_refresh(workbook, *opened);
    if (!refresh) return refuse(std::array{refresh.error()});
    workbook::PatchOptions options;
    options.overwrite = true;
    options.lists = refresh->lists;
    auto plan = workbook::plan_patch(file.bytes(), workbook, refresh->writes, options);
    if (!plan) return refuse(std::array{plan.error()});
    const render::TextOptions terminal = ask_terminal(request.width > 0 ? std::optional(request.width) : std::nullopt);
    std::string text = render_document(live::to_document(*refresh, workbook), Format::text, terminal);
    Findings findings = refresh->findings;
    const Findings of_plan = own_findings(*plan);
    findings.insert(findings.end(), of_plan.begin(), of_plan.end());
    if (!request.trial) {
        const PatchJob job{&file, &workbook, request.workbook, request.without_recalculation, request.office.settings};
        const auto made = write_patch(job, *plan, findings);
        if (!made) return refuse(std::array{made.error()});
        const auto kept = write_beside(request, file, made->bytes);
        if (!kept) return refuse(std::array{kept.error()});
        text += bookkeeping_text(*made);
    }
    if (!findings.empty()) text += "\n" + findings_text("Bevindingen bij het verversen", findings, terminal);
    if (const auto written = deliver(text, ""); !written) return refuse(std::array{written.error()});
    const Exit of_model = report_findings(opened->model.findings, request.model);
    return std::max(of_model, has_error(findings) ? Exit::findings : Exit::good);
}

Exit run(const RefreshRequest& asked) {
    FillRequest request = asked.fill;
    std::error_code error;
    const bool over_itself =
        request.output.empty() || std::filesystem::equivalent(request.output, request.workbook, error);
    if (over_itself && !request.trial) {
        request.output = request.workbook;
        request.previous = previous_name(request.workbook);
    }
    const auto file =
        workbook::SourceFile::read(request.workbook, request.workbook, workbook::ReadLimits{}.file_bytes_max);
    if (!file) return refuse(std::array{file.error()});
    const auto workbook = workbook::read_workbook(*file, request.workbook);
    if (!workbook) return refuse(std::array{workbook.error()});
    if (!live::is_export(*workbook)) return fill_workbook(request);
    return refresh_export(request, *file, *workbook);
}

}  // namespace

void add_refresh_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<RefreshRequest>();
    FillRequest& words = request->fill;
    auto* command =
        app.add_subcommand("ververs", "Ververs de cijfers in een werkmap; wat mensen veranderden blijft (refresh)");
    command->alias("refresh");
    command->add_option("BESTAND", words.workbook, "Een werkmap van export, of een werkboek dat vul invulde (.xlsx)")
        ->type_name("")
        ->required();
    command->add_option("MODEL", words.model, "Het modelbestand (.toml)")->type_name("")->required();
    command
        ->add_option("--uit", words.output,
                     "Schrijf hier; anders in BESTAND zelf, en wat er stond blijft als BESTAND.vorige.xlsx")
        ->type_name("BESTAND");
    command->add_flag("--proef", words.trial, "Toon wat er zou gebeuren en schrijf niets");
    command->add_flag("--zonder-reken", words.without_recalculation,
                      "Laat LibreOffice niet rekenen: formules die veranderen verliezen hun waarde");
    add_month_options(*command, words.words);
    add_width_option(*command, words.width);
    add_office_options(*command, words.office);
    command->footer("Voorbeeld:\n  begroot ververs out/meerjarenbegroting.xlsx models/swv-po-voorbeeld.toml --proef");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
