#include "store/detail/multi_year_sections.hpp"

#include "store/detail/number_values.hpp"
#include "store/detail/scenario_sections.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace begroot::store::detail {

namespace {

constexpr std::int32_t model_year_least = 2000;
constexpr std::int32_t model_year_most = 2120;
constexpr std::array sections_of_years =
    std::to_array<std::string_view>({"lijst", "aanname", "puntentabel", "berekening", "regel", "balanspost", "kengetal",
                                     "samenhang", "tarievenset", "scenario"});

std::optional<std::int32_t> year_of(std::string_view text) {
    std::int32_t year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && year >= model_year_least && year <= model_year_most ? std::optional(year) : std::nullopt;
}

/// Reads `2025-2034` or one year.
void read_years(const Section& section, model::Definition& definition) {
    const std::string text = section.required_text("jaren");
    const auto dash = text.find('-');
    const auto first = year_of(std::string_view(text).substr(0, dash));
    const auto last = dash == std::string::npos ? first : year_of(std::string_view(text).substr(dash + 1));
    if (first && last && *first <= *last && *last - *first < model::years_max) {
        definition.first_year = *first;
        definition.last_year = *last;
    } else if (!text.empty()) {
        section.fail("jaren", "\"" + text + "\" is geen reeks jaren",
                     "bijvoorbeeld \"2025-2034\", hoogstens " + std::to_string(model::years_max) + " jaar");
    }
}

SchoolYearParts read_parts(const Section& section) {
    const auto parts = section.child("schooljaar", "[meerjaren].schooljaar");
    if (!parts) return {};
    SchoolYearParts read;
    read.january_july = parts->required_whole("januari_juli", 0, 12);
    read.august_december = parts->required_whole("augustus_december", 0, 12);
    if (read.january_july + read.august_december == 0)
        section.fail("schooljaar", "een schooljaar zonder delen", "bijvoorbeeld 7 en 5");
    return read;
}

void read_header(const Section& section, MultiYearPart& part) {
    read_years(section, part.definition);
    part.definition.base_year =
        static_cast<std::int32_t>(section.required_whole("basisjaar", model_year_least, model_year_most));
    const model::Definition& made = part.definition;
    if (!section.reading().failed() && (made.base_year < made.first_year || made.base_year > made.last_year))
        section.fail("basisjaar", "het basisjaar " + std::to_string(made.base_year) + " ligt buiten de jaren",
                     std::to_string(made.first_year) + " tot en met " + std::to_string(made.last_year));
    part.definition.school_year = read_parts(section);
    part.includes = section.texts("inclusief");
    part.includes_place = section.place("inclusief");
    part.own_units = section.texts("eenheden");
}

template <typename T, typename Key>
bool has_code(const std::vector<T>& all, const std::string& code, Key key) {
    return std::ranges::find(all, code, key) != all.end();
}

void read_lists(const Section& root, model::Definition& definition, bool keep_first) {
    for (const Section& section : root.children("lijst", "[[lijst]]")) {
        model::MemberList list{section.required_text("naam"), section.texts("leden"), section.place()};
        std::set<std::string> members;
        for (const std::string& member : list.members) {
            if (!members.insert(member).second)
                section.fail("leden", "het lid \"" + member + "\" staat er twee keer", "elk lid een keer");
            const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
            if (member.empty() || !std::ranges::all_of(member, fits))
                section.fail("leden", "\"" + member + "\" kan geen lid zijn",
                             "kleine letters, cijfers en liggende streepjes");
        }
        if (list.members.empty()) section.fail("leden", "de lijst heeft geen leden", "een of meer leden");
        if (keep_first && has_code(definition.lists, list.name, &model::MemberList::name)) continue;
        definition.lists.push_back(std::move(list));
    }
}

void read_points(const Section& section, model::PointTable& table) {
    const toml::node* node = section.table().get("punten");
    const toml::array* points = node == nullptr ? nullptr : node->as_array();
    const auto refuse = [&section](std::string found) {
        section.fail("punten", std::move(found), "paren op volgorde, bijvoorbeeld [[0, 100], [500, 250]]");
    };
    if (points == nullptr || points->empty()) return refuse("\"punten\" ontbreekt of is leeg");
    for (const toml::node& one : *points) {
        const toml::array* pair = one.as_array();
        if (pair == nullptr || pair->size() != 2) return refuse("een punt is geen paar");
        const auto x = read_number(section, "punten", *pair->get(0), table.x_unit);
        const auto y = read_number(section, "punten", *pair->get(1), table.y_unit);
        if (!x || !y) return;
        if (!table.points.empty() && *x <= table.points.back().first) return refuse("de punten lopen niet op");
        table.points.emplace_back(*x, *y);
    }
}

void read_tables(const Section& root, MultiYearPart& part, bool keep_first) {
    for (const Section& section : root.children("puntentabel", "[[puntentabel]]")) {
        model::PointTable table;
        table.code = read_code(section);
        table.title = section.text_or("naam", table.code);
        table.source = section.text_or("bron", "");
        table.place = section.place();
        table.x_unit = read_unit(section, "eenheid_x", part.own_units);
        table.y_unit = read_unit(section, "eenheid", part.own_units);
        read_points(section, table);
        if (keep_first && has_code(part.definition.tables, table.code, &model::PointTable::code)) continue;
        part.definition.tables.push_back(std::move(table));
    }
}

void read_correlations(const Section& root, model::Definition& definition) {
    for (const Section& section : root.children("samenhang", "[[samenhang]]")) {
        const auto names = section.texts("aannames");
        const auto value = read_number_at(section, "waarde", model::Unit{});
        if (names.size() != 2 || names[0] == names[1]) {
            section.fail("aannames", "een samenhang van " + std::to_string(names.size()) + " aannames",
                         "de codes van twee aannames");
            continue;
        }
        if (!value || *value < -1 || *value > 1) {
            section.fail("waarde", "\"waarde\" is geen samenhang", "een getal van -1 tot en met 1");
            continue;
        }
        for (const std::string& name : names) {
            const auto& variables = definition.variables;
            const auto found = std::ranges::find(variables, name, &model::Variable::code);
            if (found == variables.end() || found->kind != model::VariableKind::driver || !found->uncertainty)
                section.fail("aannames", "\"" + name + "\" is geen aanname met een onzekerheid",
                             "de code van een aanname met onzekerheid");
        }
        definition.correlations.push_back({names[0], names[1], *value, section.place()});
    }
}

}  // namespace

std::optional<MultiYearPart> read_multi_year(const Section& root, const Plan& plan) {
    const auto header = root.child("meerjaren", "[meerjaren]");
    if (!header) {
        for (const std::string_view key : sections_of_years) {
            if (root.has(key))
                root.fail(key, "[[" + std::string(key) + "]] in een model zonder [meerjaren]",
                          "[meerjaren] met basisjaar en jaren");
        }
        return std::nullopt;
    }
    MultiYearPart part;
    read_header(*header, part);
    read_lists(root, part.definition, false);
    read_tables(root, part, false);
    VariableReading reading{&part.definition, &plan, part.own_units};
    read_variables(root, reading);
    read_correlations(root, part.definition);
    read_scenarios(root, part.definition, part.scenarios);
    return part;
}

void include_part(const Section& included, const Plan& plan, MultiYearPart& part) {
    read_lists(included, part.definition, true);
    read_tables(included, part, true);
    model::Definition more;
    more.school_year = part.definition.school_year;
    more.lists = part.definition.lists;
    more.base_year = part.definition.base_year;
    VariableReading reading{&more, &plan, part.own_units};
    read_variables(included, reading);
    for (model::Variable& variable : more.variables) {
        if (!has_code(part.definition.variables, variable.code, &model::Variable::code))
            part.definition.variables.push_back(std::move(variable));
    }
    read_correlations(included, part.definition);
    scenario::ScenarioBook book;
    read_scenarios(included, part.definition, book);
    for (scenario::TariffSet& set : book.tariff_sets) {
        if (!has_code(part.scenarios.tariff_sets, set.code, &scenario::TariffSet::code))
            part.scenarios.tariff_sets.push_back(std::move(set));
    }
    for (scenario::Scenario& one : book.scenarios) {
        if (!has_code(part.scenarios.scenarios, one.code, &scenario::Scenario::code))
            part.scenarios.scenarios.push_back(std::move(one));
    }
}

}  // namespace begroot::store::detail
