#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/detail/workers.hpp"
#include "cli/options.hpp"
#include "consolidation/consolidation_table.hpp"
#include "consolidation/consolidation_trace.hpp"
#include "store/consolidation_file.hpp"
#include "store/dossier.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <memory>
#include <set>
#include <system_error>
#include <utility>

namespace begroot::cli {

namespace {

namespace co = consolidation;

struct ConsolidateRequest {
    std::vector<std::string> files;
    std::vector<std::string> without;  ///< --zonder
    std::string per = "rubriek";
    std::string until;
    std::string code;  ///< --herkomst
    std::string column = "werkelijk";
    OutputWords output;
    office::OfficeHelp office;
    bool cents = false;
};

/// What is consolidated, with the path of every member's model.
struct ToConsolidate {
    Consolidation definition;
    std::vector<std::string> models;  ///< by member of the definition
};

/// Gives every model of the command line as a member, named after its file.
ToConsolidate plan_of_models(const std::vector<std::string>& files) {
    ToConsolidate plan;
    plan.definition.name = "Organisaties samen";
    std::set<std::string> codes;
    for (const std::string& file : files) {
        const std::string stem = std::filesystem::path(file).stem().string();
        std::string code = stem;
        for (int number = 2; !codes.insert(code).second; ++number) code = stem + "-" + std::to_string(number);
        plan.definition.members.push_back({code, "", file, {}});
        plan.models.push_back(file);
    }
    return plan;
}

std::expected<ToConsolidate, store::ModelErrors> read_plan(const std::vector<std::string>& files) {
    std::set<std::filesystem::path> seen;
    for (const std::string& file : files) {
        std::error_code failed;  // a file that is not there is told when it is read
        if (!seen.insert(std::filesystem::weakly_canonical(file, failed)).second)
            return std::unexpected(store::ModelErrors{
                {ErrorKind::usage, {}, "\"" + file + "\" staat er twee keer", "elk model een keer", ""}});
    }
    if (files.size() > 1) {
        for (const std::string& one : files) {
            const auto read = store::read_consolidation(one);
            if (!read || !*read) continue;  // what is wrong with it is told when it is read as a model
            return std::unexpected(store::ModelErrors{{ErrorKind::usage,
                                                       {},
                                                       "\"" + one + "\" is zelf een consolidatie",
                                                       "een bestand met [consolidatie] alleen, of modellen zonder",
                                                       "voeg het model aan [[lid]] toe"}});
        }
        return plan_of_models(files);
    }
    auto file = store::read_consolidation(files.front());
    if (!file) return std::unexpected(std::move(file.error()));
    if (!*file) {
        return std::unexpected(store::ModelErrors{{ErrorKind::usage,
                                                   {},
                                                   "\"" + files.front() + "\" is een enkel model zonder [consolidatie]",
                                                   "twee of meer modellen, of een bestand met [consolidatie]",
                                                   ""}});
    }
    ToConsolidate plan;
    plan.definition = std::move((*file)->consolidation);
    for (const ConsolidationMember& member : plan.definition.members)
        plan.models.push_back(((*file)->folder / member.model).lexically_normal().string());
    return plan;
}

/// Finds which members stay; `left_out` gets the names of the others. Error (usage): a word that names no member.
Result<std::vector<bool>> members_kept(const ToConsolidate& plan, const std::vector<std::string>& without,
                                       std::vector<std::string>& left_out) {
    std::vector<bool> kept(plan.models.size(), true);
    for (const std::string& word : without) {
        bool found = false;
        std::vector<std::string> known;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            const ConsolidationMember& member = plan.definition.members[i];
            known.push_back(member.code);
            if (word != member.code && word != member.name && word != plan.models[i]) continue;
            found = true;
            if (kept[i]) left_out.push_back(member.name.empty() ? member.code : member.name);
            kept[i] = false;
        }
        if (!found) return failure(unknown_choice("--zonder", word, known));
    }
    return kept;
}

/// The members that were read, in order, and the dossiers behind them.
struct Opened {
    std::vector<store::Dossier> dossiers;
    std::vector<co::Member> members;
    std::vector<std::string> files;
};

/// Reads every member that stays, all at once. When one is refused all are, and every message names its model.
std::optional<Opened> open_members(const ToConsolidate& plan, const std::vector<bool>& kept,
                                   const office::OfficeHelp& help, Exit& exit) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (kept[i]) chosen.push_back(i);
    }
    std::vector<std::optional<std::expected<store::Dossier, store::ModelErrors>>> read(chosen.size());
    run_in_parallel(chosen.size(),
                    [&](std::size_t i) { read[i].emplace(store::open_dossier(plan.models[chosen[i]], help)); });
    exit = Exit::good;
    Opened opened;
    std::string refused;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (read[i]->has_value()) {
            opened.dossiers.push_back(std::move(**read[i]));
            opened.files.push_back(plan.models[chosen[i]]);
            continue;
        }
        exit = std::max(exit, refuse(read[i]->error(), plan.models[chosen[i]]));
        refused += (refused.empty() ? "" : " en ") + std::string("--zonder ") + plan.definition.members[chosen[i]].code;
    }
    if (exit != Exit::good) {
        complain("er is niet geconsolideerd, want dan is het geheel niet heel; wie dat toch wil, geeft " + refused +
                 ".");
        return std::nullopt;
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const ConsolidationMember& member = plan.definition.members[chosen[i]];
        const std::string& own = opened.dossiers[i].model.plan.organisation;
        opened.members.push_back(
            {member.code, member.name.empty() ? own : member.name, facts_of(opened.dossiers[i], std::nullopt)});
    }
    return opened;
}

/// Shows of every member the budget that was in force in the last month that counts.
void use_budget_of(Month until, Opened& opened) {
    for (co::Member& member : opened.members) member.facts = report::with_budget_of(member.facts, until);
}

Result<co::Options> read_options(const ConsolidateRequest& request) {
    static const std::vector<std::pair<std::string, co::Per>> words{{"rubriek", co::Per::rubric},
                                                                    {"speerpunt", co::Per::speerpunt}};
    const auto per = choose_word("--per", request.per, words);
    if (!per) return failure(per.error());
    co::Options options{*per, std::nullopt};
    if (request.until.empty()) return options;
    options.until = parse_month(request.until);
    if (options.until) return options;
    return failure(
        {ErrorKind::usage, {}, "\"" + request.until + "\" is geen maand", "jaar en maand, bijvoorbeeld 2025-08", ""});
}

Result<co::Measure> read_measure(const std::string& word) {
    std::vector<std::pair<std::string, co::Measure>> words;
    words.reserve(std::size(co::measures));
    for (const co::Measure measure : co::measures) words.emplace_back(co::measure_name(measure), measure);
    return choose_word("--kolom", word, words);
}

/// Says what of the members and of their eliminations there is to say.
Exit report_all(const Opened& opened, const co::Consolidated& answer) {
    Exit exit = Exit::good;
    for (std::size_t i = 0; i < opened.dossiers.size(); ++i) {
        Findings findings = opened.dossiers[i].findings;
        findings.insert(findings.end(), answer.answers[i].findings.begin(), answer.answers[i].findings.end());
        exit = std::max(exit, report_findings(findings, opened.files[i], true));
    }
    for (const Finding& finding : answer.findings) {
        complain(to_text(finding));
        if (finding.severity == Severity::error) exit = std::max(exit, Exit::findings);
    }
    return exit;
}

Exit run(const ConsolidateRequest& request) {
    const auto format = format_with_workbook(request.output, "samen.xlsx");
    if (!format) return refuse(std::array{format.error()});
    const auto options = read_options(request);
    if (!options) return refuse(std::array{options.error()});
    const auto measure = read_measure(request.column);
    if (!measure) return refuse(std::array{measure.error()});
    const auto plan = read_plan(request.files);
    if (!plan) return refuse(plan.error());
    co::TableStyle style;
    const auto kept = members_kept(*plan, request.without, style.left_out);
    if (!kept) return refuse(std::array{kept.error()});
    Exit exit = Exit::good;
    auto opened = open_members(*plan, *kept, request.office, exit);
    if (!opened) return exit;
    if (!opened->members.empty()) use_budget_of(options->until.value_or(co::common_month(opened->members)), *opened);
    const auto answer = co::consolidate(plan->definition, opened->members, *options);
    if (!answer) return refuse(std::array{answer.error()});
    style.money = request.cents ? MoneyStyle::cents : MoneyStyle::whole_euros;
    style.live = *format == Format::xlsx;
    Document document;
    std::string json;
    if (request.code.empty()) {
        document = co::to_document(plan->definition, opened->members, *answer, style);
        json = co::to_json(plan->definition, opened->members, *answer, style.left_out);
    } else {
        const auto traced = co::trace(opened->members, *answer, request.code, *measure);
        if (!traced) return refuse(std::array{traced.error()});
        document = co::to_document(opened->members, *traced);
        json = co::to_json(opened->members, *traced);
    }
    const std::string& output = request.output.output;
    const auto written = *format == Format::xlsx
                             ? write_xlsx(document, Day{answer->until.year, answer->until.month, 1}, output)
                         : *format == Format::json
                             ? deliver(json, output)
                             : deliver(render_document(document, *format, text_options_of(request.output)), output);
    if (!written) return refuse(std::array{written.error()});
    return report_all(*opened, *answer);
}

}  // namespace

void add_consolidate_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<ConsolidateRequest>();
    auto* command = app.add_subcommand("samen", "Meer organisaties als een geheel, met eliminaties (consolidate)");
    command->alias("consolidate");
    command
        ->add_option("MODEL", request->files,
                     "Een bestand met [consolidatie], of twee of meer modellen (dan zonder eliminaties)")
        ->type_name("")
        ->required();
    command->add_option("--per", request->per, "rubriek of speerpunt (standaard rubriek)");
    command->add_option(
        "--tot", request->until,
        "De laatste maand die meetelt, zoals 2025-08 (standaard de laatste waarvan elk lid boekingen heeft)");
    command->add_option("--zonder", request->without, "Een lid dat niet meedoet; de kop zegt het; mag meermalen")
        ->take_all();
    command->add_option("--herkomst", request->code,
                        "In plaats van de tabellen: elke boeking en cel achter een regel, met wat geëlimineerd is");
    command->add_option("--kolom", request->column,
                        "Bij --herkomst: begroot, begroot_tot of werkelijk (standaard werkelijk)");
    add_output_options(*command, request->output, "tekst, xlsx, html, md, csv of json");
    add_office_options(*command, request->office);
    command->add_flag("--centen", request->cents, "Toon centen in plaats van hele euro's");
    command->footer(
        "Voorbeeld:\n  begroot samen models/samen-voorbeeld/samen.toml --per speerpunt\n"
        "  begroot samen models/samen-voorbeeld/samen.toml --herkomst 4.5 --kolom begroot");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
