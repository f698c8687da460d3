#include "workbook/detail/sheet_chart.hpp"

#include "base/check.hpp"
#include "workbook/detail/format_palette.hpp"
#include "workbook/detail/sheet_limits.hpp"
#include "workbook/detail/sheet_page.hpp"
#include "workbook/detail/sheet_table.hpp"
#include "workbook/detail/sheet_text.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace begroot::workbook::writing {

namespace {

constexpr double chart_width_pixels = 980.0;
constexpr double row_pixels = 20.0;
constexpr double chart_rows_min = 24.0;
constexpr double head_points = 24.0;
constexpr double series_width = 18.0;  // characters
constexpr double label_width_max = 76.0;
constexpr double pixels_per_character = 7.0;
constexpr double pixels_per_default_column = 64.0;
constexpr std::size_t standing_label_max = 12;  // characters; longer labels would be turned or cut below standing bars
constexpr std::size_t standing_rows_max = 8;

/// The chart, its table and where its block of figures stands.
struct ChartSheet {
    lxw_worksheet* sheet;
    std::string name;
    const SheetPlan& plan;
    const Chart& chart;
    const Table& table;
    FormatBook& formats;
    std::uint32_t block_row = 0;  ///< the heads of the block
    double label_width = 20.0;
    bool standing = false;
};

const std::string* label_of(const ChartSheet& to, std::size_t row) {
    const Row& source = to.table.rows[row];
    return source.cells.empty() ? nullptr : std::get_if<std::string>(&source.cells[to.chart.label_column].value);
}

std::size_t longest_label(const ChartSheet& to) {
    std::size_t longest = 0;
    for (const std::size_t row : to.chart.rows) {
        if (const std::string* label = label_of(to, row)) longest = std::max(longest, longest_line(*label));
    }
    return longest;
}

double chart_rows(const ChartSheet& to) {
    if (to.standing) return chart_rows_min;
    const double bars =
        static_cast<double>(to.chart.rows.size() * std::max<std::size_t>(to.chart.series_columns.size(), 1));
    return std::max(chart_rows_min, std::ceil(6.0 + 0.9 * bars + 0.6 * static_cast<double>(to.chart.rows.size())));
}

void write_reference(const ChartSheet& to, std::uint32_t row, std::uint16_t column, const CellRef& source,
                     lxw_format* format) {
    const Cell& cell = cell_at(to.plan, to.table, source);
    std::string formula("=");
    formula.append(quoted_sheet(to.table.name)).append("!").append(reference(to.plan, to.table, source));
    if (const auto number = cached_number(to.plan, to.table, cell)) {
        expect_written(worksheet_write_formula_num(to.sheet, row, column, formula.c_str(), format, *number));
    } else if (const auto* text = std::get_if<std::string>(&cell.value); text != nullptr && !text->empty()) {
        const std::string cached = sheet_text(*text);
        expect_written(worksheet_write_formula_str(to.sheet, row, column, formula.c_str(), format, cached.c_str()));
    } else {
        expect_written(worksheet_write_blank(to.sheet, row, column, format));
    }
}

/// Head of a series: the column's head on one line.
std::string series_name(const ChartSheet& to, std::size_t column) {
    std::string head = to.table.columns[column].head;
    std::ranges::replace(head, '\n', ' ');
    return sheet_text(head, 255);
}

void write_block(const ChartSheet& to) {
    const auto write_head = [&to](std::uint16_t column, const std::string& text, bool right) {
        const auto indent = static_cast<std::uint8_t>(right ? 0 : 1);
        lxw_format* format = to.formats.get({.look = Look::head, .indent = indent, .right = right, .wrap = true});
        expect_written(worksheet_write_string(to.sheet, to.block_row, column, text.c_str(), format));
    };
    expect_written(worksheet_set_row(to.sheet, to.block_row, head_points, nullptr));
    write_head(0, series_name(to, to.chart.label_column), false);
    for (std::size_t i = 0; i < to.chart.series_columns.size(); ++i) {
        write_head(static_cast<std::uint16_t>(i + 1), series_name(to, to.chart.series_columns[i]), true);
    }
    for (std::size_t i = 0; i < to.chart.rows.size(); ++i) {
        const std::uint32_t row = to.block_row + 1 + static_cast<std::uint32_t>(i);
        const std::size_t source = to.chart.rows[i];
        write_reference(to, row, 0, {"", source, to.chart.label_column}, to.formats.get({.indent = 1, .wrap = true}));
        for (std::size_t j = 0; j < to.chart.series_columns.size(); ++j) {
            const std::size_t column = to.chart.series_columns[j];
            const NumberLook number = number_look(to.table.columns[column].kind, to.table.money_style);
            write_reference(to, row, static_cast<std::uint16_t>(j + 1), {"", source, column},
                            to.formats.get({.number = number, .right = true}));
        }
    }
}

void add_series(const ChartSheet& to, lxw_chart* drawing) {
    const std::uint32_t first = to.block_row + 1;
    const std::uint32_t last = to.block_row + static_cast<std::uint32_t>(to.chart.rows.size());
    for (std::size_t i = 0; i < to.chart.series_columns.size(); ++i) {
        const auto column = static_cast<std::uint16_t>(i + 1);
        lxw_chart_series* series = chart_add_series(drawing, nullptr, nullptr);
        BEGROOT_CHECK(series != nullptr, "geen geheugen voor een grafiek");
        chart_series_set_categories(series, to.name.c_str(), first, 0, last, 0);
        chart_series_set_values(series, to.name.c_str(), first, column, last, column);
        chart_series_set_name_range(series, to.name.c_str(), to.block_row, column);
        lxw_chart_fill fill{};
        fill.color = palette::series[i % palette::series.size()];
        chart_series_set_fill(series, &fill);
    }
}

/// Gives the number format of the value axis: percentages only when every series is one.
const char* axis_format(const ChartSheet& to) {
    const auto is_percent = [&to](std::size_t column) { return to.table.columns[column].kind == ColumnKind::percent; };
    return !to.chart.series_columns.empty() && std::ranges::all_of(to.chart.series_columns, is_percent) ? "0%"
                                                                                                        : "#,##0";
}

lxw_chart_font font(double points, lxw_color_t colour, bool bold) {
    lxw_chart_font made{};
    made.size = points;
    made.color = colour;
    made.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
    return made;
}

void set_axes(const ChartSheet& to, lxw_chart* drawing) {
    lxw_chart_font small = font(10.0, palette::ink, false);
    lxw_chart_line none{};
    none.none = LXW_TRUE;
    lxw_chart_line base{};
    base.color = palette::rule;
    base.width = 0.75F;
    lxw_chart_line grid{};
    grid.color = palette::hairline;
    grid.width = 0.75F;
    lxw_chart_axis* labels = to.standing ? drawing->x_axis : drawing->y_axis;  // lying bars: x is what lies
    lxw_chart_axis* values = to.standing ? drawing->y_axis : drawing->x_axis;
    chart_axis_set_num_format(values, axis_format(to));
    chart_axis_set_num_font(values, &small);
    chart_axis_set_line(values, &none);
    chart_axis_major_gridlines_set_visible(labels, LXW_FALSE);
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &grid);
    chart_axis_set_num_font(labels, &small);
    chart_axis_set_line(labels, &base);
    chart_axis_set_major_tick_mark(labels, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_set_label_position(labels,
                                  LXW_CHART_AXIS_LABEL_POSITION_LOW);  // below the bars also where bars are negative
    if (!to.standing) {
        chart_axis_set_reverse(labels);  // the first row on top, as in the table
        chart_axis_set_crossing_max(labels);
    }
}

void draw(const ChartSheet& to, lxw_workbook* workbook) {
    lxw_chart* drawing = workbook_add_chart(workbook, to.standing ? LXW_CHART_COLUMN : LXW_CHART_BAR);
    BEGROOT_CHECK(drawing != nullptr, "geen geheugen voor een grafiek");
    add_series(to, drawing);
    set_axes(to, drawing);
    lxw_chart_font title = font(14.0, palette::dark_blue, true);
    if (to.chart.title.empty()) {
        chart_title_off(drawing);
    } else {
        chart_title_set_name(drawing, sheet_text(to.chart.title, 255).c_str());
        chart_title_set_name_font(drawing, &title);
    }
    lxw_chart_font legend = font(10.0, palette::ink, false);
    chart_legend_set_position(drawing, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(drawing, &legend);
    lxw_chart_line none{};
    none.none = LXW_TRUE;
    chart_chartarea_set_line(drawing, &none);
    chart_set_series_gap(drawing, 80);
    chart_set_series_overlap(drawing, 0);
    lxw_chart_options place{};
    place.x_scale = chart_width_pixels / 480.0;  // 480 x 288: the library's own size
    place.y_scale = chart_rows(to) * row_pixels / 288.0;
    place.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    expect_written(worksheet_insert_chart_opt(to.sheet, 0, 0, drawing, &place));
}

/// Sets widths and gives the last column that the chart covers, for the print area.
std::uint16_t set_widths(const ChartSheet& to) {
    const std::size_t series = to.chart.series_columns.size();
    expect_written(worksheet_set_column(to.sheet, 0, 0, to.label_width, nullptr));
    double covered = to.label_width * pixels_per_character + 5.0;
    if (series > 0) {
        expect_written(worksheet_set_column(to.sheet, 1, static_cast<std::uint16_t>(series), series_width, nullptr));
        covered += static_cast<double>(series) * (series_width * pixels_per_character + 5.0);
    }
    const double beyond = std::max(0.0, std::ceil((chart_width_pixels - covered) / pixels_per_default_column));
    return static_cast<std::uint16_t>(static_cast<double>(series) + beyond);
}

}  // namespace

std::string chart_sheet_name(const Document& document, std::size_t index) {
    std::size_t left = index;
    for (std::size_t number = 1;; ++number) {
        const std::string name = number == 1 ? "Grafiek" : "Grafiek " + std::to_string(number);
        const auto taken = [&name](const Table& table) { return same_sheet_name(table.name, name); };
        if (std::ranges::any_of(document.tables, taken)) continue;
        if (left-- == 0) return name;
    }
}

void write_chart(lxw_workbook* workbook, lxw_worksheet* sheet, const SheetPlan& plan, std::size_t index,
                 FormatBook& formats) {
    const Chart& chart = plan.document.charts[index];
    BEGROOT_CHECK(chart.label_column < table_named(plan.document, chart.table).columns.size(),
                  "grafiek buiten de tabel");
    ChartSheet to{.sheet = sheet,
                  .name = chart_sheet_name(plan.document, index),
                  .plan = plan,
                  .chart = chart,
                  .table = table_named(plan.document, chart.table),
                  .formats = formats};
    const std::size_t longest = longest_label(to);
    to.standing = longest <= standing_label_max && chart.rows.size() <= standing_rows_max;
    to.label_width = std::clamp(static_cast<double>(longest) + 3.0, 20.0, label_width_max);
    to.block_row = static_cast<std::uint32_t>(chart_rows(to)) + 1;
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_default_row(sheet, row_pixels * 0.75, LXW_FALSE);
    const std::uint16_t last_column = set_widths(to);
    write_block(to);
    if (!chart.rows.empty() && !chart.series_columns.empty()) draw(to, workbook);
    set_page(sheet, {.footer_title = plan.document.title,
                     .last_row = to.block_row + static_cast<std::uint32_t>(chart.rows.size()),
                     .last_column = last_column,
                     .single_page = true});
}

}  // namespace begroot::workbook::writing
