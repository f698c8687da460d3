#include "store/scenario_text.hpp"

#include "model/quantity.hpp"
#include "store/detail/toml_string.hpp"

#include <algorithm>
#include <cmath>

namespace begroot::store {

namespace {

using detail::toml_string;
using model::Change;
using scenario::Action;
using scenario::Adjustment;

/// Writes what a change does, as its one key with its value.
std::string action_text(const Adjustment& one, const model::Unit& unit) {
    switch (one.action) {
        case Action::set:
            return "zet = " + toml_string(model::write_value(one.amount, unit));
        case Action::add:
            return "tel_op = " + toml_string(to_text(Change{Change::Kind::add, one.amount}, unit));
        case Action::multiply:
            return "vermenigvuldig = " + toml_string(to_text(Change{Change::Kind::multiply, one.amount}, unit));
        case Action::grow:
            return "groei = " + toml_string(to_text(Change{Change::Kind::multiply, one.amount}, unit));
        case Action::cap:
            return "hoogstens = " + toml_string(model::write_value(one.amount, unit));
        case Action::floor:
            return "minstens = " + toml_string(model::write_value(one.amount, unit));
        case Action::shift:
            return "schuif = " + std::to_string(std::lround(one.amount));
        case Action::off:
            return "uit = true";
    }
    return "";
}

std::string years_text(const Adjustment& one) {
    if (one.from && one.from == one.until) return "jaar = " + std::to_string(*one.from) + "\n";
    std::string text;
    if (one.from) text += "vanaf = " + std::to_string(*one.from) + "\n";
    if (one.until) text += "tot_en_met = " + std::to_string(*one.until) + "\n";
    return text;
}

}  // namespace

std::string scenario_text(const scenario::Scenario& scenario, const model::Definition& definition,
                          const std::vector<std::string>& remarks) {
    std::string text;
    for (const std::string& remark : remarks) text += "# " + remark + "\n";
    text += "[[scenario]]\ncode = " + toml_string(scenario.code) + "\n";
    if (!scenario.title.empty()) text += "naam = " + toml_string(scenario.title) + "\n";
    if (!scenario.remark.empty()) text += "opmerking = " + toml_string(scenario.remark) + "\n";
    if (!scenario.parent.empty()) text += "ouder = " + toml_string(scenario.parent) + "\n";
    std::string sets;
    for (const std::string& set : scenario.tariff_sets) sets += (sets.empty() ? "" : ", ") + toml_string(set);
    if (!sets.empty()) text += "tarieven = [" + sets + "]\n";
    for (const Adjustment& one : scenario.adjustments) {
        const auto variable = std::ranges::find(definition.variables, one.variable, &model::Variable::code);
        const model::Unit unit = variable == definition.variables.end() ? model::Unit{} : variable->unit;
        std::string name = one.variable;
        for (const std::string& member : one.members) name += "." + member;
        text += "[[scenario.wijziging]]\nwat = " + toml_string(name) + "\n" + action_text(one, unit) + "\n" +
                years_text(one);
    }
    return text;
}

}  // namespace begroot::store
