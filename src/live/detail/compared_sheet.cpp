#include "base/place.hpp"
#include "live/detail/kept_inputs.hpp"
#include "live/detail/kept_sheets.hpp"
#include "live/detail/table_rows.hpp"
#include "report/scenarios.hpp"

#include <algorithm>
#include <array>

namespace begroot::live::detail {

namespace {

constexpr std::uint16_t first_bridge_column = 2;
constexpr std::uint32_t step_rows = 19;
constexpr double step_pixels_wide = 1000;
constexpr double step_pixels_high = 360;
constexpr std::size_t step_label_length = 26;
constexpr const char* bridge_table_prefix = "Verklaring";

/// One step of the chart: from where to where, and whether it is a total that stands on the axis.
struct Step {
    double from = 0;
    double to = 0;
    bool is_total = false;
};

/// What is drawn of a step on one side of the axis: what carries it, and the piece itself by kind.
struct StepPiece {
    double carrier = 0;
    double total = 0;
    double better = 0;
    double worse = 0;
};

StepPiece piece_above(const Step& step) {
    const double low = std::max(0.0, std::min(step.from, step.to));
    const double high = std::max(0.0, std::max(step.from, step.to)) - low;
    const bool better = step.to >= step.from;
    return {low, step.is_total ? high : 0, !step.is_total && better ? high : 0, !step.is_total && !better ? high : 0};
}

StepPiece piece_below(const Step& step) {
    const StepPiece mirrored = piece_above({-step.from, -step.to, step.is_total});
    return {0 - mirrored.carrier, 0 - mirrored.total, 0 - mirrored.worse, 0 - mirrored.better};  // never -0
}

/// The columns of the block behind the chart, beyond the paper.
struct StepColumns {
    std::uint16_t label = 0;
    [[nodiscard]] std::uint16_t amount() const { return static_cast<std::uint16_t>(label + 1); }
    [[nodiscard]] std::uint16_t from() const { return static_cast<std::uint16_t>(label + 2); }
    [[nodiscard]] std::uint16_t to() const { return static_cast<std::uint16_t>(label + 3); }
    [[nodiscard]] std::uint16_t series(std::size_t which) const {
        return static_cast<std::uint16_t>(label + 4 + which);
    }
};

constexpr std::array step_heads{"Stap",   "Bedrag",    "Van",         "Tot",    "",          "",
                                "Totaal", "Gunstiger", "Ongunstiger", "Totaal", "Gunstiger", "Ongunstiger"};

/// Writes the block and the chart of the year that is chosen.
class StepBlock {
public:
    StepBlock(Grid& grid, const report::YearBridge& bridge, const PlacedTable& table, std::size_t years)
        : grid_(&grid), bridge_(&bridge), table_(table), years_(years) {
        columns_.label = static_cast<std::uint16_t>(first_bridge_column + years + 1);
    }

    /// `place_cell` holds the place of the chosen year among the years, `chosen` its value, 0-based.
    void write(const std::string& place_cell, std::size_t chosen) {
        place_ = place_cell;
        chosen_ = chosen;
        for (std::size_t i = 0; i < step_heads.size(); ++i)
            grid_->cells.push_back({table_.head_row, static_cast<std::uint16_t>(columns_.label + i),
                                    std::string(step_heads.at(i)), "", GridRole::head, GridNumber::none, 0});
        std::uint32_t row = table_.first_row;
        double level = amount_in(bridge_->from);
        add(row++, bridge_->name + " eerst", {0, level, true});
        for (const report::BridgeLine& line : bridge_->lines) {
            const double next = level + amount_in(line.years);
            add(row++, line.name, {level, next, false});
            level = next;
        }
        add(row, bridge_->name + " daarna", {0, level, true});
        draw(row);
    }

private:
    [[nodiscard]] double amount_in(const report::YearMoney& years) const {
        constexpr double cents_per_euro = 100;
        return static_cast<double>(years[chosen_].value_or(Money()).cents()) / cents_per_euro;
    }

    void put(std::uint32_t row, std::uint16_t column, double value, std::string formula) {
        grid_->cells.push_back({row, column, value, std::move(formula), GridRole::muted, GridNumber::whole, 0});
    }

    void add(std::uint32_t row, const std::string& name, const Step& step) {
        std::string label = name;
        if (label.size() > step_label_length) {
            std::size_t end = step_label_length;
            while (end > 0 && (static_cast<unsigned char>(label[end]) & 0xC0U) == 0x80U) --end;
            label = label.substr(0, end) + "…";
        }
        grid_->cells.push_back({row, columns_.label, label, "", GridRole::muted, GridNumber::none, 0});
        const std::string years = "$" + cell_name(row, first_bridge_column) + ":$" +
                                  cell_name(row, static_cast<std::uint32_t>(first_bridge_column + years_ - 1));
        const double amount = step.is_total ? step.to : step.to - step.from;
        put(row, columns_.amount(), amount, "INDEX(" + years + "," + place_ + ")");
        const std::string amount_cell = cell_name(row, columns_.amount());
        put(row, columns_.from(), step.from, step.is_total ? "0" : cell_name(row - 1, columns_.to()));
        put(row, columns_.to(), step.to, cell_name(row, columns_.from()) + "+" + amount_cell);
        add_pieces(row, step);
    }

    void add_pieces(std::uint32_t row, const Step& step) {
        const std::string from = cell_name(row, columns_.from());
        const std::string to = cell_name(row, columns_.to());
        const std::string carrier_above = cell_name(row, columns_.series(0));
        const std::string carrier_below = cell_name(row, columns_.series(1));
        const StepPiece above = piece_above(step);
        const StepPiece below = piece_below(step);
        const std::string high = "MAX(0,MAX(" + from + "," + to + "))-" + carrier_above;
        const std::string low = "MIN(0,MIN(" + from + "," + to + "))-" + carrier_below;
        const auto when = [&](const char* sign, const std::string& piece) {
            return step.is_total ? std::string("0") : "IF(" + to + sign + from + "," + piece + ",0)";
        };
        put(row, columns_.series(0), above.carrier, "MAX(0,MIN(" + from + "," + to + "))");
        put(row, columns_.series(1), below.carrier, "MIN(0,MAX(" + from + "," + to + "))");
        put(row, columns_.series(2), above.total, step.is_total ? high : "0");
        put(row, columns_.series(3), above.better, when(">=", high));
        put(row, columns_.series(4), above.worse, when("<", high));
        put(row, columns_.series(5), below.total, step.is_total ? low : "0");
        put(row, columns_.series(6), below.better, when(">=", low));
        put(row, columns_.series(7), below.worse, when("<", low));
    }

    void draw(std::uint32_t last_row) {
        GridChart chart;
        chart.kind = GridChart::Kind::steps;
        chart.title = bridge_->name + ": van het ene scenario naar het andere";
        chart.head_row = table_.head_row;
        chart.first_row = table_.first_row;
        chart.last_row = last_row;
        chart.label_column = columns_.label;
        constexpr std::array paints{GridPaint::none,       GridPaint::none,         GridPaint::total,
                                    GridPaint::favourable, GridPaint::unfavourable, GridPaint::total,
                                    GridPaint::favourable, GridPaint::unfavourable};
        constexpr std::size_t named_first = 2;
        constexpr std::size_t named_last = 4;
        for (std::size_t i = 0; i < paints.size(); ++i)
            chart.series.push_back({columns_.series(i), paints.at(i), i >= named_first && i <= named_last});
        chart.row = table_.head_row - 1 - step_rows;
        chart.width_pixels = step_pixels_wide;
        chart.height_pixels = step_pixels_high;
        grid_->charts.push_back(std::move(chart));
    }

    Grid* grid_;
    const report::YearBridge* bridge_;
    PlacedTable table_;
    std::size_t years_;
    StepColumns columns_;
    std::string place_;
    std::size_t chosen_ = 0;
};

report::Comparison compare_scenarios(const ExportInput& input, const std::vector<std::int32_t>& years) {
    report::Comparison comparison;
    for (const std::size_t which : {input.compared->first, input.compared->second}) {
        model::Evaluator evaluator(*input.graph);
        evaluator.set_overlay(input.scenarios[which].overlay);
        comparison.views.push_back(
            report::multi_year(*input.definition, evaluator, input.scenarios[which].title, years));
        comparison.views.back().names.organisation = input.organisation;
    }
    comparison.bridges.push_back(
        report::bridge_years(*input.graph, *input.definition, input.scenarios[input.compared->first].overlay,
                             input.scenarios[input.compared->second].overlay, "resultaat", years));
    return comparison;
}

}  // namespace

Grid compared_sheet(const ExportInput& input) {
    std::vector<std::int32_t> years;
    for (std::int32_t year = input.graph->first_year; year <= input.graph->last_year; ++year) years.push_back(year);
    const report::Comparison comparison = compare_scenarios(input, years);
    Document document = report::to_document(comparison, report::MultiYearPer::rubric, MoneyStyle::whole_euros);
    std::ranges::stable_partition(document.tables,
                                  [](const Table& table) { return table.name.starts_with(bridge_table_prefix); });
    const report::YearBridge& bridge = comparison.bridges.front();
    Grid grid;
    grid.name = sheet_compared;
    grid.is_protected = true;
    grid.widths = {56, 26};
    grid.widths.resize(grid.widths.size() + years.size(), 13);
    std::uint32_t row = write_kept_head(grid, input, "Vergelijking: wat het verschil maakt",
                                        {{"Eerst", input.scenarios[input.compared->first].title},
                                         {"Daarna", input.scenarios[input.compared->second].title}});
    const bool has_steps = bridge.refusal.empty();
    const std::uint32_t choice = row - 1;
    if (has_steps) row += step_rows + 1;
    bool first = true;
    for (const Table& table : document.tables) {
        const PlacedTable placed = write_table_rows(grid, row, table);
        row = placed.next_row;
        if (first && has_steps) {
            const std::uint32_t last = static_cast<std::uint32_t>(first_bridge_column + years.size() - 1);
            const std::string list = "$" + column_name(first_bridge_column) + "$" +
                                     std::to_string(placed.head_row + 1) + ":$" + column_name(last) + "$" +
                                     std::to_string(placed.head_row + 1);
            grid.cells.push_back({choice, 0, std::string("Kies het jaar van de grafiek"), "", GridRole::label, {}, 0});
            grid.cells.push_back({choice, 1, static_cast<double>(years.back()), "", GridRole::input, {}, 0});
            grid.choices.push_back({choice, 1, list, 0, 0});
            grid.cells.push_back({choice, first_bridge_column, static_cast<double>(years.size()),
                                  "MATCH(" + cell_name(choice, 1) + "," + list + ",0)", GridRole::muted,
                                  GridNumber::whole, 0});
            StepBlock(grid, bridge, placed, years.size())
                .write("$" + column_name(first_bridge_column) + "$" + std::to_string(choice + 1), years.size() - 1);
        }
        first = false;
    }
    grid.print_columns = static_cast<std::uint16_t>(first_bridge_column + years.size());
    grey_when_stale(grid);
    return grid;
}

}  // namespace begroot::live::detail
