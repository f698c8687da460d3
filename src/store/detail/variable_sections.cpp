#include "store/detail/variable_sections.hpp"

#include "base/nearest.hpp"
#include "model/quantity.hpp"
#include "store/detail/number_values.hpp"
#include "store/detail/uncertainty_section.hpp"
#include "store/detail/workbook_values.hpp"

#include <algorithm>
#include <array>

namespace begroot::store::detail {

namespace {

using model::Variable;
using model::VariableKind;

bool is_snake_case(std::string_view code) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !code.empty() && code.front() >= 'a' && code.front() <= 'z' && std::ranges::all_of(code, fits);
}

/// Tells whether a rubric is written as `4`, `4.5` or `4.5.1` under one of the first digits.
bool is_rubric(std::string_view rubric, std::string_view first_digits) {
    if (rubric.empty() || first_digits.find(rubric.front()) == std::string_view::npos) return false;
    bool after_point = true;
    for (const char c : rubric) {
        if (c == '.' && after_point) return false;
        if (c != '.' && (c < '0' || c > '9')) return false;
        after_point = c == '.';
    }
    return !after_point;
}

std::string read_rubric(const Section& section, std::string_view first_digits, std::string_view example) {
    const std::string rubric = section.required_text("rj");
    if (!rubric.empty() && !is_rubric(rubric, first_digits))
        section.fail("rj", "\"" + rubric + "\" is hier geen rubriek", std::string(example));
    return rubric;
}

/// Reads what every variable has.
Variable read_common(const Section& section, VariableKind kind, const VariableReading& reading) {
    Variable variable;
    variable.kind = kind;
    variable.code = read_code(section);
    variable.title = section.text_or("naam", variable.code);
    variable.place = section.place();
    variable.lists = section.texts("over");
    variable.source = section.text_or("bron", "");
    variable.remark = section.text_or("opmerking", "");
    for (const std::string& list : variable.lists) {
        if (std::ranges::count(variable.lists, list) > 1) {
            section.fail("over", "de lijst \"" + list + "\" staat er twee keer", "elke lijst een keer");
            break;
        }
        const auto& lists = *reading.lists;
        if (std::ranges::find(lists, list, &model::MemberList::name) != lists.end()) continue;
        std::vector<std::string> known;
        known.reserve(lists.size());
        for (const model::MemberList& one : lists) known.push_back(one.name);
        const auto meant = nearest(list, known);
        section.fail("over", "de lijst \"" + list + "\" bestaat niet",
                     meant ? "\"" + *meant + "\"" : "de naam van een [[lijst]]");
    }
    return variable;
}

/// Reads `formule`, `waarden`, `werkelijk` and `uit`; the unit is known.
void read_figures(const Section& section, VariableReading& reading, Variable& variable) {
    if (section.has("formule")) {
        variable.formula =
            read_formula(section, "formule", reading.school_year, variable.formula_text, variable.formula_place);
    }
    ValueReading how;
    how.unit = &variable.unit;
    how.status = read_status(section, "status");
    how.naming.months = section.text_or("maanden", "");
    if (const std::string& months = how.naming.months; !months.empty() && months != "som" && months != "gemiddelde")
        section.fail("maanden", "\"" + months + "\" kan niet", "som of gemiddelde");
    for (const std::string& list : variable.lists) {
        const auto found = std::ranges::find(*reading.lists, list, &model::MemberList::name);
        if (found == reading.lists->end()) return;  // reported
        how.lists.push_back(&*found);
    }
    if (section.has("uit") && section.has("waarden"))
        section.fail("uit", "waarden in het model en ook uit een werkmap", "een van beide");
    if (auto values = read_workbook_range(section, variable, how))
        reading.workbook_values.push_back(std::move(*values));
    read_values(section, "waarden", how, variable.given, false);
    read_values(section, "werkelijk", how, variable.given, true);
}

/// Tells whether a variable without values or rule is refused: nothing would ever be known of it.
bool says_nothing(const Section& section, const Variable& variable) {
    return variable.given.empty() && !variable.formula && !section.has("formule") && !section.has("uit");
}

/// Turns `groei` into the formula that carries a value on.
void read_growth(const Section& section, const VariableReading& reading, Variable& variable) {
    const auto rule = section.text("groei");
    if (!rule) return;
    if (variable.formula) {
        section.fail("groei", "een aanname met groei en een formule", "een van beide");
        return;
    }
    const auto refuse = [&section, &rule] {
        section.fail("groei", "\"" + *rule + "\" is geen groei", "\"+2%\", \"-1,5%\" of \"index loonindex\"");
    };
    constexpr std::string_view index_word = "index ";
    std::string formula;
    if (rule->starts_with(index_word)) {
        const std::string index = rule->substr(index_word.size());
        if (index.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") != std::string::npos) return refuse();
        formula = variable.code + "[-1] * " + index + " / " + index + "[-1]";
    } else if (const auto number = model::parse_quantity(*rule);
               number && number->sign != 0 && number->mark == model::Quantity::Mark::percent) {
        const std::string share = model::write_value(std::abs(number->value), model::Unit{{}, true});
        formula = variable.code + "[-1] * (1 " + (number->value < 0 ? "- " : "+ ") + share + ")";
    } else {
        return refuse();
    }
    const auto parsed = model::parse_formula(formula, reading.school_year);
    if (!parsed) return refuse();
    variable.formula = *parsed;
    variable.formula_text = formula;
    variable.formula_place = section.place("groei");
}

void read_driver(const Section& section, VariableReading& reading) {
    Variable variable = read_common(section, VariableKind::driver, reading);
    variable.unit = read_unit(section, "eenheid", *reading.own_units);
    variable.moment = section.text_or("moment", "");
    variable.example = section.flag("voorbeeld").value_or(false);
    read_figures(section, reading, variable);
    read_growth(section, reading, variable);
    variable.range = read_range(section, variable.unit);
    variable.uncertainty = read_uncertainty(section, variable.unit);
    // A wrong one is reported once, not again by what refers to it.
    if (section.has("onzekerheid") && !variable.uncertainty) variable.uncertainty.emplace();
    if (says_nothing(section, variable) && !section.has("groei"))
        section.fail("waarden", "aanname " + variable.code + " heeft geen waarden en geen formule",
                     "waarden per jaar, of een formule");
    reading.variables.push_back(std::move(variable));
}

void read_calculation(const Section& section, VariableReading& reading) {
    Variable variable = read_common(section, VariableKind::calculation, reading);
    variable.unit = read_unit(section, "eenheid", *reading.own_units);
    if (!section.has("formule")) static_cast<void>(section.required_text("formule"));
    read_figures(section, reading, variable);
    reading.variables.push_back(std::move(variable));
}

void read_address(const Section& section, const Plan& plan, model::LineTraits& line) {
    if (const auto goal = section.text("doel")) {
        line.goal = GoalId(*goal);
        line.speerpunt = SpeerpuntId(goal->substr(0, goal->find('.')));
        const Goal* found = find_goal(plan, line.goal);
        if (found != nullptr) line.speerpunt = found->speerpunt;
        if (found == nullptr && !plan.speerpunten.empty()) {
            std::vector<std::string> codes;
            for (const Speerpunt& speerpunt : plan.speerpunten) {
                for (const Goal& one : speerpunt.goals) codes.push_back(one.id.text());
            }
            const auto meant = nearest(*goal, codes);
            section.fail("doel", "doel \"" + *goal + "\" bestaat niet",
                         meant ? "\"" + *meant + "\"" : "een doel van dit jaarplan, bijvoorbeeld \"1.1\"");
        }
    }
    if (const auto speerpunt = section.text("speerpunt")) {
        if (!line.goal.empty() && line.speerpunt.text() != *speerpunt)
            section.fail("speerpunt", "doel " + line.goal.text() + " hoort niet bij speerpunt " + *speerpunt,
                         "speerpunt \"" + line.speerpunt.text() + "\", of alleen het doel");
        line.speerpunt = SpeerpuntId(*speerpunt);
    }
    line.booked_at = SpeerpuntId(section.text_or("geboekt_bij", ""));
    for (const auto& [key, id] : {std::pair{"speerpunt", line.speerpunt}, std::pair{"geboekt_bij", line.booked_at}}) {
        if (!section.has(key) || plan.speerpunten.empty() || find_speerpunt(plan, id) != nullptr) continue;
        section.fail(key, "speerpunt \"" + id.text() + "\" bestaat niet", "het nummer van een speerpunt");
    }
}

/// Reads one of a few words; the first is what holds without the key.
template <typename T, std::size_t n>
T read_word(const Section& section, std::string_view key, const std::array<std::pair<std::string_view, T>, n>& words) {
    const auto word = section.text(key);
    if (!word) return words.front().second;
    const auto found = std::ranges::find(words, *word, &std::pair<std::string_view, T>::first);
    if (found != words.end()) return found->second;
    std::string expected;
    for (const auto& [name, value] : words) expected += (expected.empty() ? "" : ", ") + std::string(name);
    section.fail(key, "\"" + *word + "\" kan niet bij " + std::string(key), expected);
    return words.front().second;
}

void read_line(const Section& section, VariableReading& reading) {
    using Words = std::pair<std::string_view, Side>;
    Variable variable = read_common(section, VariableKind::line, reading);
    variable.unit = *model::parse_unit("€");
    model::LineTraits& line = variable.line;
    if (!section.has("soort")) static_cast<void>(section.required_text("soort"));
    line.side = read_word(section, "soort", std::array{Words{"lasten", Side::expense}, Words{"baten", Side::income}});
    const bool has_side = section.text_or("soort", "") == "lasten" || line.side == Side::income;
    if (has_side)
        line.rubric = line.side == Side::income ? read_rubric(section, "35", "3.1 tot en met 3.5, of 5")
                                                : read_rubric(section, "45", "4.1 tot en met 4.5, of 5");
    read_address(section, *reading.plan, line);
    line.nature = read_word(section, "aard",
                            std::array{std::pair{std::string_view("structureel"), model::Nature::structural},
                                       std::pair{std::string_view("incidenteel"), model::Nature::incidental}});
    line.subsidy = section.text_or("subsidie", "");
    line.subsidy_last = section.year("subsidie_tot_en_met");
    line.through_duo = section.flag("duo").value_or(false);
    if (line.through_duo && line.side == Side::income)
        section.fail("duo", "baten die DUO inhoudt", "lasten: wat DUO inhoudt, staat bruto bij de lasten");
    line.rounding = read_word(section, "afronding",
                              std::array{std::pair{std::string_view("cent"), model::LineRounding::cents},
                                         std::pair{std::string_view("euro"), model::LineRounding::euros},
                                         std::pair{std::string_view("duizend"), model::LineRounding::thousands}});
    line.from_forecast = read_word(
        section, "jaar0",
        std::array{std::pair{std::string_view("formule"), false}, std::pair{std::string_view("prognose"), true}});
    read_figures(section, reading, variable);
    if (says_nothing(section, variable))
        section.fail("formule", "regel " + variable.code + " heeft geen formule en geen waarden",
                     "een formule, of waarden per jaar");
    reading.variables.push_back(std::move(variable));
}

void read_balance_item(const Section& section, VariableReading& reading) {
    Variable variable = read_common(section, VariableKind::balance_item, reading);
    variable.unit = *model::parse_unit("€");
    variable.rubric = read_rubric(section, "12", "1.1 tot en met 1.7 (activa) of 2.1 tot en met 2.4 (passiva)");
    read_figures(section, reading, variable);
    if (says_nothing(section, variable))
        section.fail("formule", "balanspost " + variable.code + " heeft geen formule en geen waarden",
                     "een formule, of waarden per jaar");
    reading.variables.push_back(std::move(variable));
}

void read_ratio(const Section& section, VariableReading& reading) {
    using model::SignalDirection;
    using Words = std::pair<std::string_view, SignalDirection>;
    Variable variable = read_common(section, VariableKind::ratio, reading);
    variable.unit = read_unit(section, "eenheid", *reading.own_units);
    if (!section.has("formule")) static_cast<void>(section.required_text("formule"));
    read_figures(section, reading, variable);
    if (section.has("signaal")) {
        variable.ratio.signal = read_formula(section, "signaal", reading.school_year, variable.ratio.signal_text,
                                             variable.ratio.signal_place);
        if (!section.has("richting")) static_cast<void>(section.required_text("richting"));
        variable.ratio.direction =
            read_word(section, "richting",
                      std::array{Words{"onder", SignalDirection::below}, Words{"boven", SignalDirection::above}});
    } else if (section.has("richting")) {
        section.fail("richting", "een richting zonder signaal", "ook een signaal, of geen van beide");
    }
    if (section.has("continuiteit")) {
        using Parts = std::pair<std::string_view, model::ContinuityPart>;
        variable.ratio.continuity = read_word(section, "continuiteit",
                                              std::array{Parts{"leerlingen", model::ContinuityPart::pupils},
                                                         Parts{"personeel", model::ContinuityPart::staff}});
    }
    reading.variables.push_back(std::move(variable));
}

}  // namespace

std::optional<model::Expression> read_formula(const Section& section, std::string_view key, SchoolYearParts school_year,
                                              std::string& text, Place& place) {
    text = section.required_text(key);
    place = section.place(key);
    if (text.empty()) return std::nullopt;
    auto parsed = model::parse_formula(text, school_year);
    if (parsed) return std::move(*parsed);
    section.reading().fail(place, "de formule kan niet worden gelezen: " + parsed.error().found,
                           parsed.error().expected, "", model::show_error(text, parsed.error()));
    return std::nullopt;
}

std::string read_code(const Section& section) {
    std::string code = section.required_text("code");
    if (!code.empty() && !is_snake_case(code))
        section.fail("code", "\"" + code + "\" is geen code",
                     "kleine letters, cijfers en liggende streepjes, bijvoorbeeld leerlingen_bao");
    return code;
}

model::Unit read_unit(const Section& section, std::string_view key, const std::vector<std::string>& own_units) {
    const auto text = section.text(key);
    if (!text) return {};
    auto unit = model::parse_unit(*text, own_units);
    if (unit) return *unit;
    section.fail(key, unit.error(), "bijvoorbeeld €, leerling, €/leerling, fte, % of 1");
    return {};
}

void read_variables(const Section& root, VariableReading& reading) {
    std::size_t count = 0;
    for (const std::string_view key : {"aanname", "berekening", "regel", "balanspost", "kengetal"})
        count += root.count(key);
    if (count > model::variables_max) {
        root.reading().fail({}, "het model heeft " + std::to_string(count) + " aannames, berekeningen en regels",
                            "hoogstens " + std::to_string(model::variables_max), "");
        return;
    }
    for (const Section& section : root.children("aanname", "[[aanname]]")) read_driver(section, reading);
    for (const Section& section : root.children("berekening", "[[berekening]]")) read_calculation(section, reading);
    for (const Section& section : root.children("regel", "[[regel]]")) read_line(section, reading);
    for (const Section& section : root.children("balanspost", "[[balanspost]]")) read_balance_item(section, reading);
    for (const Section& section : root.children("kengetal", "[[kengetal]]")) read_ratio(section, reading);
}

}  // namespace begroot::store::detail
