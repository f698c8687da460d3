#include "store/detail/multi_year_sections.hpp"

#include "store/detail/number_values.hpp"
#include "store/detail/scenario_sections.hpp"
#include "store/detail/variable_sections.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <set>
#include <utility>

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
void read_years(const Section& section, MultiYearHead& head) {
    const std::string text = section.required_text("jaren");
    const auto dash = text.find('-');
    const auto first = year_of(std::string_view(text).substr(0, dash));
    const auto last = dash == std::string::npos ? first : year_of(std::string_view(text).substr(dash + 1));
    if (first && last && *first <= *last && *last - *first < model::years_max) {
        head.first_year = *first;
        head.last_year = *last;
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

/// Reads `continuiteit`: the years after the base year that the annual report looks ahead.
std::optional<model::ContinuityRule> read_continuity(const Section& section) {
    const auto rule = section.child("continuiteit", "[meerjaren].continuiteit");
    if (!rule) return std::nullopt;
    const auto years = rule->required_whole("jaren", 1, model::years_max);
    return model::ContinuityRule{static_cast<std::int32_t>(years), rule->required_text("bron"), rule->place()};
}

std::vector<std::string> read_own_units(const Section& section) {
    auto units = section.texts("eenheden");
    for (const std::string& unit : units) {
        if (unit.empty() || unit.find_first_of("*/% ") != std::string::npos)
            section.fail("eenheden", "\"" + unit + "\" kan geen eenheid zijn", "een woord, bijvoorbeeld arrangement");
    }
    return units;
}

/// The codes that a model says itself: what it includes under the same code is left out.
struct Said {
    std::set<std::string> lists;
    std::set<std::string> tables;
    std::set<std::string> variables;
    std::set<std::string> tariff_sets;
    std::set<std::string> scenarios;
    std::set<std::pair<std::string, std::string>> correlations;
};

/// Moves what is new behind what is there; `code` gives what it is known by.
template <typename T, typename Code>
void append_unsaid(std::vector<T>& to, std::vector<T>&& from, const auto& said, Code code) {
    for (T& one : from) {
        if (!said.contains(std::invoke(code, one))) to.push_back(std::move(one));
    }
}

template <typename T, typename Code>
auto codes_of(const std::vector<T>& all, Code code) {
    std::set<std::decay_t<std::invoke_result_t<Code, const T&>>> codes;
    for (const T& one : all) codes.insert(std::invoke(code, one));
    return codes;
}

std::pair<std::string, std::string> names_of(const model::Correlation& one) {
    return std::minmax(one.first, one.second);
}

bool may_be_member(std::string_view member) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !member.empty() && std::ranges::all_of(member, fits);
}

std::vector<model::MemberList> read_lists(const Section& root) {
    std::vector<model::MemberList> lists;
    for (const Section& section : root.children("lijst", "[[lijst]]")) {
        model::MemberList list{section.required_text("naam"), section.texts("leden"), section.place()};
        std::set<std::string> members;
        for (const std::string& member : list.members) {
            if (!members.insert(member).second)
                section.fail("leden", "het lid \"" + member + "\" staat er twee keer", "elk lid een keer");
            if (!may_be_member(member))
                section.fail("leden", "\"" + member + "\" kan geen lid zijn",
                             "kleine letters, cijfers en liggende streepjes");
        }
        if (list.members.empty()) section.fail("leden", "de lijst heeft geen leden", "een of meer leden");
        if (list.members.size() > model::list_members_max) {
            section.fail("leden", "de lijst heeft " + std::to_string(list.members.size()) + " leden",
                         "hoogstens " + std::to_string(model::list_members_max));
            list.members.resize(model::list_members_max);
        }
        lists.push_back(std::move(list));
    }
    return lists;
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

std::vector<model::PointTable> read_tables(const Section& root, const std::vector<std::string>& own_units) {
    std::vector<model::PointTable> tables;
    std::set<std::string> codes;
    for (const Section& section : root.children("puntentabel", "[[puntentabel]]")) {
        model::PointTable table;
        table.code = read_code(section);
        table.title = section.text_or("naam", table.code);
        table.source = section.text_or("bron", "");
        table.place = section.place();
        table.x_unit = read_unit(section, "eenheid_x", own_units);
        table.y_unit = read_unit(section, "eenheid", own_units);
        read_points(section, table);
        if (!codes.insert(table.code).second)
            section.fail("code", "de puntentabel \"" + table.code + "\" staat er twee keer", "een eigen code");
        tables.push_back(std::move(table));
    }
    return tables;
}

std::vector<model::Correlation> read_correlations(const Section& root, const model::Definition& definition) {
    std::vector<model::Correlation> correlations;
    std::set<std::pair<std::string, std::string>> pairs;
    for (const Section& section : root.children("samenhang", "[[samenhang]]")) {
        const auto names = section.texts("aannames");
        const auto value = read_number_at(section, "waarde", model::Unit{});
        if (names.size() != 2 || names[0] == names[1]) {
            section.fail("aannames", "een samenhang van " + std::to_string(names.size()) + " aannames",
                         "de codes van twee aannames");
            continue;
        }
        if (!section.has("waarde") || (value && std::abs(*value) > 1)) {
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
        correlations.push_back({names[0], names[1], value.value_or(0), section.place()});
        if (!pairs.insert(names_of(correlations.back())).second)
            section.fail("aannames", "de samenhang van " + names[0] + " en " + names[1] + " staat er twee keer",
                         "elk paar een keer");
    }
    return correlations;
}

/// Reads the parts on which others build: lists, then tables and variables.
void read_figures_of(const Section& root, const MultiYearHead& head, const Said& said, Model& model) {
    model::Definition& definition = *model.multi_year;
    append_unsaid(definition.tables, read_tables(root, head.own_units), said.tables, &model::PointTable::code);
    VariableReading reading{&definition.lists, head.school_year, &model.plan, &head.own_units, {}, {}};
    read_variables(root, reading);
    append_unsaid(definition.variables, std::move(reading.variables), said.variables, &model::Variable::code);
    append_unsaid(model.workbook_values, std::move(reading.workbook_values), said.variables, &WorkbookValues::variable);
}

/// Refuses more cells than one model may take from workbooks.
void check_range_cells(const Section& root, const std::vector<WorkbookValues>& all) {
    std::uint64_t cells = 0;
    for (const WorkbookValues& one : all) {
        cells += std::uint64_t{one.values.last_row - one.values.first_row + 1} *
                 (one.values.last_column - one.values.first_column + 1);
        if (cells <= model::nodes_max) continue;
        root.reading().fail(one.place, "tot hier noemt uit meer dan " + std::to_string(model::nodes_max) + " cellen",
                            "minder cellen", "");
        return;
    }
}

/// Reads what changes or binds variables, when all of them are known.
void read_changes_of(const Section& root, const Said& said, Model& model) {
    model::Definition& definition = *model.multi_year;
    append_unsaid(definition.correlations, read_correlations(root, definition), said.correlations, names_of);
    scenario::ScenarioBook book = read_scenarios(root, definition);
    append_unsaid(model.scenarios.tariff_sets, std::move(book.tariff_sets), said.tariff_sets,
                  &scenario::TariffSet::code);
    append_unsaid(model.scenarios.scenarios, std::move(book.scenarios), said.scenarios, &scenario::Scenario::code);
}

}  // namespace

std::optional<MultiYearHead> read_multi_year_head(const Section& root) {
    const auto section = root.child("meerjaren", "[meerjaren]");
    if (!section) {
        for (const std::string_view key : sections_of_years) {
            if (root.has(key) && !root.has("meerjaren"))
                root.fail(key, "[[" + std::string(key) + "]] in een model zonder [meerjaren]",
                          "[meerjaren] met basisjaar en jaren");
        }
        return std::nullopt;
    }
    MultiYearHead head;
    read_years(*section, head);
    const auto base = section->required_whole("basisjaar", model_year_least, model_year_most);
    head.base_year = static_cast<std::int32_t>(base);
    if (!section->reading().failed() && (head.base_year < head.first_year || head.base_year > head.last_year))
        section->fail("basisjaar", "het basisjaar " + std::to_string(head.base_year) + " ligt buiten de jaren",
                      std::to_string(head.first_year) + " tot en met " + std::to_string(head.last_year));
    head.school_year = read_parts(*section);
    head.continuity = read_continuity(*section);
    head.includes = {section->texts("inclusief"), section->place("inclusief")};
    head.own_units = read_own_units(*section);
    return head;
}

void read_multi_year(const Section& root, std::span<const Section> included, const MultiYearHead& head, Model& model) {
    model::Definition& definition = model.multi_year.emplace();
    definition.base_year = head.base_year;
    definition.first_year = head.first_year;
    definition.last_year = head.last_year;
    definition.school_year = head.school_year;
    definition.continuity = head.continuity;
    Said said;
    definition.lists = read_lists(root);
    said.lists = codes_of(definition.lists, &model::MemberList::name);
    for (const Section& one : included)
        append_unsaid(definition.lists, read_lists(one), said.lists, &model::MemberList::name);
    read_figures_of(root, head, {}, model);
    said.tables = codes_of(definition.tables, &model::PointTable::code);
    said.variables = codes_of(definition.variables, &model::Variable::code);
    for (const Section& one : included) read_figures_of(one, head, said, model);
    check_range_cells(root, model.workbook_values);
    read_changes_of(root, {}, model);
    said.correlations = codes_of(definition.correlations, names_of);
    said.tariff_sets = codes_of(model.scenarios.tariff_sets, &scenario::TariffSet::code);
    said.scenarios = codes_of(model.scenarios.scenarios, &scenario::Scenario::code);
    for (const Section& one : included) read_changes_of(one, said, model);
}

}  // namespace begroot::store::detail
