#include "cli/years.hpp"

#include "base/check.hpp"
#include "base/nearest.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace begroot::cli {

namespace {

Error no_years(const store::Model& model) {
    return {ErrorKind::input,
            {.file = model.file},
            "het model heeft geen meerjarenbegroting",
            "[meerjaren] met basisjaar en jaren",
            "elke sleutel staat in models/README.md"};
}

/// Makes the table of year 0 where there is a plan with bookings.
Result<std::optional<report::BudgetVsActual>> table_of(const store::Dossier& dossier, const TableWords& words) {
    const Plan& plan = dossier.model.plan;
    if (plan.speerpunten.empty() || !dossier.ledger) {
        if (words.until.empty() && words.moment.empty()) return std::optional<report::BudgetVsActual>();
        return failure({ErrorKind::usage,
                        {.file = dossier.model.file},
                        std::string(words.until.empty() ? "--rapportage" : "--tot") +
                            " zegt tot wanneer jaar 0 geboekt is, maar dit model heeft geen boekingen",
                        "een model met [[speerpunt]] en een [[bron]] met soort = \"mutaties\"",
                        "laat de optie weg"});
    }
    const auto choices = read_choices(words);
    if (!choices) return failure(choices.error());
    const auto options = options_of(*choices, plan);
    if (!options) return failure(options.error());
    auto table = report::compare_budget_with_actual(facts_of(dossier, options->until), *options);
    if (!table) return failure(table.error());
    return std::optional(std::move(*table));
}

bool takes_forecast(const model::Variable& variable) {
    return variable.kind == model::VariableKind::line && variable.line.from_forecast;
}

/// Gives the lines of year 0 their forecast.
std::vector<Error> fill_year_0(store::Dossier& dossier, const std::optional<report::BudgetVsActual>& table) {
    model::Definition& definition = *dossier.model.multi_year;
    const auto line = std::ranges::find_if(definition.variables, takes_forecast);
    if (line == definition.variables.end()) return {};
    if (!table) {
        return {{ErrorKind::input, line->place,
                 line->code + " neemt de prognose van de tabel, maar dit model heeft geen jaarplan met boekingen",
                 "[[speerpunt]] en een [[bron]] met soort = \"mutaties\"",
                 "geef een waarde voor " + std::to_string(definition.base_year) + " in plaats van jaar0"}};
    }
    const PlanYear plan_year = year_of(dossier.model.plan);
    if (PlanYear{definition.base_year, 1} != plan_year) {
        return {{ErrorKind::input, line->place,
                 "het basisjaar is " + std::to_string(definition.base_year) + " en de prognose is van " +
                     name_of(plan_year),
                 plan_year.first_month == 1 ? "basisjaar = " + to_text(plan_year) : "een jaarplan per boekjaar", ""}};
    }
    return report::take_forecast(definition, report::forecast_parts(facts_of(dossier, table->until), *table));
}

std::optional<std::int32_t> read_year(std::string_view text) {
    std::int32_t year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (error != std::errc() || end != text.data() + text.size() || text.size() != 4) return std::nullopt;
    return year;
}

}  // namespace

void add_scenario_option(::CLI::App& command, YearWords& words) {
    command.add_option("--scenario", words.scenario, "Een scenario van het model (standaard basis: het model zelf)")
        ->type_name("NAAM");
}

void add_change_option(::CLI::App& command, YearWords& words) {
    command
        .add_option("--stel", words.changes,
                    "Wijzig iets voor deze keer, bijvoorbeeld deelname.so.laag=+0,1pp@2026-; meer dan een keer mag")
        ->type_name("WIJZIGING")
        ->take_all()
        ->expected(1)
        ->allow_extra_args(false);
}

void add_year_options(::CLI::App& command, YearWords& words) {
    add_change_option(command, words);
    command.add_option("--tot", words.table.until, "Tot en met welke maand jaar 0 bekend is (zie tabel)")
        ->type_name("MAAND");
    command.add_option("--rapportage", words.table.moment, "Hetzelfde als rapportagemoment van het model")
        ->type_name("MOMENT");
}

void add_year_table_options(::CLI::App& command, YearWords& words) {
    command.add_option("--jaren", words.years, "Deze jaren, bijvoorbeeld 2025-2034 of 2027 (standaard alle)")
        ->type_name("JAREN");
    command.add_option("--per", words.per, "rj, speerpunt, doel of aard: structureel en incidenteel (standaard rj)");
    command.add_flag("--centen", words.cents, "Toon centen in plaats van hele euro's");
}

std::expected<YearModel, store::ModelErrors> open_years(const std::string& file, const YearWords& words,
                                                        const office::OfficeHelp& help) {
    auto opened = store::open_dossier(file, help);
    if (!opened) return std::unexpected(std::move(opened.error()));
    return years_of(std::move(*opened), words);
}

std::expected<YearModel, store::ModelErrors> years_of(store::Dossier opened, const YearWords& words) {
    YearModel model;
    model.dossier = std::make_unique<store::Dossier>(std::move(opened));
    store::Dossier& dossier = *model.dossier;
    if (!dossier.model.multi_year) return std::unexpected(store::ModelErrors{no_years(dossier.model)});
    auto table = table_of(dossier, words.table);
    if (!table) return std::unexpected(store::ModelErrors{table.error()});
    model.table = std::move(*table);
    if (auto errors = fill_year_0(dossier, model.table); !errors.empty()) return std::unexpected(std::move(errors));
    auto graph = model::compile(model.definition());
    if (!graph) return std::unexpected(std::move(graph.error()));
    model.graph = std::make_unique<model::Graph>(std::move(*graph));
    auto errors = scenario::check_scenarios(dossier.model.scenarios, model.definition(), *model.graph);
    if (!errors.empty()) return std::unexpected(std::move(errors));
    model.findings = dossier.findings;
    if (model.table) {
        const report::Facts facts = facts_of(dossier, model.table->until);
        model.budget_words = report::budget_words(facts);
        model.budget_code = report::budget_code(facts);
        const Findings& of_table = model.table->findings;
        model.findings.insert(model.findings.end(), of_table.begin(), of_table.end());
    }
    return model;
}

Result<ChosenScenario> choose_scenario(const YearModel& model, const std::string& name,
                                       const std::vector<std::string>& changes) {
    ChosenScenario chosen{name, {}, {}};
    std::vector<scenario::Adjustment> ad_hoc;
    for (const std::string& change : changes) {
        auto adjustment = scenario::parse_adjustment(change, model.definition(), *model.graph);
        if (!adjustment) return failure(std::move(adjustment.error()));
        chosen.name += " + " + scenario::to_text(*adjustment, model.definition());
        ad_hoc.push_back(std::move(*adjustment));
    }
    auto adjustments = scenario::flatten(model.dossier->model.scenarios, name, ad_hoc);
    if (!adjustments) return failure(std::move(adjustments.error()));
    chosen.adjustments = std::move(*adjustments);
    auto overlay = scenario::overlay_of(*model.graph, chosen.adjustments);
    if (!overlay) return failure(std::move(overlay.error()));
    chosen.overlay = std::move(*overlay);
    return chosen;
}

Result<std::vector<std::int32_t>> read_years(const std::string& word, const model::Graph& graph) {
    std::int32_t first = graph.first_year;
    std::int32_t last = graph.last_year;
    const std::string shown = std::to_string(first) + " tot en met " + std::to_string(last);
    if (!word.empty()) {
        const std::size_t dash = word.find('-');
        const auto from = read_year(std::string_view(word).substr(0, dash));
        const auto until = dash == std::string::npos ? from : read_year(std::string_view(word).substr(dash + 1));
        if (!from || !until || *from > *until) {
            return failure({ErrorKind::usage,
                            {},
                            "\"" + word + "\" zijn geen jaren",
                            "een jaar of een reeks, bijvoorbeeld " + std::to_string(first) + "-" + std::to_string(last),
                            ""});
        }
        if (*from < first || *until > last) {
            return failure(
                {ErrorKind::usage, {}, "het model loopt niet over " + word, "jaren van " + shown, "kies met --jaren"});
        }
        first = *from;
        last = *until;
    }
    std::vector<std::int32_t> years;
    for (std::int32_t year = first; year <= last; ++year) years.push_back(year);
    return years;
}

Result<report::MultiYearPer> read_year_per(const std::string& word) {
    using report::MultiYearPer;
    static const std::vector<std::pair<std::string, MultiYearPer>> words{{"rj", MultiYearPer::rubric},
                                                                         {"speerpunt", MultiYearPer::speerpunt},
                                                                         {"doel", MultiYearPer::goal},
                                                                         {"aard", MultiYearPer::nature}};
    return choose_word("--per", word, words);
}

report::MultiYear view_of(const YearModel& model, const ChosenScenario& chosen,
                          const std::vector<std::int32_t>& years) {
    model::Evaluator evaluator(*model.graph);
    evaluator.set_overlay(chosen.overlay);
    report::MultiYear view = report::multi_year(model.definition(), evaluator, chosen.name, years);
    view.names = report::name_plan(model.dossier->model.plan);
    if (view.base_is_forecast) {
        view.budget_words = model.budget_words;
        view.budget_code = model.budget_code;
    }
    return view;
}

Findings findings_of_years(const YearModel& model, const ChosenScenario& chosen) {
    const auto years = read_years({}, *model.graph);
    BEGROOT_CHECK(years.has_value(), "alle jaren van een model zijn altijd te kiezen");
    return view_of(model, chosen, *years).findings;
}

Result<void> deliver_years(const YearModel& model, const Document& document, Format format, const OutputWords& output) {
    if (format == Format::xlsx) return write_xlsx(document, Day{model.definition().base_year, 1, 1}, output.output);
    return deliver(render_document(document, format, text_options_of(output)), output.output);
}

report::FigureNames figure_names(const YearModel& model, const ChosenScenario& chosen, const OutputWords& output) {
    report::FigureNames names;
    names.definition = &model.definition();
    names.graph = model.graph.get();
    names.organisation = model.dossier->model.plan.organisation;
    names.scenario = chosen.name;
    names.text_width = text_options_of(output).width;
    return names;
}

Exit report_years(const YearModel& model, const Findings& of_years, const std::string& file) {
    constexpr std::size_t shown_max = 20;
    for (std::size_t i = 0; i < std::min(of_years.size(), shown_max); ++i) complain(to_text(of_years[i]));
    if (of_years.size() > shown_max)
        complain("en nog " + std::to_string(of_years.size() - shown_max) + " bevindingen over de jaren.");
    const Exit of_dossier = report_findings(model.findings, file);
    return has_error(of_years) ? Exit::findings : of_dossier;
}

}  // namespace begroot::cli
