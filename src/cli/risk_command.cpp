#include "cli/commands.hpp"
#include "cli/years.hpp"
#include "report/json_multi_year.hpp"
#include "report/scenarios.hpp"
#include "scenario/risk.hpp"

#include <array>
#include <charconv>
#include <memory>

namespace begroot::cli {

namespace {

struct RiskRequest {
    std::string model;
    std::string draws = "100000";
    std::string seed = "1";
    std::string threads = "0";
    bool all = false;
    YearWords words;
    OutputWords output;
    office::OfficeHelp office;
};

/// Reads a whole number within limits; thousands points are none of it.
template <typename T>
Result<T> read_whole(const std::string& option, const std::string& word, T least, T most) {
    T value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error == std::errc() && end == word.data() + word.size() && value >= least && value <= most) return value;
    return failure({ErrorKind::usage,
                    {},
                    option + " \"" + word + "\" past niet",
                    "een geheel getal van " + std::to_string(least) + " tot en met " + std::to_string(most),
                    ""});
}

Result<scenario::RiskOptions> read_options(const RiskRequest& request) {
    scenario::RiskOptions options;
    const auto draws = read_whole<std::int64_t>("--trekkingen", request.draws, 1, scenario::draws_max);
    if (!draws) return failure(draws.error());
    const auto seed = read_whole<std::uint64_t>("--zaad", request.seed, 0, std::numeric_limits<std::uint64_t>::max());
    if (!seed) return failure(seed.error());
    const auto threads = read_whole<int>("--draden", request.threads, 0, scenario::threads_max);
    if (!threads) return failure(threads.error());
    options.draws = *draws;
    options.seed = *seed;
    options.threads = *threads;
    return options;
}

Exit run(const RiskRequest& request) {
    const auto format = format_with_workbook(request.output, "risico.xlsx");
    if (!format) return refuse(std::array{format.error()});
    const auto options = read_options(request);
    if (!options) return refuse(std::array{options.error()});
    const auto model = open_years(request.model, request.words, request.office);
    if (!model) return refuse(model.error());
    const auto chosen = choose_scenario(*model, request.words.scenario, request.words.changes);
    if (!chosen) return refuse(std::array{chosen.error()});
    const auto risk = scenario::draw_risk(*model->graph, model->definition(), chosen->overlay, *options);
    if (!risk) return refuse(std::array{risk.error()});
    const report::FigureNames names = figure_names(*model, *chosen, request.output);
    const bool all = request.all || *format == Format::csv || *format == Format::xlsx;
    const auto rows = all ? report::RiskRows::all : report::RiskRows::main;
    const auto written = *format == Format::json
                             ? deliver(report::to_json(*risk, names), request.output.output)
                             : deliver_years(*model, report::to_document(*risk, rows, names), *format, request.output);
    if (!written) return refuse(std::array{written.error()});
    return report_years(*model, findings_of_years(*model, *chosen), request.model);
}

}  // namespace

void add_risk_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<RiskRequest>();
    auto* command = app.add_subcommand("risico", "Hoe elk jaar kan uitvallen, en met welke kans (risk)");
    command->alias("risk");
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    add_scenario_option(*command, request->words);
    command->add_option("--trekkingen", request->draws, "Hoe vaak er getrokken wordt (standaard 100000)")
        ->type_name("GETAL");
    command
        ->add_option("--zaad", request->seed,
                     "Het begin van de toevalsgetallen; hetzelfde zaad, hetzelfde antwoord (standaard 1)")
        ->type_name("GETAL");
    command
        ->add_option(
            "--draden", request->threads,
            "Hoeveel er tegelijk rekent; het antwoord is altijd hetzelfde (standaard zoveel als de machine heeft)")
        ->type_name("GETAL");
    command->add_flag("--alles", request->all, "Toon elke regel, ook op het scherm");
    add_year_options(*command, request->words);
    add_output_options(*command, request->output, "tekst, xlsx, html, md, csv of json");
    add_office_options(*command, request->office);
    command->footer("Voorbeeld:\n  begroot risico models/swv-po-voorbeeld.toml --trekkingen 100000 --zaad 1");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
