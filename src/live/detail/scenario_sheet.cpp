#include "live/detail/scenario_sheet.hpp"

#include "base/place.hpp"
#include "live/detail/figure_sheet.hpp"

#include <algorithm>

namespace begroot::live::detail {

namespace {

using Kind = model::NodeChange::Kind;

constexpr std::uint32_t choice_row = 4;
constexpr std::uint32_t number_row = 5;
constexpr std::uint32_t list_row = 8;
constexpr std::uint16_t value_column = 1;

GridNumber number_of(const ExportInput& input, std::uint32_t series, Kind kind) {
    if (kind == Kind::multiply) return GridNumber::factor;
    const std::size_t variable = input.graph->series[series].variable;
    if (variable >= input.definition->variables.size()) return GridNumber::cents;
    return input.definition->variables[variable].unit.percent ? GridNumber::percent : GridNumber::cents;
}

}  // namespace

const char* kind_name(Kind kind) {
    switch (kind) {
        case Kind::set:
            return "wordt";
        case Kind::add:
            return "erbij";
        case Kind::multiply:
            return "maal";
        case Kind::cap:
            return "hoogstens";
        case Kind::floor:
            return "minstens";
        case Kind::shift:
            return "verschoven";
    }
    return "";
}

ScenarioSheet::ScenarioSheet(const ExportInput& input, const Layout& layout) {
    grid_.name = sheet_scenarios;
    const std::vector<std::string> heads{"Scenario", "Cijfer", "Verandering", "Nummer"};
    std::uint32_t row = list_row;
    grid_.cells.push_back({choice_row, 0, std::string("Kies het scenario"), "", GridRole::label, {}, 0});
    grid_.cells.push_back({choice_row, value_column, input.scenarios[input.chosen].title, "", GridRole::input, {}, 0});
    inputs_.push_back({{choice_row, value_column}, 0, model::no_node, 0, ""});
    grid_.cells.push_back({number_row, 0, std::string("Nummer van het scenario"), "", GridRole::label, {}, 0});
    grid_.cells.push_back({row - 1, 0, std::string("Scenario's"), "", GridRole::section, {}, 0});
    first_list_row_ = row;
    for (const LiveScenario& scenario : input.scenarios) {
        grid_.cells.push_back({row, 0, scenario.title, "", GridRole::label, {}, 0});
        grid_.cells.push_back({row, value_column, scenario.remark, "", GridRole::subtitle, {}, 0});
        ++row;
    }
    last_list_row_ = row - 1;
    const std::string list = "$A$" + std::to_string(first_list_row_ + 1) + ":$A$" + std::to_string(last_list_row_ + 1);
    grid_.cells.push_back({number_row, value_column, static_cast<double>(input.chosen + 1),
                           "MATCH(" + cell_name(choice_row, value_column) + "," + list + ",0)", GridRole::figure,
                           GridNumber::whole, 0});
    grid_.choices.push_back({choice_row, value_column, list, 0, 0});
    row += 1;
    const std::uint32_t change_head = row;
    // One row for every scenario, series, place in the order and kind of change.
    std::map<std::tuple<std::size_t, std::uint32_t, std::size_t, Kind>, std::uint32_t> rows;
    for (std::size_t s = 0; s < input.scenarios.size(); ++s) {
        for (const auto& [node, changes] : input.scenarios[s].overlay.changes) {
            for (std::size_t i = 0; i < changes.size(); ++i)
                rows.emplace(std::tuple(s, input.graph->nodes[node].series, i, changes[i].kind), 0);
        }
    }
    row = change_head + 1;
    for (auto& [key, at] : rows) {
        const auto& [s, series, i, kind] = key;
        at = row++;
        grid_.cells.push_back({at, 0, input.scenarios[s].title, "", GridRole::label, {}, 0});
        grid_.cells.push_back({at, 1, input.graph->series[series].name, "", GridRole::label, {}, 0});
        grid_.cells.push_back({at, 2, std::string(kind_name(kind)), "", GridRole::label, {}, 0});
        grid_.cells.push_back({at, 3, static_cast<double>(s + 1), "", GridRole::label, GridNumber::whole, 0});
    }
    for (std::size_t s = 0; s < input.scenarios.size(); ++s) {
        for (const auto& [node, changes] : input.scenarios[s].overlay.changes) {
            const model::Node& one = input.graph->nodes[node];
            for (std::size_t i = 0; i < changes.size(); ++i) {
                if (changes[i].kind == Kind::shift) continue;
                const std::uint32_t at = rows.at({s, one.series, i, changes[i].kind});
                const std::uint16_t column = layout.column_of(one.year);
                grid_.cells.push_back({at, column, changes[i].amount, "", GridRole::input,
                                       number_of(input, one.series, changes[i].kind), 0});
                inputs_.push_back({{at, column}, s, node, i, kind_name(changes[i].kind)});
                cells_[{s, node, i}] = "$" + column_name(column) + "$" + std::to_string(at + 1);
            }
        }
    }
    write_head(grid_, input, layout, "Scenario's", {});
    for (std::size_t i = 0; i < heads.size(); ++i)
        grid_.cells.push_back(
            {change_head, static_cast<std::uint16_t>(i), heads[i], "", GridRole::head, GridNumber::none, 0});
    for (std::int32_t year = layout.first_year(); year <= layout.last_year(); ++year)
        grid_.cells.push_back(
            {change_head, layout.column_of(year), static_cast<double>(year), "", GridRole::head, GridNumber::none, 0});
    grid_.widths[1] = 34;
    grid_.is_protected = true;
}

std::vector<std::pair<std::string, std::string>> ScenarioSheet::names() const {
    const std::string prefix = sheet_prefix(grid_.name);
    return {{scenario_number_name, prefix + "$B$" + std::to_string(number_row + 1)},
            {scenario_name, prefix + "$B$" + std::to_string(choice_row + 1)}};
}

std::string ScenarioSheet::changed(const ExportInput& input, const Layout& layout, model::NodeId node,
                                   const std::string& from_sheet) const {
    const std::string raw = layout.cell(*input.graph, node, true, from_sheet);
    const std::string prefix = sheet_prefix(grid_.name);
    std::string formula;
    std::size_t open = 0;
    for (std::size_t s = 0; s < input.scenarios.size(); ++s) {
        const auto found = input.scenarios[s].overlay.changes.find(node);
        if (found == input.scenarios[s].overlay.changes.end() || found->second.empty()) continue;
        std::string value = raw;
        for (std::size_t i = 0; i < found->second.size(); ++i) {
            const model::NodeChange& change = found->second[i];
            const auto amount = cells_.find({s, node, i});
            const std::string cell = amount == cells_.end() ? "" : prefix + amount->second;
            switch (change.kind) {
                case Kind::set:
                    value = cell;
                    break;
                case Kind::add:
                    value.insert(0, "(").append("+").append(cell).append(")");
                    break;
                case Kind::multiply:
                    value += "*" + cell;
                    break;
                case Kind::cap:
                    value.insert(0, "MIN(").append(",").append(cell).append(")");
                    break;
                case Kind::floor:
                    value.insert(0, "MAX(").append(",").append(cell).append(")");
                    break;
                case Kind::shift:
                    value = layout.cell(*input.graph, change.source, true, from_sheet);
                    break;
            }
        }
        formula += "IF(" + std::string(scenario_number_name) + "=" + std::to_string(s + 1) + "," + value + ",";
        ++open;
    }
    formula += raw + std::string(open, ')');
    const double rounding = input.graph->nodes[node].rounding;
    if (open == 0 || rounding == 0) return formula;
    return "ROUND(" + formula + (rounding == 1 ? ",2)" : rounding < 1000 ? ",0)" : ",-3)");
}

}  // namespace begroot::live::detail
