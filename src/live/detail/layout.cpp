#include "live/detail/layout.hpp"

#include "base/check.hpp"
#include "base/place.hpp"

#include <algorithm>

namespace begroot::live::detail {

namespace {

using model::Variable;
using model::VariableKind;

const Variable* variable_of(const ExportInput& input, std::uint32_t series) {
    const std::size_t variable = input.graph->series[series].variable;
    return variable < input.definition->variables.size() ? &input.definition->variables[variable] : nullptr;
}

/// Gives all series of a kind that pass a test, in the order of the model.
template <typename Test>
std::vector<std::uint32_t> series_where(const ExportInput& input, Test test) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < input.graph->series.size(); ++i) {
        const Variable* variable = variable_of(input, i);
        if (variable != nullptr && !input.graph->series[i].is_signal && test(*variable)) found.push_back(i);
    }
    return found;
}

void sort_by_rubric(const ExportInput& input, std::vector<std::uint32_t>& series, bool of_line) {
    std::ranges::stable_sort(series, {}, [&](std::uint32_t i) {
        const Variable& variable = *variable_of(input, i);
        return of_line ? variable.line.rubric : variable.rubric;
    });
}

std::uint32_t built_in(const ExportInput& input, std::string_view name) {
    const auto series = input.graph->find_series(name);
    BEGROOT_CHECK(series.has_value(), "een totaal dat elk model heeft");
    return *series;
}

void add_section(PlacedSheet& sheet, std::string text) {
    if (!sheet.rows.empty()) sheet.rows.push_back({PlacedRow::Kind::blank, 0, "", false});
    sheet.rows.push_back({PlacedRow::Kind::section, 0, std::move(text), false});
}

}  // namespace

std::string titled(const model::Variable& variable, const model::Series& series) {
    std::string title = variable.title;
    for (const std::string& member : series.members) title += ", " + member;
    return title;
}

std::string sheet_prefix(const std::string& name) {
    std::string quoted = "'";
    for (const char c : name) quoted += c == '\'' ? std::string("''") : std::string(1, c);
    return quoted + "'!";
}

Layout::Layout(const ExportInput& input) : first_year_(input.graph->earliest_year), last_year_(input.graph->last_year) {
    for (const LiveScenario& scenario : input.scenarios) {
        for (const auto& [node, changes] : scenario.overlay.changes) {
            if (!changes.empty()) changed_.insert(input.graph->nodes[node].series);
        }
    }
    place_kind(input, VariableKind::driver, sheet_drivers, "Aannames");
    place_kind(input, VariableKind::calculation, sheet_calculations, "Berekeningen");
    place_lines(input);
    place_balance(input);
    place_cash_flow(input);
    place_kind(input, VariableKind::ratio, sheet_ratios, "Kengetallen");
    index_rows();
}

void Layout::place(PlacedSheet& sheet, std::uint32_t series, bool total) {
    sheet.rows.push_back({PlacedRow::Kind::series, series, "", total});
    if (is_changed(series)) sheet.rows.push_back({PlacedRow::Kind::unadjusted, series, "", false});
}

void Layout::place_kind(const ExportInput& input, VariableKind kind, const char* name, const char* title) {
    PlacedSheet sheet{name, title, {}};
    for (const std::uint32_t series : series_where(input, [kind](const Variable& one) { return one.kind == kind; })) {
        place(sheet, series);
        if (kind != VariableKind::ratio) continue;
        const auto signal = input.graph->signal_of(input.graph->series[series].name);
        if (signal) place(sheet, *signal);
    }
    sheets_.push_back(std::move(sheet));
}

void Layout::place_lines(const ExportInput& input) {
    PlacedSheet sheet{sheet_lines, "Staat van baten en lasten", {}};
    const auto add = [&](const char* head, Side side, bool financial) {
        auto lines = series_where(input, [&](const Variable& one) {
            return one.kind == VariableKind::line && one.line.side == side &&
                   one.line.rubric.starts_with('5') == financial;
        });
        if (lines.empty()) return;
        sort_by_rubric(input, lines, true);
        add_section(sheet, head);
        for (const std::uint32_t line : lines) place(sheet, line);
    };
    add("Baten", Side::income, false);
    place(sheet, built_in(input, "totaal_baten"), true);
    add("Lasten", Side::expense, false);
    place(sheet, built_in(input, "totaal_lasten"), true);
    add("Financiële baten", Side::income, true);
    add("Financiële lasten", Side::expense, true);
    place(sheet, built_in(input, "financieel"), true);
    add_section(sheet, "Resultaat");
    place(sheet, built_in(input, "resultaat"), true);
    add_section(sheet, "Bruto en netto");
    for (const char* name : {"bruto_baten", "afdrachten_duo", "netto_baten"}) place(sheet, built_in(input, name));
    sheets_.push_back(std::move(sheet));
}

void Layout::place_balance(const ExportInput& input) {
    PlacedSheet sheet{sheet_balance, "Balans per 31 december", {}};
    const auto add = [&](const char* head, char first_digit, const char* total) {
        auto items = series_where(input, [&](const Variable& one) {
            return one.kind == VariableKind::balance_item && one.rubric.starts_with(first_digit);
        });
        sort_by_rubric(input, items, false);
        add_section(sheet, head);
        for (const std::uint32_t item : items) place(sheet, item);
        place(sheet, built_in(input, total), true);
    };
    add("Activa", '1', "totaal_activa");
    add("Passiva", '2', "totaal_passiva");
    sheet.rows.push_back({PlacedRow::Kind::blank, 0, "", false});
    place(sheet, built_in(input, "balansverschil"));
    sheets_.push_back(std::move(sheet));
}

/// Places the cash flow by the indirect method: the result, what every balance item but cash and equity moved, the sum
/// as the model has it, and cash at the begin and end of the year.
void Layout::place_cash_flow(const ExportInput& input) {
    PlacedSheet cash{sheet_cash, "Kasstroom", {}};
    auto items = series_where(input, [](const Variable& one) { return one.kind == VariableKind::balance_item; });
    sort_by_rubric(input, items, false);
    std::vector<FlowPart> opening;
    std::vector<FlowPart> closing;
    const auto add = [&cash](std::string text, std::string rubric, bool total, std::vector<FlowPart> parts) {
        cash.rows.push_back({PlacedRow::Kind::flow, 0, std::move(text), total, std::move(rubric), std::move(parts)});
    };
    add("Resultaat", "", false, {{built_in(input, "resultaat"), 1, 0}});
    for (const std::uint32_t item : items) {
        const std::string& rubric = variable_of(input, item)->rubric;
        if (model::is_under(rubric, "1.7")) {
            opening.push_back({item, 1, 1});
            closing.push_back({item, 1, 0});
        } else if (!model::is_under(rubric, "2.1")) {
            const bool asset = rubric.starts_with('1');
            const FlowPart added{item, 1, asset ? 1 : 0};
            const FlowPart taken{item, -1, asset ? 0 : 1};
            add("Mutatie " + titled(*variable_of(input, item), input.graph->series[item]), rubric, false,
                {added, taken});
        }
    }
    if (opening.empty()) cash.rows.clear();  // without cash on the balance its flow has no begin and no end
    place(cash, built_in(input, "kasstroom"), true);
    if (!opening.empty()) {
        add("Liquide middelen begin van het jaar", "1.7", false, std::move(opening));
        add("Liquide middelen eind van het jaar", "1.7", true, std::move(closing));
    }
    sheets_.push_back(std::move(cash));
}

void Layout::index_rows() {
    for (std::size_t s = 0; s < sheets_.size(); ++s) {
        for (std::uint32_t i = 0; i < sheets_[s].rows.size(); ++i) {
            const PlacedRow& row = sheets_[s].rows[i];
            if (row.kind == PlacedRow::Kind::series) rows_[row.series] = {s, first_figure_row + i};
            if (row.kind == PlacedRow::Kind::unadjusted) unadjusted_rows_[row.series] = {s, first_figure_row + i};
        }
    }
}

std::pair<const std::string*, std::uint32_t> Layout::place_of(std::uint32_t series, bool unadjusted) const {
    const auto own = unadjusted_rows_.find(series);
    const auto& [sheet, row] = unadjusted && own != unadjusted_rows_.end() ? own->second : rows_.at(series);
    return {&sheets_[sheet].name, row};
}

std::string Layout::cell(const model::Graph& graph, model::NodeId node, bool unadjusted,
                         const std::string& from_sheet) const {
    const auto [sheet, row] = place_of(graph.nodes[node].series, unadjusted);
    const std::string name = cell_name(row, column_of(graph.nodes[node].year));
    return *sheet == from_sheet ? name : sheet_prefix(*sheet) + name;
}

std::string Layout::sum(const model::Graph& graph, const std::vector<model::GroupTerm>& terms,
                        const std::string& from_sheet) const {
    struct Place {
        const std::string* sheet;
        std::uint16_t column;
        std::uint32_t row;
    };
    std::string text;
    bool has_minus = false;
    for (const double sign : {1.0, -1.0}) {
        std::vector<Place> places;
        for (const model::GroupTerm& term : terms) {
            if (term.sign != sign) continue;
            const auto [sheet, row] = place_of(graph.nodes[term.node].series, false);
            places.push_back({sheet, column_of(graph.nodes[term.node].year), row});
        }
        if (places.empty()) continue;
        std::ranges::sort(places, {}, [](const Place& one) { return std::tuple(*one.sheet, one.column, one.row); });
        std::string list;
        for (std::size_t i = 0; i < places.size();) {
            std::size_t last = i;
            while (last + 1 < places.size() && places[last + 1].sheet == places[i].sheet &&
                   places[last + 1].column == places[i].column && places[last + 1].row == places[last].row + 1)
                ++last;
            const std::string prefix = *places[i].sheet == from_sheet ? "" : sheet_prefix(*places[i].sheet);
            list += (list.empty() ? "" : ",") + prefix + cell_name(places[i].row, places[i].column);
            if (last > i) list += ":" + cell_name(places[last].row, places[last].column);
            i = last + 1;
        }
        has_minus = has_minus || sign < 0;
        text += (sign < 0 ? "-" : "") + ("SUM(" + list + ")");
    }
    return has_minus ? "(" + text + ")" : text;
}

}  // namespace begroot::live::detail
