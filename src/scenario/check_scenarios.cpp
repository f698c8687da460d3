// What is wrong with the scenarios of a model, each at its line.

#include "scenario/detail/family.hpp"
#include "scenario/detail/naming.hpp"
#include "scenario/scenario.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace begroot::scenario {

namespace {

using detail::in_quotes;
using detail::Mistake;

/// Collects errors, each once.
class Errors {
public:
    void add(const Place& place, Mistake mistake) {
        add({ErrorKind::input, place, std::move(mistake.found), std::move(mistake.expected), ""});
    }
    void add(Error error) {
        if (told_.insert(to_text(error)).second) all_.push_back(std::move(error));
    }
    [[nodiscard]] std::vector<Error> take() { return std::move(all_); }

private:
    std::vector<Error> all_;
    std::set<std::string> told_;
};

/// Gives back what is wrong with a name and its years; nothing when all fits.
std::optional<Mistake> mistake_of(const model::Definition& definition, const model::Graph& graph,
                                  std::string_view variable, std::span<const std::string> members,
                                  const detail::YearSpan& years) {
    auto selected = detail::select_adjustable(graph, definition, variable, members);
    if (!selected) return std::move(selected.error());
    return detail::check_years(graph, years);
}

void check_tariff_set(const TariffSet& set, const model::Definition& definition, const model::Graph& graph,
                      Errors& errors) {
    for (const TariffSet::Entry& entry : set.entries) {
        const auto variable = std::ranges::find(definition.variables, entry.variable, &model::Variable::code);
        auto mistake = mistake_of(definition, graph, entry.variable, entry.members, {entry.year, entry.year});
        if (!mistake && variable->kind != model::VariableKind::driver)
            mistake = Mistake{in_quotes(entry.variable) + " is geen aanname", "de code van een [[aanname]]"};
        if (mistake) errors.add(entry.place, {"tarievenset " + set.code + ": " + mistake->found, mistake->expected});
    }
}

void check_codes(const ScenarioBook& book, Errors& errors) {
    std::set<std::string> sets;
    for (const TariffSet& set : book.tariff_sets) {
        if (!sets.insert(set.code).second)
            errors.add(set.place, {"de tarievenset " + in_quotes(set.code) + " staat er twee keer", "een eigen code"});
    }
    std::set<std::string> scenarios;
    for (const Scenario& one : book.scenarios) {
        if (one.code == base_name)
            errors.add(one.place,
                       {in_quotes(one.code) + " is het model zelf en kan geen scenario zijn", "een eigen code"});
        if (!scenarios.insert(one.code).second)
            errors.add(one.place, {"het scenario " + in_quotes(one.code) + " staat er twee keer", "een eigen code"});
    }
    if (book.scenarios.size() > scenarios_max) {
        errors.add(book.scenarios[scenarios_max].place,
                   {"het model heeft " + std::to_string(book.scenarios.size()) + " scenario's",
                    "hoogstens " + std::to_string(scenarios_max)});
    }
}

bool shifts(const Adjustment& adjustment) { return adjustment.action == Action::shift; }

/// Tells of a scenario with its parents only what its own adjustments make impossible: shifts.
void check_shifts(const ScenarioBook& book, const Scenario& scenario, const model::Graph& graph, Errors& errors) {
    const auto adjustments = flatten(book, scenario.code);
    if (!adjustments || std::ranges::none_of(*adjustments, shifts)) return;
    auto overlay = overlay_of(graph, *adjustments);
    if (!overlay) errors.add(std::move(overlay.error()));
}

}  // namespace

std::vector<Error> check_scenarios(const ScenarioBook& book, const model::Definition& definition,
                                   const model::Graph& graph) {
    Errors errors;
    check_codes(book, errors);
    for (const TariffSet& set : book.tariff_sets) check_tariff_set(set, definition, graph, errors);
    bool names_fit = true;
    for (const Scenario& one : book.scenarios) {
        if (auto family = detail::family_of(book, one.code); !family) errors.add(std::move(family.error()));
        for (const std::string& code : one.tariff_sets) {
            if (std::ranges::find(book.tariff_sets, code, &TariffSet::code) == book.tariff_sets.end())
                errors.add(detail::unknown_tariff_set(book, one, code));
        }
        for (const Adjustment& adjustment : one.adjustments) {
            auto mistake = mistake_of(definition, graph, adjustment.variable, adjustment.members,
                                      {adjustment.from, adjustment.until});
            names_fit = names_fit && !mistake;
            if (mistake)
                errors.add(adjustment.place, {"scenario " + one.code + ": " + mistake->found, mistake->expected});
        }
    }
    // With a wrong name somewhere overlay_of would stop at it, and tell of it once more.
    for (std::size_t i = 0; names_fit && i < book.scenarios.size(); ++i)
        check_shifts(book, book.scenarios[i], graph, errors);
    return errors.take();
}

}  // namespace begroot::scenario
