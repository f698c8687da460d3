#include "cli/commands.hpp"
#include "cli/living_workbook.hpp"
#include "cli/years.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <memory>

namespace begroot::cli {

namespace {

struct ExportRequest {
    std::string model;
    std::string output;
    std::string draws;
    std::string seed = "1";
    std::string compared;
    YearWords words;
    office::OfficeHelp office;
};

Result<LivingChoices> read_living_choices(const ExportRequest& request, bool risk_is_asked) {
    LivingChoices choices;
    choices.compared = request.compared;
    choices.risk_is_asked = risk_is_asked;
    std::int64_t draws = draws_of_sheet;
    if (!request.draws.empty()) {
        const auto read = read_whole<std::int64_t>("--risico", request.draws, 0, scenario::draws_max);
        if (!read) return failure(read.error());
        draws = *read;
    }
    const auto seed = read_whole<std::uint64_t>("--zaad", request.seed, 0, std::numeric_limits<std::uint64_t>::max());
    if (!seed) return failure(seed.error());
    choices.risk->draws = draws;
    choices.risk->seed = *seed;
    if (draws == 0) choices.risk.reset();
    return choices;
}

Exit run(const ExportRequest& request, bool risk_is_asked) {
    if (!request.output.ends_with(".xlsx")) {
        return refuse(std::array{Error{ErrorKind::usage,
                                       {},
                                       "\"" + request.output + "\" is geen naam voor een werkmap",
                                       "--uit meerjarenbegroting.xlsx",
                                       ""}});
    }
    const auto choices = read_living_choices(request, risk_is_asked);
    if (!choices) return refuse(std::array{choices.error()});
    const auto model = open_years(request.model, request.words, request.office);
    if (!model) return refuse(model.error());
    const auto chosen = choose_scenario(*model, request.words.scenario, request.words.changes);
    if (!chosen) return refuse(std::array{chosen.error()});
    if (auto written = write_living_workbook(*model, *chosen, {request.words, *choices}, request.output); !written)
        return refuse(std::array{written.error()});
    return report_years(*model, findings_of_years(*model, *chosen), request.model);
}

}  // namespace

void add_export_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<ExportRequest>();
    auto* command = app.add_subcommand("export", "De meerjarenbegroting als werkmap met levende formules");
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    command->add_option("--uit", request->output, "De werkmap die geschreven wordt (.xlsx)")->required();
    add_scenario_option(*command, request->words);
    const auto* risk =
        command
            ->add_option("--risico", request->draws,
                         "Hoe vaak er getrokken wordt voor het blad Risico (standaard 10000; 0: zonder dat blad)")
            ->type_name("GETAL")
            ->expected(0, 1);
    command->add_option("--zaad", request->seed, "Het begin van de toevalsgetallen van Risico (standaard 1)")
        ->type_name("GETAL");
    command
        ->add_option("--vergelijk", request->compared,
                     "Het scenario op het blad Vergelijking (standaard het eerste dat verschilt)")
        ->type_name("NAAM");
    add_year_options(*command, request->words);
    add_office_options(*command, request->office);
    command->footer("Voorbeeld:\n  begroot export models/swv-po-voorbeeld.toml --uit out/meerjarenbegroting.xlsx");
    commands[command] = [request, risk] { return run(*request, risk->count() > 0); };
}

}  // namespace begroot::cli
