#include "cli/commands.hpp"
#include "cli/detail/opened_export.hpp"
#include "cli/findings_text.hpp"
#include "cli/options.hpp"
#include "live/back.hpp"
#include "live/explanations.hpp"
#include "store/atomic_file.hpp"
#include "store/scenario_text.hpp"
#include "workbook/reader.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace begroot::cli {

namespace {

struct BackRequest {
    std::string workbook;
    std::string model;
    std::string output;
    std::string name = "Uit de werkmap";
    std::size_t width = 0;
    office::OfficeHelp office;
};

/// Makes a code of a name: small letters and digits, all else a line.
std::string code_of(const std::string& name) {
    std::string code;
    for (const char c : name) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool is_digit = c >= '0' && c <= '9';
        if (is_letter || (is_digit && !code.empty())) {
            code += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        } else if (!code.empty() && code.back() != '_') {
            code += '_';
        }
    }
    while (code.ends_with('_')) code.pop_back();
    return code;
}

std::optional<Error> wrong_name(const BackRequest& request, const scenario::ScenarioBook& book) {
    const std::string code = code_of(request.name);
    const bool taken = code == scenario::base_name || code == live::ad_hoc_scenario ||
                       std::ranges::find(book.scenarios, code, &scenario::Scenario::code) != book.scenarios.end();
    if (!code.empty() && !taken) return std::nullopt;
    const std::string found = code.empty() ? "de naam \"" + request.name + "\" heeft geen letters"
                                           : "het model heeft al een scenario \"" + code + "\"";
    return Error{ErrorKind::usage, {}, found, "een andere naam", "geef --naam"};
}

/// Writes the scenario with where it comes from; when nothing changed that is all.
std::string scenario_of(const BackRequest& request, const workbook::Workbook& workbook, const YearModel& model,
                        const live::Back& back) {
    const std::vector<std::string> remarks{"Teruggelezen uit " + request.workbook,
                                           "SHA-256 van de werkmap: " + workbook.sha256,
                                           "SHA-256 van het model: " + model.dossier->model.sha256};
    if (back.scenario.adjustments.empty() && back.remarks.empty()) {
        std::string text;
        for (const std::string& remark : remarks) text += "# " + remark + "\n";
        return text + "# Er is niets veranderd.\n";
    }
    scenario::Scenario scenario = back.scenario;
    scenario.code = code_of(request.name);
    scenario.title = request.name;
    return store::scenario_text(scenario, model.definition(), remarks);
}

/// Prints what was read back and, unless a file was asked for, what it becomes.
Result<void> print_back(const BackRequest& request, const Document& document, const Findings& findings,
                        const std::string& result) {
    const render::TextOptions terminal = ask_terminal(request.width > 0 ? std::optional(request.width) : std::nullopt);
    std::string text = render_document(document, Format::text, terminal);
    if (!findings.empty()) text += "\n" + findings_text("Bevindingen bij het teruglezen", findings, terminal);
    if (request.output.empty()) {
        text += "\n" + result;
    } else if (auto written = store::write_atomically(request.output, result); !written) {
        return written;
    }
    return deliver(text, "");
}

/// Reads explanations back: the file beside the model with what people typed, ready to keep.
Exit run_explanations(const BackRequest& request, const workbook::Workbook& workbook) {
    const auto dossier = store::open_dossier(request.model, request.office);
    if (!dossier) return refuse(dossier.error());
    const auto read = live::read_explanations(workbook, dossier->explanations);
    if (!read) return refuse(std::array{read.error()});
    const std::string file = with_explanations(dossier->explanations.text, read->taken);
    if (const auto written = print_back(request, live::to_document(*read), read->findings, file); !written)
        return refuse(std::array{written.error()});
    return has_error(read->findings) ? Exit::findings : Exit::good;
}

Exit run(const BackRequest& request) {
    const auto workbook = workbook::read_workbook(std::filesystem::path(request.workbook), request.workbook);
    if (!workbook) return refuse(std::array{workbook.error()});
    if (live::has_explanations(*workbook)) return run_explanations(request, *workbook);
    const auto opened = open_export(*workbook, request.model, {}, request.office);
    if (!opened) return refuse(opened.error());
    const YearModel& model = opened->model;
    if (const auto error = wrong_name(request, model.dossier->model.scenarios)) return refuse(std::array{*error});
    const auto back = live::read_back(*workbook, opened->input);
    if (!back) return refuse(std::array{back.error()});
    const std::string toml = scenario_of(request, *workbook, model, *back);
    const auto written = print_back(request, live::to_document(*back, opened->input), back->findings, toml);
    if (!written) return refuse(std::array{written.error()});
    const Exit of_model = report_findings(model.findings, request.model);
    return std::max(of_model, has_error(back->findings) ? Exit::findings : Exit::good);
}

}  // namespace

void add_back_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<BackRequest>();
    auto* command = app.add_subcommand("terug", "Lees een aangepaste werkmap van export of rapportage terug (back)");
    command->alias("back");
    command
        ->add_option("WERKMAP", request->workbook,
                     "De werkmap die begroot export of begroot rapportage schreef (.xlsx)")
        ->type_name("")
        ->required();
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    command
        ->add_option("--uit", request->output,
                     "Schrijf het scenario hier (.toml), om in het model te zetten, of het bestand met toelichtingen")
        ->type_name("BESTAND");
    command->add_option("--naam", request->name, "De naam van het scenario (standaard \"Uit de werkmap\")")
        ->type_name("NAAM");
    add_width_option(*command, request->width);
    add_office_options(*command, request->office);
    command->footer(
        "Voorbeeld:\n  begroot export models/swv-po-voorbeeld.toml --uit out/meerjarenbegroting.xlsx\n"
        "  begroot terug out/meerjarenbegroting.xlsx models/swv-po-voorbeeld.toml --uit out/scenario.toml\n"
        "  begroot rapportage models/plein013-2025.toml M8 --uit out/M8.xlsx\n"
        "  begroot terug out/M8.xlsx models/plein013-2025.toml --uit out/toelichtingen.md");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
