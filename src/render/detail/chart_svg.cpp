#include "render/detail/chart_svg.hpp"

#include "render/detail/chart_scale.hpp"
#include "render/detail/html_text.hpp"
#include "render/detail/value_text.hpp"
#include "render/detail/wrap.hpp"

#include <array>
#include <optional>
#include <string_view>

#include <fmt/format.h>

namespace begroot::render::detail {

namespace {

constexpr double chart_width = 960;
constexpr double label_width = 270;
constexpr double figure_room = 96;
constexpr double bar_height = 17;
constexpr double bar_gap = 3;
constexpr double cluster_gap = 16;
constexpr double label_line = 17;
constexpr double legend_height = 34;
constexpr double axis_height = 30;
constexpr std::size_t label_characters = 36;

/// Holds the colours of the series, told apart by lightness too, so that they survive a black-and-white printer.
constexpr std::array<std::string_view, 5> colours = {"#9db2c6", "#1f4e79", "#d08a2e", "#5f8f57", "#7a5c8e"};

std::optional<std::int64_t> number_of(const Value& value) {
    if (const auto* money = std::get_if<Money>(&value)) return money->cents();
    if (const auto* rate = std::get_if<Rate>(&value)) return rate->ppm();
    if (const auto* count = std::get_if<std::int64_t>(&value)) return *count;
    return std::nullopt;
}

/// Turns an axis value back into a value of the series' kind, to print it in the same notation.
Value same_kind(ColumnKind kind, std::int64_t number) {
    if (kind == ColumnKind::money) return Money::from_cents(number);
    if (kind == ColumnKind::percent) return Rate::from_ppm(number);
    return number;
}

/// Places an axis value on the drawing.
struct Plot {
    Scale scale;
    double left = 0;
    double width = 0;

    [[nodiscard]] double x(std::int64_t value) const {
        const std::int64_t inside = std::clamp(value, scale.low, scale.high);
        return left + width * static_cast<double>(inside - scale.low) / static_cast<double>(scale.high - scale.low);
    }
};

std::string head_of(const Table& table, std::size_t column) { return clean_line(table.columns[column].head); }

std::string legend(const Chart& chart, const Table& table) {
    std::string svg;
    double x = label_width;
    for (std::size_t i = 0; i < chart.series_columns.size(); ++i) {
        const std::string head = head_of(table, chart.series_columns[i]);
        svg += fmt::format("<rect x=\"{:.1f}\" y=\"8\" width=\"13\" height=\"13\" rx=\"2\" fill=\"{}\"/>", x,
                           colours[i % colours.size()]);
        svg += fmt::format("<text x=\"{:.1f}\" y=\"19\">{}</text>\n", x + 19, escaped_html(head));
        x += 19 + 8.0 * static_cast<double>(longest_line(head)) + 22;
    }
    return svg;
}

std::string grid(const Plot& plot, const Table& table, ColumnKind kind, double bottom) {
    std::string svg;
    for (std::int64_t value = plot.scale.low; value <= plot.scale.high; value += plot.scale.step) {
        const double x = plot.x(value);
        svg += fmt::format("<line x1=\"{0:.1f}\" y1=\"{1:.1f}\" x2=\"{0:.1f}\" y2=\"{2:.1f}\" stroke=\"{3}\"/>", x,
                           legend_height, bottom, value == 0 ? "#5a6675" : "#e3e8ed");
        svg += fmt::format(
            "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\" fill=\"#5a6675\" font-size=\"12\">{}</text>\n", x,
            bottom + 18, value_text(same_kind(kind, value), table.money_style));
    }
    return svg;
}

/// Draws one bar with its figure beside the end; the figure of a bar below zero stands left of it.
std::string bar(const Plot& plot, const Table& table, const Row& row, std::size_t column, std::string_view label,
                std::string_view colour, double y) {
    const Value& value = row.cells[column].value;
    const std::string figure = escaped_html(value_text(value, table.money_style));
    const auto number = number_of(value);
    const double zero = plot.x(0);
    const double end = number ? plot.x(*number) : zero;
    const bool below = number && *number < 0;
    std::string svg =
        fmt::format("<g><title>{}, {}: {}</title>", escaped_html(label), escaped_html(head_of(table, column)), figure);
    if (number) {
        svg += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"/>",
                           below ? end : zero, y, below ? zero - end : end - zero, bar_height, colour);
    }
    svg += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" font-size=\"12.5\">{}</text></g>\n",
                       below ? end - 6 : end + 6, y + bar_height - 4, below ? "end" : "start", figure);
    return svg;
}

std::string label_text(const std::vector<std::string>& lines, double middle) {
    std::string svg;
    double y = middle - label_line * static_cast<double>(lines.size()) / 2 + label_line - 4;
    for (const std::string& line : lines) {
        svg += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n", label_width - 14, y,
                           escaped_html(line));
        y += label_line;
    }
    return svg;
}

Plot plot_for(const Chart& chart, const Table& table, ColumnKind kind) {
    std::vector<std::int64_t> numbers;
    for (const std::size_t row : chart.rows) {
        for (const std::size_t column : chart.series_columns) {
            if (column >= table.rows[row].cells.size()) continue;
            if (const auto number = number_of(table.rows[row].cells[column].value)) numbers.push_back(*number);
        }
    }
    const std::int64_t step_min = kind == ColumnKind::money ? 100 : kind == ColumnKind::percent ? 1'000 : 1;
    Plot plot{scale_for(numbers, step_min), label_width, chart_width - label_width - figure_room};
    if (plot.scale.low < 0) {  // figures of bars below zero need room on the left as well
        plot.left += figure_room;
        plot.width -= figure_room;
    }
    return plot;
}

}  // namespace

std::string chart_svg(const Chart& chart, const Table& table) {
    const ColumnKind kind =
        chart.series_columns.empty() ? ColumnKind::count : table.columns[chart.series_columns[0]].kind;
    const Plot plot = plot_for(chart, table, kind);
    const double bars_height = (bar_height + bar_gap) * static_cast<double>(chart.series_columns.size());
    std::string clusters;
    double y = legend_height + cluster_gap / 2;
    for (const std::size_t index : chart.rows) {
        const Row& row = table.rows[index];
        if (row.cells.empty()) continue;
        const std::string label = clean_line(value_text(row.cells[chart.label_column].value, table.money_style));
        const auto lines = wrap(label, {label_characters, 0});
        const double height = std::max(bars_height, label_line * static_cast<double>(lines.size()));
        clusters += label_text(lines, y + height / 2);
        double bar_y = y + (height - bars_height) / 2;
        for (std::size_t i = 0; i < chart.series_columns.size(); ++i) {
            clusters += bar(plot, table, row, chart.series_columns[i], label, colours[i % colours.size()], bar_y);
            bar_y += bar_height + bar_gap;
        }
        y += height + cluster_gap;
    }
    const double bottom = y - cluster_gap / 2;
    const std::string title = escaped_html(chart.title);
    return fmt::format(
        "<figure>\n<figcaption>{0}</figcaption>\n"
        "<svg viewBox=\"0 0 {1:.0f} {2:.0f}\" role=\"img\" aria-label=\"{0}\" font-size=\"13\" fill=\"#1c2530\">\n"
        "<title>{0}</title>\n{3}{4}{5}</svg>\n</figure>\n",
        title, chart_width, bottom + axis_height, legend(chart, table), grid(plot, table, kind, bottom), clusters);
}

}  // namespace begroot::render::detail
