#include "live/detail/figure_sheet.hpp"

#include "base/place.hpp"
#include "model/excel.hpp"

#include <algorithm>
#include <cmath>

namespace begroot::live::detail {

namespace {

using model::NodeId;
using model::Variable;
using model::VariableKind;

constexpr double number_most = 1e12;

const Variable* variable_at(const ExportInput& input, std::uint32_t series) {
    const std::size_t variable = input.graph->series[series].variable;
    return variable < input.definition->variables.size() ? &input.definition->variables[variable] : nullptr;
}

std::string built_in_title(const std::string& name) {
    static const std::map<std::string, std::string, std::less<>> titles{
        {"totaal_baten", "Totaal baten"},
        {"totaal_lasten", "Totaal lasten"},
        {"financieel", "Financiële baten en lasten"},
        {"resultaat", "Resultaat"},
        {"bruto_baten", "Baten bruto"},
        {"afdrachten_duo", "Waarvan DUO inhoudt"},
        {"netto_baten", "Baten netto"},
        {"totaal_activa", "Totaal activa"},
        {"totaal_passiva", "Totaal passiva"},
        {"balansverschil", "Verschil activa en passiva"},
        {"kasstroom", "Mutatie liquide middelen"}};
    const auto found = titles.find(name);
    return found == titles.end() ? name : found->second;
}

std::string title_of(const ExportInput& input, std::uint32_t series) {
    const model::Series& one = input.graph->series[series];
    const Variable* variable = variable_at(input, series);
    if (variable == nullptr) return built_in_title(one.name);
    const std::string title = titled(*variable, one);
    return one.is_signal ? "signaal: " + title : title;
}

GridNumber number_of_series(const ExportInput& input, std::uint32_t series) {
    const model::Series& one = input.graph->series[series];
    if (one.in_cents) return GridNumber::whole;
    const Variable& variable = *variable_at(input, series);
    if (variable.unit.percent) return GridNumber::percent;
    if (variable.unit == *model::parse_unit("€") && variable.kind != VariableKind::driver) return GridNumber::whole;
    if (variable.unit == *model::parse_unit("leerling")) return GridNumber::whole;
    return variable.unit.exponents.empty() ? GridNumber::factor : GridNumber::cents;
}

std::string kind_of(const Variable* variable) {
    if (variable == nullptr) return "";
    if (variable->kind == VariableKind::line) return variable->line.rubric;
    if (variable->kind == VariableKind::balance_item) return variable->rubric;
    if (variable->kind == VariableKind::driver) return variable->example ? "voorbeeld" : "";
    return "";
}

std::string note_of(const Variable& variable) {
    std::string note;
    const auto add = [&note](const char* head, const std::string& text) {
        if (!text.empty()) note += (note.empty() ? "" : "\n") + std::string(head) + text;
    };
    add("Eenheid: ", to_text(variable.unit));
    add("Regel: ", variable.formula_text);
    add("Bron: ", variable.source);
    add("Moment: ", variable.moment);
    add("", variable.remark);
    if (variable.line.nature == model::Nature::incidental) add("", "Incidenteel");
    add("Subsidie: ", variable.line.subsidy);
    return note;
}

/// Writes the cells of one sheet.
class FigureSheet {
public:
    FigureSheet(const ExportInput& input, const Layout& layout, const ScenarioSheet& scenarios,
                const PlacedSheet& sheet, const model::Evaluator& evaluator)
        : input_(&input),
          layout_(&layout),
          scenarios_(&scenarios),
          sheet_(&sheet),
          evaluator_(&evaluator),
          formulas_(*input.definition, *input.graph) {
        cells_.cell = [this](NodeId node, bool unadjusted) {
            return layout_->cell(*input_->graph, node, unadjusted, sheet_->name);
        };
        cells_.sum = [this](const std::vector<model::GroupTerm>& terms) {
            return layout_->sum(*input_->graph, terms, sheet_->name);
        };
        cells_.table = [this](std::uint32_t table) { return table_ranges(table); };
    }

    [[nodiscard]] Grid make() {
        grid_.name = sheet_->name;
        write_head(grid_, *input_, *layout_, sheet_->title, {"Omschrijving", "Code", "Eenheid", "Soort"});
        grid_.cells.push_back(
            {head_row, layout_->remark_column(), std::string(head_remark), "", GridRole::head, GridNumber::none, 0});
        constexpr double remark_width = 40;
        grid_.widths.push_back(remark_width);
        for (std::uint32_t i = 0; i < sheet_->rows.size(); ++i) write_row(first_figure_row + i, sheet_->rows[i]);
        grid_.is_protected = true;
        return std::move(grid_);
    }

private:
    void write_row(std::uint32_t row, const PlacedRow& placed);
    void write_label(std::uint32_t row, const PlacedRow& placed, GridRole role);
    void write_flow(std::uint32_t row, const PlacedRow& placed);
    void write_node(std::uint32_t row, NodeId node, bool unadjusted, GridRole role);
    void write_signal(std::uint32_t row, std::uint32_t series);
    [[nodiscard]] std::pair<std::string, std::string> table_ranges(std::uint32_t table) const;
    [[nodiscard]] double shown(NodeId node, bool unadjusted) const;

    const ExportInput* input_;
    const Layout* layout_;
    const ScenarioSheet* scenarios_;
    const PlacedSheet* sheet_;
    const model::Evaluator* evaluator_;
    model::ExcelFormulas formulas_;
    model::NodeCells cells_;
    Grid grid_;
};

double FigureSheet::shown(NodeId node, bool unadjusted) const {
    constexpr double cents_per_euro = 100;
    const double value = unadjusted ? evaluator_->unadjusted(node) : evaluator_->value(node);
    return input_->graph->series[input_->graph->nodes[node].series].in_cents ? value / cents_per_euro : value;
}

std::pair<std::string, std::string> FigureSheet::table_ranges(std::uint32_t table) const {
    std::string xs = "{";
    std::string ys = "{";
    for (const auto& [x, y] : input_->graph->tables[table]) {
        const auto number = [](double value) {
            std::string text = std::to_string(value);
            while (text.find('.') != std::string::npos && (text.back() == '0' || text.back() == '.')) {
                const bool point = text.back() == '.';
                text.pop_back();
                if (point) break;
            }
            return text;
        };
        xs += (xs.size() > 1 ? ";" : "") + number(x);
        ys += (ys.size() > 1 ? ";" : "") + number(y);
    }
    return {xs + "}", ys + "}"};
}

void FigureSheet::write_node(std::uint32_t row, NodeId node, bool unadjusted, GridRole role) {
    const model::Node& one = input_->graph->nodes[node];
    const bool is_adjusted = !unadjusted && layout_->is_changed(one.series);
    GridCell cell;
    cell.row = row;
    cell.column = layout_->column_of(one.year);
    cell.number = number_of_series(*input_, one.series);
    cell.value = shown(node, unadjusted);
    cell.role = role;
    if (is_adjusted) {
        cell.formula = scenarios_->changed(*input_, *layout_, node, sheet_->name);
    } else {
        cell.formula = formulas_.of(node, cells_);
        if (cell.formula.empty()) {
            cell.role = GridRole::input;
            grid_.choices.push_back({row, cell.column, "", -number_most, number_most});
        }
    }
    grid_.cells.push_back(std::move(cell));
}

void FigureSheet::write_label(std::uint32_t row, const PlacedRow& placed, GridRole role) {
    const Variable* variable = variable_at(*input_, placed.series);
    const bool unadjusted = placed.kind == PlacedRow::Kind::unadjusted;
    const model::Series& series = input_->graph->series[placed.series];
    const std::string title = unadjusted ? "zonder scenario" : title_of(*input_, placed.series);
    const auto indent = static_cast<std::uint8_t>(unadjusted || series.is_signal ? 2 : placed.total ? 0 : 1);
    const std::string unit = variable == nullptr ? "€" : to_text(variable->unit);
    grid_.cells.push_back({row, 0, title, "", role, GridNumber::none, indent});
    grid_.cells.push_back({row, 1, unadjusted ? std::string() : series.name, "", role, GridNumber::none, 0});
    grid_.cells.push_back({row, 2, unit, "", role, GridNumber::none, 0});
    grid_.cells.push_back({row, 3, unadjusted ? std::string() : kind_of(variable), "", role, GridNumber::none, 0});
    if (unadjusted) grid_.outline.push_back(row);
    if (variable == nullptr || unadjusted || series.is_signal) return;
    if (std::string note = note_of(*variable); !note.empty()) grid_.notes.push_back({row, 0, std::move(note)});
}

void FigureSheet::write_flow(std::uint32_t row, const PlacedRow& placed) {
    const GridRole role = placed.total ? GridRole::total : GridRole::figure;
    const auto indent = static_cast<std::uint8_t>(placed.total ? 0 : 1);
    grid_.cells.push_back({row, 0, placed.text, "", role, GridNumber::none, indent});
    grid_.cells.push_back({row, 1, std::string(), "", role, GridNumber::none, 0});
    grid_.cells.push_back({row, 2, std::string("€"), "", role, GridNumber::none, 0});
    grid_.cells.push_back({row, 3, placed.rubric, "", role, GridNumber::none, 0});
    for (std::int32_t year = layout_->first_year(); year <= layout_->last_year(); ++year) {
        std::string formula;
        double cents = 0;
        std::size_t known = 0;
        for (const FlowPart& part : placed.parts) {
            const std::int32_t of = year - part.years_before;
            const NodeId node = of < layout_->first_year() ? model::no_node : input_->graph->node_of(part.series, of);
            if (node == model::no_node) break;
            ++known;
            formula += (part.sign < 0 ? "-" : formula.empty() ? "" : "+") + cells_.cell(node, false);
            cents += part.sign * evaluator_->value(node);
        }
        if (known < placed.parts.size()) continue;
        constexpr double cents_per_euro = 100;
        GridCell cell;
        cell.row = row;
        cell.column = layout_->column_of(year);
        cell.number = number_of_series(*input_, placed.parts.front().series);
        cell.value = cents / cents_per_euro;
        cell.formula = std::move(formula);
        cell.role = role;
        grid_.cells.push_back(std::move(cell));
    }
}

void FigureSheet::write_signal(std::uint32_t row, std::uint32_t series) {
    const Variable* variable = variable_at(*input_, series);
    if (variable == nullptr || !variable->ratio.signal || input_->graph->series[series].is_signal) return;
    const auto signal = input_->graph->signal_of(input_->graph->series[series].name);
    if (!signal) return;
    const std::uint16_t first = layout_->column_of(layout_->first_year());
    const std::string value = cell_name(row, first);
    const std::string limit = cell_name(layout_->place_of(*signal, false).second, first);
    const bool below = variable->ratio.direction == model::SignalDirection::below;
    grid_.signals.push_back(
        {row, first, row, layout_->column_of(layout_->last_year()),
         "AND(ISNUMBER(" + value + "),ISNUMBER(" + limit + ")," + value + (below ? "<" : ">") + limit + ")",
         Tone::unfavourable});
}

void FigureSheet::write_row(std::uint32_t row, const PlacedRow& placed) {
    if (placed.kind == PlacedRow::Kind::blank) return;
    if (placed.kind == PlacedRow::Kind::section) {
        grid_.cells.push_back({row, 0, placed.text, "", GridRole::section, GridNumber::none, 0});
        return;
    }
    if (placed.kind == PlacedRow::Kind::flow) return write_flow(row, placed);
    const bool unadjusted = placed.kind == PlacedRow::Kind::unadjusted;
    const bool is_signal = input_->graph->series[placed.series].is_signal;
    const GridRole role = unadjusted || is_signal ? GridRole::muted : placed.total ? GridRole::total : GridRole::figure;
    write_label(row, placed, role);
    for (std::int32_t year = layout_->first_year(); year <= layout_->last_year(); ++year) {
        const NodeId node = input_->graph->node_of(placed.series, year);
        if (node != model::no_node) write_node(row, node, unadjusted, role);
    }
    grid_.cells.push_back({row, layout_->remark_column(), {}, "", GridRole::remark, GridNumber::none, 0});
    if (!unadjusted) write_signal(row, placed.series);
}

}  // namespace

Grid figure_sheet(const ExportInput& input, const Layout& layout, const ScenarioSheet& scenarios,
                  const PlacedSheet& sheet, const model::Evaluator& evaluator) {
    return FigureSheet(input, layout, scenarios, sheet, evaluator).make();
}

void write_head(Grid& grid, const ExportInput& input, const Layout& layout, const std::string& title,
                const std::vector<std::string>& heads) {
    grid.cells.push_back({0, 0, title, "", GridRole::title, GridNumber::none, 0});
    grid.cells.push_back({1, 0, input.organisation + "; scenario: " + input.scenarios[input.chosen].title,
                          "\"" + input.organisation + "; scenario: \"&" + std::string(scenario_name),
                          GridRole::subtitle, GridNumber::none, 0});
    for (std::size_t i = 0; i < heads.size(); ++i)
        grid.cells.push_back(
            {head_row, static_cast<std::uint16_t>(i), heads[i], "", GridRole::head, GridNumber::none, 0});
    grid.widths = {44, 26, 12, 10};
    constexpr double year_width = 13;
    for (std::int32_t year = layout.first_year(); year <= layout.last_year(); ++year) {
        if (!heads.empty())
            grid.cells.push_back(
                {head_row, layout.column_of(year), static_cast<double>(year), "", GridRole::head, GridNumber::none, 0});
        grid.widths.push_back(year_width);
    }
    if (heads.empty()) return;
    grid.head_row = head_row;
    grid.frozen_rows = first_figure_row;
    grid.frozen_columns = 1;
}

}  // namespace begroot::live::detail
