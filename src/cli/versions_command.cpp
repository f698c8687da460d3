#include "cli/commands.hpp"
#include "cli/detail/reports.hpp"
#include "cli/options.hpp"
#include "store/dossier.hpp"
#include "versions/documents.hpp"

#include <array>
#include <memory>

namespace begroot::cli {

namespace {

struct VersionsRequest {
    std::string model;
    std::string from;
    std::string to;
    OutputWords output;
    office::OfficeHelp office;
    bool cents = false;
};

Result<versions::Pair> find_pair(const versions::Versions& made, const VersionsRequest& request) {
    const auto from = versions::find_figures(made, "--van", request.from);
    if (!from) return failure(from.error());
    const auto to = versions::find_figures(made, "--naar", request.to);
    if (!to) return failure(to.error());
    return versions::Pair{*from, *to};
}

Result<void> write_versions(const VersionsRequest& request, Format format, const management::Input& input,
                            const versions::Versions& made) {
    const MoneyStyle money = request.cents ? MoneyStyle::cents : MoneyStyle::whole_euros;
    std::optional<versions::Pair> pair;
    if (!request.from.empty()) {
        const auto found = find_pair(made, request);
        if (!found) return failure(found.error());
        pair = *found;
    }
    if (format == Format::json) {
        return deliver(pair ? versions::to_json(input, made, *pair) : versions::to_json(input, made),
                       request.output.output);
    }
    const Document document =
        pair ? versions::to_document(input, made, *pair, money) : versions::to_document(input, made, money);
    if (format != Format::xlsx)
        return deliver(render_document(document, format, text_options_of(request.output)), request.output.output);
    const Month last = year_of(*input.facts.plan).last();
    return write_xlsx(document, Day{last.year, last.month, 1}, request.output.output);
}

Exit run(const VersionsRequest& request) {
    const auto format = format_with_workbook(request.output, "versies.xlsx");
    if (!format) return refuse(std::array{format.error()});
    if (request.from.empty() != request.to.empty()) {
        return refuse(
            std::array{Error{ErrorKind::usage,
                             {},
                             request.from.empty() ? "--naar staat er zonder --van" : "--van staat er zonder --naar",
                             "twee versies, bijvoorbeeld --van primitief --naar actueel",
                             ""}});
    }
    const auto dossier = store::open_dossier(request.model, request.office);
    if (!dossier) return refuse(dossier.error());
    const auto input = management_input_of(*dossier, std::nullopt, "");
    if (!input) return refuse(std::array{input.error()});
    const auto made = versions::show_versions(*input);
    if (!made) return refuse(std::array{made.error()});
    if (const auto done = write_versions(request, *format, *input, *made); !done)
        return refuse(std::array{done.error()});
    return report_findings(joined_findings({&dossier->findings, &made->findings}), request.model);
}

}  // namespace

void add_versions_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<VersionsRequest>();
    auto* command = app.add_subcommand(
        "versies", "De begroting in versies: primitief, wijzigingen, actueel, prognoses en realisatie (versions)");
    command->alias("versions");
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    command
        ->add_option("--van", request->from,
                     "Vergelijk twee: primitief, de code van een wijziging, actueel, prognose:M8 of realisatie")
        ->type_name("VERSIE");
    command->add_option("--naar", request->to, "Waarmee --van vergeleken wordt")->type_name("VERSIE");
    add_output_options(*command, request->output, "tekst, xlsx, html, md, csv of json");
    add_office_options(*command, request->office);
    command->add_flag("--centen", request->cents, "Toon centen in plaats van hele euro's");
    command->footer(
        "Voorbeeld:\n  begroot versies models/plein013-2025.toml\n"
        "  begroot versies models/plein013-2025.toml --van primitief --naar prognose:M8");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
