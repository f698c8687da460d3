#include "workbook/detail/grid_drawing.hpp"

#include "base/check.hpp"
#include "workbook/detail/format_palette.hpp"
#include "workbook/detail/sheet_text.hpp"

#include <vector>

namespace begroot::workbook::writing {

namespace {

constexpr double title_points = 12.0;
constexpr double small_points = 9.0;
constexpr double library_width = 480.0;  // the library's own size of a chart
constexpr double library_height = 288.0;
constexpr lxw_color_t outer_colour = 0xC9D8EA;
constexpr lxw_color_t lower_colour = 0x7FA3CC;
constexpr lxw_color_t upper_colour = 0x9DB9DA;
constexpr lxw_color_t good_colour = 0x5B8C6E;
constexpr lxw_color_t bad_colour = 0xC0504D;

lxw_color_t colour_of(GridPaint paint) {
    switch (paint) {
        case GridPaint::outer_band:
            return outer_colour;
        case GridPaint::lower_band:
            return lower_colour;
        case GridPaint::upper_band:
            return upper_colour;
        case GridPaint::favourable:
            return good_colour;
        case GridPaint::unfavourable:
            return bad_colour;
        case GridPaint::none:
        case GridPaint::total:
            break;
    }
    return palette::dark_blue;
}

lxw_chart_font font_of(double points, lxw_color_t colour, bool bold) {
    lxw_chart_font font{};
    font.size = points;
    font.color = colour;
    font.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
    return font;
}

void add_series_of(lxw_chart* drawing, const std::string& sheet, const GridChart& chart, const GridSeries& one) {
    lxw_chart_series* series = chart_add_series(drawing, nullptr, nullptr);
    BEGROOT_CHECK(series != nullptr, "geen geheugen voor een grafiek");
    chart_series_set_categories(series, sheet.c_str(), chart.first_row, chart.label_column, chart.last_row,
                                chart.label_column);
    chart_series_set_values(series, sheet.c_str(), chart.first_row, one.column, chart.last_row, one.column);
    chart_series_set_name_range(series, sheet.c_str(), chart.head_row, one.column);
    lxw_chart_line line{};
    line.none = LXW_TRUE;
    chart_series_set_line(series, &line);
    lxw_chart_fill fill{};
    fill.color = colour_of(one.paint);
    if (one.paint == GridPaint::none) fill.none = LXW_TRUE;
    chart_series_set_fill(series, &fill);
}

void set_axes_of(lxw_chart* drawing) {
    lxw_chart_font small = font_of(small_points, palette::ink, false);
    lxw_chart_line none{};
    none.none = LXW_TRUE;
    lxw_chart_line grid{};
    grid.color = palette::hairline;
    chart_axis_set_num_font(drawing->x_axis, &small);
    chart_axis_set_num_font(drawing->y_axis, &small);
    std::string format = "#,##0";
    chart_axis_set_num_format(drawing->y_axis, format.c_str());
    chart_axis_set_line(drawing->y_axis, &none);
    chart_axis_major_gridlines_set_visible(drawing->y_axis, LXW_TRUE);
    chart_axis_major_gridlines_set_line(drawing->y_axis, &grid);
    chart_axis_set_major_tick_mark(drawing->x_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_set_label_position(drawing->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);  // also below what is negative
}

void set_legend_of(lxw_chart* drawing, const GridChart& chart) {
    lxw_chart_font small = font_of(small_points, palette::ink, false);
    chart_legend_set_position(drawing, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(drawing, &small);
    constexpr std::int16_t list_end = -1;
    std::vector<std::int16_t> hidden;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        if (!chart.series[i].in_legend) hidden.push_back(static_cast<std::int16_t>(i));
    }
    if (hidden.empty()) return;
    hidden.push_back(list_end);
    chart_legend_delete_series(drawing, hidden.data());
}

}  // namespace

void write_chart(lxw_workbook* workbook, lxw_worksheet* sheet, const std::string& sheet_name, const GridChart& chart) {
    const bool fan = chart.kind == GridChart::Kind::fan;
    lxw_chart* drawing = workbook_add_chart(workbook, fan ? LXW_CHART_AREA_STACKED : LXW_CHART_COLUMN_STACKED);
    BEGROOT_CHECK(drawing != nullptr, "geen geheugen voor een grafiek");
    for (const GridSeries& one : chart.series) add_series_of(drawing, sheet_name, chart, one);
    set_axes_of(drawing);
    set_legend_of(drawing, chart);
    lxw_chart_font title = font_of(title_points, palette::dark_blue, true);
    chart_title_set_name(drawing, sheet_text(chart.title, UINT8_MAX).c_str());
    chart_title_set_name_font(drawing, &title);
    lxw_chart_line none{};
    none.none = LXW_TRUE;
    chart_chartarea_set_line(drawing, &none);
    if (!fan) {
        constexpr std::uint16_t gap = 40;
        constexpr std::int8_t full_overlap = 100;
        chart_set_series_gap(drawing, gap);
        chart_set_series_overlap(drawing, full_overlap);
    }
    lxw_chart_options place{};
    place.x_scale = chart.width_pixels / library_width;
    place.y_scale = chart.height_pixels / library_height;
    place.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    const lxw_error written = worksheet_insert_chart_opt(sheet, chart.row, chart.column, drawing, &place);
    BEGROOT_CHECK(written == LXW_NO_ERROR, "libxlsxwriter weigert een grafiek");
}

}  // namespace begroot::workbook::writing
