#include "bench/risk_model.hpp"

#include <string>

namespace begroot::bench {

namespace {

using model::Definition;
using model::Uncertainty;
using model::Variable;
using model::VariableKind;

Variable& add(Definition& definition, VariableKind kind, const std::string& code, const std::string& formula) {
    Variable made;
    made.kind = kind;
    made.code = code;
    const bool in_euros = kind == VariableKind::balance_item || code == "bovenmatig";
    made.unit = *model::parse_unit(in_euros ? "€" : "1");
    made.formula = *model::parse_formula(formula);
    made.formula_text = formula;
    definition.variables.push_back(std::move(made));
    return definition.variables.back();
}

void give(Variable& variable, double value) {
    variable.given.push_back({{}, {{risk_base_year, {value, model::ValueStatus::none, {}}}}, {}});
}

std::string decimal(double value) {
    std::string text = std::to_string(value);
    text[text.find('.')] = ',';
    return text;
}

void add_drivers(Definition& definition) {
    for (const RiskDriver& one : risk_drivers) {
        const std::string code = one.code;
        Variable& made = add(definition, VariableKind::driver, code, code + "[-1] * " + decimal(1 + one.growth));
        give(made, one.start);
        Uncertainty& shape = made.uncertainty.emplace();
        shape.shape = one.shape;
        shape.spread = one.spread;
        shape.over_years = one.over_years;
        if (one.shape == Uncertainty::Shape::triangular) {
            shape.low = -one.spread;
            shape.high = one.spread;
        } else if (one.shape == Uncertainty::Shape::discrete) {
            shape.outcomes = {-one.spread, 0};
            shape.chances = {1 - risk_subsidy_chance, risk_subsidy_chance};
        }
    }
    definition.correlations.push_back({"loon", "prijs", risk_correlation, {}});
}

/// Ten lines of each of six kinds; `i` makes them differ.
std::string line_formula(int i) {
    const std::string n = std::to_string(i);
    switch (i % 6) {
        case 0:
            return "leerlingen[-1] * (bekostiging_licht + bekostiging_zwaar) * " + std::to_string(6 + i) + " / 800";
        case 1:
            return "deelname_so * leerlingen[-1] * tarief_so * " + std::to_string(40 + i) + " / 1000";
        case 2:
            return "deelname_sbo * leerlingen[-1] * tarief_sbo / 20 + deelname_vso * tarief_so * " + n;
        case 3:
            return std::to_string(3000 + i) + " * loon * (1 + verzuim) * 7 / 12 + 2500 * loon[-1] * 5 / 12";
        case 4:
            return "regel_" + n + "[-1] * 1,01 + max(0; prijs - 1) * " + std::to_string(1000 + i);
        default:
            return "als(subsidie > 100000; subsidie; regel_" + std::to_string(i - 1) + ") / " + std::to_string(10 + i);
    }
}

}  // namespace

Definition risk_definition() {
    Definition definition;
    definition.base_year = risk_base_year;
    definition.first_year = risk_base_year + 1;
    definition.last_year = risk_base_year + risk_years;
    add_drivers(definition);
    for (int i = 0; i < risk_lines; ++i) {
        Variable& line = add(definition, VariableKind::line, "regel_" + std::to_string(i), line_formula(i));
        line.line.side = i % 6 == 0 || i % 6 == 5 ? Side::income : Side::expense;
        line.line.rubric = line.line.side == Side::income ? "3.1" : "4.1";
        if (i % 6 == 4) give(line, 20000 + 100 * i);
    }
    Variable& equity = add(definition, VariableKind::balance_item, "eigen_vermogen", "eigen_vermogen[-1] + resultaat");
    equity.rubric = "2.1";
    give(equity, 2'000'000);
    Variable& cash =
        add(definition, VariableKind::balance_item, "liquide_middelen", "liquide_middelen[-1] + kasstroom");
    cash.rubric = "1.7";
    give(cash, 2'000'000);
    Variable& excess =
        add(definition, VariableKind::ratio, "bovenmatig", "max(0; eigen_vermogen - max(250000; 3,5% * bruto_baten))");
    excess.ratio.signal = *model::parse_formula("0");
    excess.ratio.signal_text = "0";
    excess.ratio.direction = model::SignalDirection::above;
    Variable& solvency = add(definition, VariableKind::ratio, "weerstand", "eigen_vermogen / totaal_baten");
    solvency.ratio.signal = *model::parse_formula("0,05");
    solvency.ratio.signal_text = "0,05";
    solvency.ratio.direction = model::SignalDirection::below;
    return definition;
}

}  // namespace begroot::bench
