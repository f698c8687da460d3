#include "base/nearest.hpp"
#include "cli/commands.hpp"
#include "cli/years.hpp"
#include "report/json_multi_year.hpp"
#include "report/scenarios.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace begroot::cli {

namespace {

struct CompareRequest {
    std::string model;
    std::vector<std::string> scenarios;
    std::string figure = "resultaat";
    YearWords words;
    OutputWords output;
    office::OfficeHelp office;
};

std::optional<std::string> first_twice(const std::vector<std::string>& names) {
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (std::find(names.begin(), name, *name) != name) return *name;
    }
    return std::nullopt;
}

/// Gives the scenarios to compare: one alone is compared with the model itself; changes of `--stel` on the first make
/// one more.
Result<std::vector<ChosenScenario>> choose_scenarios(const YearModel& model, const CompareRequest& request) {
    std::vector<std::string> names = request.scenarios;
    const bool changed = !request.words.changes.empty();
    if (names.size() + (changed ? 1 : 0) < 2 && names != std::vector{std::string(scenario::base_name)})
        names.insert(names.begin(), std::string(scenario::base_name));
    if (names.size() + (changed ? 1 : 0) < 2) {
        return failure({ErrorKind::usage, {}, "er is niets om basis mee te vergelijken", "een scenario of --stel", ""});
    }
    if (const auto twice = first_twice(names)) {
        return failure({ErrorKind::usage, {}, "scenario \"" + *twice + "\" staat er twee keer", "elk een keer", ""});
    }
    std::vector<ChosenScenario> chosen;
    for (const std::string& name : names) {
        auto one = choose_scenario(model, name, {});
        if (!one) return failure(std::move(one.error()));
        chosen.push_back(std::move(*one));
    }
    if (!changed) return chosen;
    auto one = choose_scenario(model, names.front(), request.words.changes);
    if (!one) return failure(std::move(one.error()));
    chosen.push_back(std::move(*one));
    return chosen;
}

/// Refuses a figure that is no amount: only those have a bridge to the cent.
Result<void> check_figure(const std::string& figure, const model::Graph& graph) {
    std::vector<std::string> known = model::built_in_names();
    for (const model::Series& series : graph.series) {
        if (series.in_cents && !series.is_signal) known.push_back(series.name.substr(0, series.name.find('.')));
    }
    if (std::ranges::find(known, figure) != known.end()) return {};
    const auto meant = nearest(figure, known);
    return failure({ErrorKind::usage,
                    {},
                    "\"" + figure + "\" is geen bedrag van het model",
                    "een regel, balanspost of totaal",
                    meant ? "bedoelde u \"" + *meant + "\"?" : "kies bijvoorbeeld resultaat"});
}

report::Comparison compare(const YearModel& model, const std::vector<ChosenScenario>& scenarios,
                           const std::vector<std::int32_t>& years, const std::string& figure) {
    report::Comparison comparison;
    for (const ChosenScenario& one : scenarios) comparison.views.push_back(view_of(model, one, years));
    for (std::size_t i = 1; i < scenarios.size(); ++i) {
        comparison.bridges.push_back(report::bridge_years(*model.graph, model.definition(), scenarios.front().overlay,
                                                          scenarios[i].overlay, figure, years));
    }
    if (model.table) comparison.plan = report::beside_plan(*model.table, comparison.views);
    return comparison;
}

/// Names the scenario of what was found in its years.
Findings findings_of(const report::Comparison& comparison) {
    Findings findings;
    for (const report::MultiYear& view : comparison.views) {
        for (Finding finding : view.findings) {
            finding.found = "scenario " + view.scenario + ": " + finding.found;
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

Exit run(const CompareRequest& request) {
    const auto format = format_with_workbook(request.output, "vergelijk.xlsx");
    if (!format) return refuse(std::array{format.error()});
    const auto per = read_year_per(request.words.per);
    if (!per) return refuse(std::array{per.error()});
    const auto model = open_years(request.model, request.words, request.office);
    if (!model) return refuse(model.error());
    const auto years = read_years(request.words.years, *model->graph);
    if (!years) return refuse(std::array{years.error()});
    if (const auto known = check_figure(request.figure, *model->graph); !known)
        return refuse(std::array{known.error()});
    const auto scenarios = choose_scenarios(*model, request);
    if (!scenarios) return refuse(std::array{scenarios.error()});
    const report::Comparison comparison = compare(*model, *scenarios, *years, request.figure);
    const MoneyStyle money = request.words.cents ? MoneyStyle::cents : MoneyStyle::whole_euros;
    const auto written = *format == Format::json ? deliver(report::to_json(comparison), request.output.output)
                                                 : deliver_years(*model, report::to_document(comparison, *per, money),
                                                                 *format, request.output);
    if (!written) return refuse(std::array{written.error()});
    return report_years(*model, findings_of(comparison), request.model);
}

}  // namespace

void add_compare_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<CompareRequest>();
    auto* command = app.add_subcommand("vergelijk", "Scenario's naast elkaar en wat het verschil maakt (compare)");
    command->alias("compare");
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    command->add_option("SCENARIO", request->scenarios, "De scenario's; een alleen wordt met basis vergeleken")
        ->type_name("");
    add_year_options(*command, request->words);
    add_year_table_options(*command, request->words);
    command->add_option("--doel", request->figure, "Welk bedrag verklaard wordt (standaard resultaat)")
        ->type_name("CODE");
    add_output_options(*command, request->output, "tekst, xlsx, html, md, csv of json");
    add_office_options(*command, request->office);
    command->footer(
        "Voorbeeld:\n  begroot vergelijk models/plein013-2025.toml expertise_erbij --rapportage M8 --per doel\n"
        "  begroot vergelijk models/swv-po-voorbeeld.toml basis leerlingdaling tegenwind --jaren 2025-2028\n"
        "  begroot vergelijk models/swv-po-voorbeeld.toml --stel 'deelname.so.laag=+0,1pp@2026-' --doel "
        "eigen_vermogen");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
