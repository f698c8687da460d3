#include "store/detail/scenario_sections.hpp"

#include "base/nearest.hpp"
#include "model/quantity.hpp"
#include "store/detail/number_values.hpp"
#include "store/detail/variable_sections.hpp"

#include <algorithm>
#include <array>

namespace begroot::store::detail {

namespace {

using scenario::Action;
using scenario::Adjustment;

constexpr std::array actions = std::to_array<std::pair<std::string_view, Action>>({{"zet", Action::set},
                                                                                   {"tel_op", Action::add},
                                                                                   {"vermenigvuldig", Action::multiply},
                                                                                   {"groei", Action::grow},
                                                                                   {"hoogstens", Action::cap},
                                                                                   {"minstens", Action::floor},
                                                                                   {"schuif", Action::shift},
                                                                                   {"uit", Action::off}});

/// Splits `tarief.so.laag` into its name and members and finds the variable; reports an unknown one.
const model::Variable* read_target(const Section& section, std::string_view key, const model::Definition& definition,
                                   std::string& name, std::vector<std::string>& members) {
    const std::string text = section.required_text(key);
    std::size_t start = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != '.') continue;
        const std::string part = text.substr(start, i - start);
        if (start == 0) {
            name = part;
        } else {
            members.push_back(part);
        }
        start = i + 1;
    }
    const auto found = std::ranges::find(definition.variables, name, &model::Variable::code);
    if (found != definition.variables.end()) return &*found;
    if (text.empty()) return nullptr;
    std::vector<std::string> codes;
    codes.reserve(definition.variables.size());
    for (const model::Variable& one : definition.variables) codes.push_back(one.code);
    const auto meant = section.reading().failed_often() ? std::nullopt : nearest(name, codes);
    section.fail(key, "\"" + name + "\" bestaat niet",
                 meant ? "\"" + *meant + "\"" : "de code van een aanname, berekening, regel of balanspost");
    return nullptr;
}

/// Reads a percentage as a change writes it: `+2%`.
std::optional<double> read_signed_percentage(const Section& section, std::string_view key) {
    const auto text = section.text(key);
    const auto number = text ? model::parse_quantity(*text) : std::nullopt;
    if (number && number->sign != 0 && number->mark == model::Quantity::Mark::percent) return number->value;
    section.fail(key, "\"" + std::string(key) + "\" is geen procentuele verandering",
                 "bijvoorbeeld \"+2%\" of \"-1,5%\"");
    return std::nullopt;
}

/// Reads what is added: in the unit, percentage points for a percentage; a sign may be left out.
std::optional<double> read_addition(const Section& section, const model::Unit& unit) {
    const toml::node* node = section.table().get("tel_op");
    const auto* text = node == nullptr ? nullptr : node->as_string();
    if (text != nullptr) {
        const auto number = model::parse_quantity(text->get());
        const auto wanted = unit.percent ? model::Quantity::Mark::points : model::Quantity::Mark::none;
        if (number && (number->mark == wanted || number->value == 0)) return number->value;
    } else if (node != nullptr && !unit.percent) {
        return read_number(section, "tel_op", *node, unit);
    }
    section.fail("tel_op", "\"tel_op\" past niet bij " + to_text(unit),
                 unit.percent ? "procentpunten, bijvoorbeeld \"+0,1pp\"" : "een getal, bijvoorbeeld \"+10.000\"");
    return std::nullopt;
}

void read_action(const Section& section, const model::Unit& unit, Adjustment& made) {
    std::size_t count = 0;
    for (const auto& [key, action] : actions) {
        if (!section.has(key)) continue;
        ++count;
        made.action = action;
        std::optional<double> amount;
        switch (action) {
            case Action::add:
                amount = read_addition(section, unit);
                break;
            case Action::multiply:
            case Action::grow:
                amount = read_signed_percentage(section, key);
                break;
            case Action::shift:
                amount = static_cast<double>(section.required_whole(key, -model::years_max, model::years_max));
                if (amount == 0.0 && section.has(key))
                    section.fail(key, "\"schuif\" is 0",
                                 "1 om een jaar later te nemen, -1 om een jaar eerder te nemen");
                break;
            case Action::off:
                if (section.flag(key) == false) section.fail(key, "\"uit\" is false", "true, of de sleutel weglaten");
                break;
            default:
                amount = read_number_at(section, key, unit);
        }
        made.amount = amount.value_or(0);
    }
    if (count != 1)
        section.fail("wat", "een wijziging met " + std::to_string(count) + " van de acht soorten",
                     "een van zet, tel_op, vermenigvuldig, groei, hoogstens, minstens, schuif of uit");
}

void read_years(const Section& section, Adjustment& made) {
    made.from = section.year("vanaf");
    made.until = section.year("tot_en_met");
    const auto only = section.year("jaar");
    if (!only) return;
    if (made.from || made.until)
        section.fail("jaar", "een wijziging met jaar en ook vanaf of tot_en_met", "een van beide");
    made.from = only;
    made.until = only;
}

Adjustment read_adjustment(const Section& section, const model::Definition& definition) {
    Adjustment made;
    made.place = section.place();
    const model::Variable* variable = read_target(section, "wat", definition, made.variable, made.members);
    if (variable != nullptr) read_action(section, variable->unit, made);
    read_years(section, made);
    return made;
}

scenario::TariffSet read_tariff_set(const Section& section, const model::Definition& definition) {
    scenario::TariffSet set;
    set.code = read_code(section);
    set.title = section.text_or("naam", set.code);
    set.source = section.text_or("bron", "");
    set.status = read_status(section, "status");
    set.place = section.place();
    for (const Section& one : section.children("tarief", "[[tarievenset.tarief]]")) {
        scenario::TariffSet::Entry entry;
        const model::Variable* variable = read_target(one, "aanname", definition, entry.variable, entry.members);
        if (variable == nullptr) continue;
        ValueReading how;
        how.unit = &variable->unit;
        std::vector<model::GivenSeries> given;
        read_values(one, "waarden", how, given, false);
        for (const model::GivenSeries& series : given) {
            for (const auto& [year, value] : series.values) {
                entry.year = year;
                entry.value = value.value;
                entry.place = value.place;
                set.entries.push_back(entry);
            }
        }
    }
    return set;
}

}  // namespace

scenario::ScenarioBook read_scenarios(const Section& root, const model::Definition& definition) {
    scenario::ScenarioBook book;
    for (const Section& section : root.children("tarievenset", "[[tarievenset]]"))
        book.tariff_sets.push_back(read_tariff_set(section, definition));
    for (const Section& section : root.children("scenario", "[[scenario]]")) {
        scenario::Scenario made;
        made.code = read_code(section);
        made.title = section.text_or("naam", made.code);
        made.remark = section.text_or("opmerking", "");
        made.parent = section.text_or("ouder", "");
        if (made.parent == scenario::base_name) made.parent.clear();
        made.tariff_sets = section.texts("tarieven");
        made.place = section.place();
        for (const Section& one : section.children("wijziging", "[[scenario.wijziging]]"))
            made.adjustments.push_back(read_adjustment(one, definition));
        book.scenarios.push_back(std::move(made));
    }
    return book;
}

}  // namespace begroot::store::detail
