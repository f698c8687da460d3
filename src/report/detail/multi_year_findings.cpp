#include "report/detail/multi_year_findings.hpp"

#include "money/format.hpp"
#include "report/detail/year_money.hpp"

#include <algorithm>
#include <functional>

namespace begroot::report::detail {

namespace {

using model::Variable;
using model::VariableKind;

/// Names the years for which something holds: `2026, 2027 en 2028`; empty when there is none.
std::string years_where(const MultiYear& view, const std::function<bool(std::size_t)>& holds) {
    std::vector<std::string> years;
    for (std::size_t i = 0; i < view.years.size(); ++i) {
        if (holds(i)) years.push_back(std::to_string(view.years[i]));
    }
    std::string text;
    for (std::size_t i = 0; i < years.size(); ++i) {
        if (i > 0) text += i + 1 == years.size() ? " en " : ", ";
        text += years[i];
    }
    return text;
}

const Variable* variable_of(const model::Definition& definition, const std::string& code) {
    const auto found = std::ranges::find(definition.variables, code, &Variable::code);
    return found != definition.variables.end() ? &*found : nullptr;
}

Place place_of(const model::Definition& definition, const std::string& code) {
    const Variable* variable = variable_of(definition, code);
    return variable != nullptr ? variable->place : Place{};
}

/// Reports a model that has no lines at all: its totals are no zeros, there is nothing to add.
void find_no_lines(const MultiYear& view, Findings& findings) {
    if (!view.lines.empty()) return;
    findings.push_back({Severity::notice,
                        "geen_regels",
                        {},
                        "het model heeft geen [[regel]]; baten, lasten en resultaat staan er niet in",
                        "een [[regel]] voor elk bedrag van baten en lasten",
                        "voeg regels toe, of lees alleen de aannames en kengetallen"});
}

/// Reports lines and balance items without an amount: every total they are in is missing too.
void find_missing_money(const model::Definition& definition, const MultiYear& view, Findings& findings) {
    for (const auto* lines : {&view.lines, &view.balance}) {
        for (const YearLine& line : *lines) {
            const std::string years = years_where(view, [&line](std::size_t i) { return !line.years[i]; });
            if (years.empty()) continue;
            findings.push_back(
                {Severity::error, "niet_te_berekenen", place_of(definition, line.code),
                 line.code + " is niet te berekenen in " + years + ", en alles wat ervan afhangt ook niet",
                 "een bedrag; delen door 0 en een te groot getal geven er geen",
                 "verbeter de formule, of vang de 0 op met als(…)"});
        }
    }
}

/// Tells whether a ratio misses its value in a year; the first year of a model may lack what a formula asks of the year
/// before.
bool misses(const model::Definition& definition, const MultiYear& view, const YearRatio& ratio, std::size_t year) {
    const bool opening = view.years[year] == definition.first_year;
    const bool later = year + 1 < ratio.values.size() && ratio.values[year + 1];
    return !ratio.values[year] && !(opening && later);
}

/// Reports ratios without a value.
void find_missing_ratios(const model::Definition& definition, const MultiYear& view, Findings& findings) {
    for (const YearRatio& ratio : view.ratios) {
        const std::string code = ratio.code.substr(0, ratio.code.find('.'));
        const std::string years = years_where(view, [&](std::size_t i) { return misses(definition, view, ratio, i); });
        if (years.empty()) continue;
        findings.push_back({Severity::warning, "kengetal_zonder_waarde", place_of(definition, code),
                            ratio.code + " heeft geen waarde in " + years,
                            "een getal; delen door 0 geeft er geen, en een vorig jaar moet er zijn",
                            "verbeter de formule, of geef de waarden van eerdere jaren"});
    }
}

/// Lists amounts by year: `2026 € 10,00 en 2027 € -5,00`.
std::string amounts_where(const MultiYear& view, const YearMoney& amounts) {
    std::string text;
    std::size_t left = static_cast<std::size_t>(
        std::ranges::count_if(amounts, [](const std::optional<Money>& one) { return one && !one->is_zero(); }));
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        if (!amounts[i] || amounts[i]->is_zero()) continue;
        if (!text.empty()) text += left == 1 ? " en " : ", ";
        text += std::to_string(view.years[i]) + " " + format_euro(*amounts[i]);
        --left;
    }
    return text;
}

void find_imbalance(const model::Definition& definition, const MultiYear& view, Findings& findings) {
    if (view.balance.empty()) return;
    const std::string years = amounts_where(view, minus(view.assets, view.liabilities));
    if (years.empty()) return;
    findings.push_back({Severity::error, "balans_sluit_niet", place_of(definition, view.balance.front().code),
                        "de balans sluit niet; activa min passiva: " + years, "in elk jaar € 0",
                        "laat het eigen vermogen met het resultaat meelopen en de liquide middelen met de kasstroom"});
}

void find_equity_break(const model::Definition& definition, const MultiYear& view, Findings& findings) {
    const auto other = std::ranges::find(view.equity, "overig", &YearLine::code);
    if (other == view.equity.end()) return;
    const std::string years = amounts_where(view, other->years);
    if (years.empty()) return;
    const auto item =
        std::ranges::find_if(view.balance, [](const YearLine& one) { return model::is_under(one.rubric, "2.1"); });
    findings.push_back({Severity::warning, "vermogen_sluit_niet", place_of(definition, item->code),
                        "het eigen vermogen verandert met meer of minder dan het resultaat: " + years,
                        "eigen vermogen van vorig jaar plus resultaat",
                        "zoek de mutatie buiten het resultaat om, of verbeter het eigen vermogen of het resultaat"});
}

/// Reports amounts of a subsidy after its last year.
void find_ended_subsidies(const model::Definition& definition, const MultiYear& view, Findings& findings) {
    for (const YearLine& line : view.lines) {
        const Variable* variable = variable_of(definition, line.code);
        if (variable == nullptr || !variable->line.subsidy_last) continue;
        const std::int32_t last = *variable->line.subsidy_last;
        YearMoney after = line.years;
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (view.years[i] <= last) after[i] = Money();
        }
        const std::string years = amounts_where(view, after);
        if (years.empty()) continue;
        const bool structural = variable->line.nature == model::Nature::structural;
        findings.push_back({Severity::warning, "subsidie_afgelopen", variable->place,
                            line.code + (structural ? " (structureel)" : "") + " loopt door na " +
                                std::to_string(last) + ", het laatste jaar van " +
                                (variable->line.subsidy.empty() ? "de subsidie" : variable->line.subsidy) + ": " +
                                years,
                            "geen bedrag meer na de subsidie",
                            line.side == Side::income ? "laat de bate aflopen, of noem wie haar daarna betaalt"
                                                      : "laat de last aflopen, of dek haar uit eigen middelen"});
    }
}

}  // namespace

Findings find_in_years(const model::Definition& definition, const MultiYear& view) {
    Findings findings;
    find_no_lines(view, findings);
    find_missing_money(definition, view, findings);
    find_imbalance(definition, view, findings);
    find_equity_break(definition, view, findings);
    find_missing_ratios(definition, view, findings);
    find_ended_subsidies(definition, view, findings);
    return findings;
}

}  // namespace begroot::report::detail
