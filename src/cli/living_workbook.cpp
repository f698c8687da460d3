#include "cli/living_workbook.hpp"

#include "cli/console.hpp"
#include "store/atomic_file.hpp"
#include "workbook/writer.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace begroot::cli {

Result<live::ExportInput> export_input(const YearModel& model, const ChosenScenario& chosen, const YearWords& words) {
    const store::Model& file = model.dossier->model;
    live::ExportInput input;
    input.definition = &model.definition();
    input.graph = model.graph.get();
    input.organisation = file.plan.organisation;
    input.title = "Meerjarenbegroting";
    input.model_file = file.file;
    input.model_sha256 = file.sha256;
    for (const store::IncludedFile& included : file.included)
        input.sources.emplace_back(included.file, included.sha256);
    for (const store::ReadSource& source : model.dossier->sources)
        input.sources.emplace_back(source.file, source.sha256);
    input.version = BEGROOT_VERSION;
    input.made_with = {words.scenario, words.changes, words.table.until, words.table.moment};
    input.scenarios.push_back({std::string(scenario::base_name), "Het model zelf", "", {}});
    for (const scenario::Scenario& one : file.scenarios.scenarios) {
        auto laid = choose_scenario(model, one.code, {});
        if (!laid) return failure(std::move(laid.error()));
        input.scenarios.push_back({one.code, one.title, one.remark, std::move(laid->overlay)});
    }
    const auto found = std::ranges::find(input.scenarios, chosen.name, &live::LiveScenario::code);
    if (found == input.scenarios.end()) {  // changed for this time: a scenario of its own
        input.scenarios.push_back({live::ad_hoc_scenario, chosen.name, "", chosen.overlay});
        input.chosen = input.scenarios.size() - 1;
    } else {
        input.chosen = static_cast<std::size_t>(found - input.scenarios.begin());
    }
    return input;
}

namespace {

/// Adds what was booked where the model has bookings; gives the table of the whole year, which must outlive the export.
Result<std::unique_ptr<report::BudgetVsActual>> add_actuals(const YearModel& model, live::ExportInput& input) {
    const report::Facts facts =
        facts_of(*model.dossier, model.table ? std::optional(model.table->until) : std::nullopt);
    if (!model.table || facts.ledger == nullptr) return std::unique_ptr<report::BudgetVsActual>();
    const PlanYear plan_year = year_of(*facts.plan);
    if (plan_year.first_month != 1) {
        input.without_actuals =
            "Begroot-werkelijk en Mutaties: die bladen hebben de maanden van een boekjaar, en dit is een plan van " +
            name_of(plan_year) + "; begroot tabel toont het wel";
        complain(input.without_actuals);
        return std::unique_ptr<report::BudgetVsActual>();
    }
    report::Options options = model.table->options;
    options.until = plan_year.last();
    auto year = report::compare_budget_with_actual(facts, options);
    if (!year) return failure(year.error());
    auto kept = std::make_unique<report::BudgetVsActual>(std::move(*year));
    input.actuals = live::LiveActuals{facts, &*model.table, kept.get()};
    return kept;
}

/// Finds the two scenarios to compare: the chosen one with the one that is asked, or the model itself with the chosen
/// or else the first of its scenarios.
Result<std::optional<std::pair<std::size_t, std::size_t>>> compared_scenarios(const YearModel& model,
                                                                              const std::string& asked,
                                                                              const live::ExportInput& input) {
    using Pair = std::optional<std::pair<std::size_t, std::size_t>>;
    if (asked.empty()) {
        if (input.chosen > 0) return Pair(std::pair(std::size_t{0}, input.chosen));
        return input.scenarios.size() > 1 ? Pair(std::pair(std::size_t{0}, std::size_t{1})) : Pair();
    }
    if (const auto known = choose_scenario(model, asked, {}); !known) return failure(known.error());
    const auto found = std::ranges::find(input.scenarios, asked, &live::LiveScenario::code);
    const auto which = static_cast<std::size_t>(found - input.scenarios.begin());
    const std::size_t from = which == input.chosen ? 0 : input.chosen;
    if (which != from) return Pair(std::pair(from, which));
    return failure({ErrorKind::usage,
                    {},
                    "--vergelijk " + asked + " vergelijkt " + asked + " met zichzelf",
                    "een ander scenario dan dat van --scenario",
                    "kies een scenario van het model"});
}

/// Draws the risk of the chosen scenario where it is asked or the model has uncertainties.
Result<std::unique_ptr<scenario::Risk>> draw_for_sheet(const YearModel& model, const ChosenScenario& chosen,
                                                       const LivingChoices& choices) {
    const auto uncertain = [](const model::Variable& variable) { return variable.uncertainty.has_value(); };
    const bool has_any = std::ranges::any_of(model.definition().variables, uncertain);
    if (!choices.risk || !(has_any || choices.risk_is_asked)) return std::unique_ptr<scenario::Risk>();
    auto risk = scenario::draw_risk(*model.graph, model.definition(), chosen.overlay, *choices.risk);
    if (!risk) return failure(risk.error());
    return std::make_unique<scenario::Risk>(std::move(*risk));
}

}  // namespace

Result<void> write_living_workbook(const YearModel& model, const ChosenScenario& chosen, const LivingRequest& request,
                                   const std::string& output) {
    auto input = export_input(model, chosen, request.words);
    if (!input) return failure(input.error());
    const auto year = add_actuals(model, *input);
    if (!year) return failure(year.error());
    const auto compared = compared_scenarios(model, request.choices.compared, *input);
    if (!compared) return failure(compared.error());
    input->compared = *compared;
    const auto risk = draw_for_sheet(model, chosen, request.choices);
    if (!risk) return failure(risk.error());
    input->risk = risk->get();
    const GridBook book = live::to_workbook(*input);
    workbook::WorkbookProperties properties;
    properties.created = Day{model.definition().base_year, 1, 1};
    return store::write_atomically(
        output, [&](const std::filesystem::path& path) { return workbook::write_workbook(book, path, properties); });
}

}  // namespace begroot::cli
