#include "cli/commands.hpp"
#include "cli/living_workbook.hpp"
#include "cli/years.hpp"
#include "report/json_multi_year.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>

namespace begroot::cli {

namespace {

struct YearsRequest {
    std::string model;
    YearWords words;
    bool continuity = false;
    OutputWords output;
    office::OfficeHelp office;
};

/// Gives the years of the continuïteitsparagraaf: the base year and those after it by the model's rule.
Result<std::vector<std::int32_t>> continuity_years(const YearModel& model) {
    const model::Definition& definition = model.definition();
    if (!definition.continuity) {
        return failure({ErrorKind::input,
                        {.file = model.dossier->model.file},
                        "het model zegt niet hoeveel jaren de continuïteitsparagraaf vooruitkijkt",
                        "[meerjaren].continuiteit met jaren en bron",
                        "zie models/README.md"});
    }
    const std::int32_t last = definition.base_year + definition.continuity->years;
    if (last > definition.last_year) {
        return failure({ErrorKind::input, definition.continuity->place,
                        "de continuïteitsparagraaf loopt tot en met " + std::to_string(last) +
                            " en het model tot en met " + std::to_string(definition.last_year),
                        "jaren tot en met " + std::to_string(last) + " in [meerjaren]", ""});
    }
    std::vector<std::int32_t> years;
    for (std::int32_t year = definition.base_year; year <= last; ++year) years.push_back(year);
    return years;
}

/// Tells whether the user asked for a table of his own choice: other years, another order, cents.
bool chooses_table(const YearsRequest& request) {
    const YearWords& words = request.words;
    return request.continuity || !words.years.empty() || words.per != YearWords().per || words.cents;
}

/// Writes the living workbook, whose formulas need every year, or the table as it was chosen.
Result<void> write_workbook(const YearModel& model, const ChosenScenario& chosen, const YearsRequest& request,
                            const Document& table) {
    if (!chooses_table(request))
        return write_living_workbook(model, chosen, {request.words, {}}, request.output.output);
    const auto written = deliver_years(model, table, Format::xlsx, request.output);
    if (written) complain("de werkmap heeft de gekozen tabel; alle jaren met formules geeft begroot export.");
    return written;
}

Exit run(const YearsRequest& request) {
    const auto format = format_with_workbook(request.output, "meerjaren.xlsx");
    if (!format) return refuse(std::array{format.error()});
    const auto per = read_year_per(request.words.per);
    if (!per) return refuse(std::array{per.error()});
    const auto model = open_years(request.model, request.words, request.office);
    if (!model) return refuse(model.error());
    const auto years = request.continuity ? continuity_years(*model) : read_years(request.words.years, *model->graph);
    if (!years) return refuse(std::array{years.error()});
    const auto chosen = choose_scenario(*model, request.words.scenario, request.words.changes);
    if (!chosen) return refuse(std::array{chosen.error()});
    report::MultiYear view = view_of(*model, *chosen, *years);
    const MoneyStyle money = request.words.cents ? MoneyStyle::cents : MoneyStyle::whole_euros;
    const auto& rule = model->definition().continuity;
    const Document table =
        request.continuity ? report::continuity_document(view, *rule, money) : report::to_document(view, *per, money);
    if (request.continuity) std::ranges::move(report::check_continuity(view, *rule), std::back_inserter(view.findings));
    const auto written = *format == Format::json   ? deliver(report::to_json(view), request.output.output)
                         : *format == Format::xlsx ? write_workbook(*model, *chosen, request, table)
                                                   : deliver_years(*model, table, *format, request.output);
    if (!written) return refuse(std::array{written.error()});
    return report_years(*model, view.findings, request.model);
}

}  // namespace

void add_years_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<YearsRequest>();
    auto* command =
        app.add_subcommand("meerjaren", "Baten, lasten, balans, kasstroom en kengetallen per jaar (multiyear)");
    command->alias("multiyear");
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    add_scenario_option(*command, request->words);
    add_year_options(*command, request->words);
    add_year_table_options(*command, request->words);
    command
        ->add_flag("--continuiteit", request->continuity,
                   "De cijfers van de continuïteitsparagraaf: leerlingen, personeel, balans, baten en lasten")
        ->excludes("--jaren")
        ->excludes("--per");
    add_output_options(*command, request->output, "tekst, xlsx, html, md, csv of json");
    add_office_options(*command, request->office);
    command->footer(
        "Voorbeeld:\n  begroot meerjaren models/plein013-2025.toml --rapportage M8 --per doel\n"
        "  begroot meerjaren models/swv-po-voorbeeld.toml --scenario leerlingdaling --jaren 2025-2028\n"
        "  begroot meerjaren models/swv-po-voorbeeld.toml --stel 'deelname.so.laag=+0,1pp@2026-'");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
