#include "base/place.hpp"
#include "live/detail/kept_inputs.hpp"
#include "live/detail/kept_sheets.hpp"
#include "live/detail/table_rows.hpp"
#include "money/format.hpp"
#include "report/scenarios.hpp"

#include <array>
#include <optional>
#include <variant>

namespace begroot::live::detail {

namespace {

constexpr std::uint16_t first_band_column = 2;  ///< P5
constexpr std::uint16_t fan_column = 9;         ///< of the helper block, beyond the paper
constexpr std::size_t quantiles = 5;
constexpr std::uint32_t fan_rows = 17;
constexpr double fan_pixels_wide = 500;
constexpr double fan_pixels_high = 320;
constexpr std::size_t fans_most = 2;
constexpr const char* band_key = " Band: ";  ///< what the signs of a terminal mean; here a chart draws the band

/// The rows of one figure in the table of bands.
struct FanRows {
    std::string title;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// Finds the figures a board looks at first: the result, then equity; without a year that has no numbers.
std::vector<FanRows> fans_of(const ExportInput& input, const Table& bands, std::uint32_t first_row) {
    const auto text = [](const Row& row, std::size_t column) {
        const auto* found = row.cells.empty() ? nullptr : std::get_if<std::string>(&row.cells[column].value);
        return found == nullptr ? std::string() : *found;
    };
    const auto rubric = [&input](const std::string& code) {
        const auto series = input.graph->find_series(code);
        const std::size_t variable = series ? input.graph->series[*series].variable : SIZE_MAX;
        return variable < input.definition->variables.size() ? input.definition->variables[variable].rubric
                                                             : std::string();
    };
    std::vector<FanRows> fans;
    for (std::size_t i = 0; i < bands.rows.size(); ++i) {
        if (bands.rows[i].role != RowRole::section) continue;
        std::size_t last = i;
        while (last + 1 < bands.rows.size() && bands.rows[last + 1].role != RowRole::section) ++last;
        const std::string code = last > i ? text(bands.rows[i + 1], 1) : std::string();
        if (code != "resultaat" && !model::is_under(rubric(code), "2.1")) continue;
        bool whole = last > i;
        for (std::size_t row = i + 1; row <= last; ++row) {
            for (std::size_t column = 0; column < quantiles; ++column)
                whole = whole && !std::holds_alternative<Mark>(bands.rows[row].cells[first_band_column + column].value);
        }
        if (!whole) continue;
        fans.push_back({text(bands.rows[i], 0), static_cast<std::uint32_t>(first_row + i + 1),
                        static_cast<std::uint32_t>(first_row + last)});
        if (fans.size() == fans_most) break;
    }
    return fans;
}

double number_at(const Grid& grid, std::uint32_t row, std::uint16_t column) {
    for (const GridCell& cell : grid.cells) {
        if (cell.row == row && cell.column == column) return std::get<double>(cell.value);
    }
    return 0;
}

/// Writes what the areas of a fan stack up: the lowest edge, then the widths of the four bands.
void write_fan_block(Grid& grid, const FanRows& fan) {
    for (std::uint32_t row = fan.first; row <= fan.last; ++row) {
        for (std::uint16_t i = 0; i < quantiles; ++i) {
            const auto column = static_cast<std::uint16_t>(first_band_column + i);
            const double value = number_at(grid, row, column);
            GridCell cell{row,
                          static_cast<std::uint16_t>(fan_column + i),
                          value,
                          cell_name(row, column),
                          GridRole::muted,
                          GridNumber::whole,
                          0};
            if (i > 0) {
                cell.value = value - number_at(grid, row, static_cast<std::uint16_t>(column - 1));
                cell.formula += "-" + cell_name(row, column - 1U);
            }
            grid.cells.push_back(std::move(cell));
        }
    }
}

GridChart fan_chart(const FanRows& fan, std::uint32_t head_row, std::uint32_t row, std::uint16_t column) {
    GridChart chart;
    chart.kind = GridChart::Kind::fan;
    chart.title = fan.title;
    chart.head_row = head_row;
    chart.first_row = fan.first;
    chart.last_row = fan.last;
    chart.series = {{fan_column, GridPaint::none, false},
                    {fan_column + 1, GridPaint::outer_band, true},
                    {fan_column + 2, GridPaint::lower_band, true},
                    {fan_column + 3, GridPaint::upper_band, true},
                    {fan_column + 4, GridPaint::outer_band, true}};
    chart.row = row;
    chart.column = column;
    chart.width_pixels = fan_pixels_wide;
    chart.height_pixels = fan_pixels_high;
    return chart;
}

std::string thousands(std::int64_t count) { return format_amount(Money::from_euros(count), Decimals::whole); }

}  // namespace

Grid risk_sheet(const ExportInput& input) {
    const scenario::Risk& risk = *input.risk;
    report::FigureNames names;
    names.definition = input.definition;
    names.graph = input.graph;
    names.organisation = input.organisation;
    names.scenario = input.scenarios[input.chosen].title;
    Document document = report::to_document(risk, report::RiskRows::main, names);
    Grid grid;
    grid.name = sheet_risk;
    grid.is_protected = true;
    grid.widths = {56, 26, 13, 13, 13, 13, 13, 13, 13};
    std::uint32_t row = write_kept_head(grid, input, "Risico: wat het kan worden",
                                        {{"Scenario", names.scenario},
                                         {"Trekkingen", thousands(risk.options.draws)},
                                         {"Zaad", std::to_string(risk.options.seed)}});
    const std::uint32_t chart_row = row;
    const auto fans = fans_of(input, document.tables.front(), chart_row + fan_rows + 2);
    if (!fans.empty()) row += fan_rows;
    std::optional<PlacedTable> bands;
    for (Table& table : document.tables) {
        for (std::string& note : table.notes) note = note.substr(0, note.find(band_key));
        const PlacedTable placed = write_table_rows(grid, row, table);
        row = placed.next_row;
        if (!bands) bands = placed;
    }
    grid.print_columns = fan_column;
    if (!fans.empty()) {
        constexpr std::array heads{"P5", "P5 tot P25", "P25 tot P50", "P50 tot P75", "P75 tot P95"};
        for (std::uint16_t i = 0; i < quantiles; ++i)
            grid.cells.push_back({bands->head_row, static_cast<std::uint16_t>(fan_column + i), std::string(heads.at(i)),
                                  "", GridRole::head, GridNumber::whole, 0});
    }
    for (std::size_t i = 0; i < fans.size(); ++i) {
        write_fan_block(grid, fans[i]);
        grid.charts.push_back(
            fan_chart(fans[i], bands->head_row, chart_row, static_cast<std::uint16_t>(i == 0 ? 0 : 2)));
    }
    grey_when_stale(grid);
    return grid;
}

}  // namespace begroot::live::detail
