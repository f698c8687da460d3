#include "workbook/detail/sheet_layout.hpp"

#include "workbook/detail/sheet_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>

namespace begroot::workbook::writing {

namespace {

constexpr double bold_factor = 1.1;
constexpr double indent_width = 1.4;  // one indent step, in characters
constexpr double padding = 2.0;       // both sides together
constexpr double number_width_min = 11.0;
constexpr double text_width_min = 6.0;
constexpr double head_half_max = 14.0;     // longer heads take more than two lines
constexpr double frozen_width_max = 70.0;  // more would leave no room for the figures on a small screen

/// Counts digits, thousands separators and sign.
std::size_t whole_length(std::int64_t number) {
    std::size_t digits = 1;
    for (std::int64_t rest = number / 10; rest != 0; rest /= 10) ++digits;
    return digits + (digits - 1) / 3 + (number < 0 ? 1 : 0);
}

/// Measures a value as it will be shown, in characters.
std::size_t shown_length(const Cell& cell, const Column& column, MoneyStyle style) {
    struct Measure {
        const Column& column;
        MoneyStyle style;
        std::size_t operator()(std::monostate) const { return 0; }
        std::size_t operator()(const std::string& text) const { return longest_line(text); }
        std::size_t operator()(Money money) const {
            return whole_length(money.cents() / 100) +
                   (style == MoneyStyle::cents ? 4U : 1U);  // decimals; sign of -0,50
        }
        std::size_t operator()(Rate rate) const { return whole_length(rate.ppm() / 10'000) + 4; }
        std::size_t operator()(std::int64_t count) const { return whole_length(count); }
        std::size_t operator()(Day) const { return 10; }
        std::size_t operator()(const Quantity& quantity) const {
            const auto digits =
                static_cast<std::size_t>(std::max(1.0, std::floor(std::log10(std::abs(quantity.value) + 1)) + 1));
            return digits + (digits - 1) / 3 + quantity.decimals + 2;  // point and sign
        }
        std::size_t operator()(const Mark& mark) const {
            return column.kind == ColumnKind::text ? longest_line(mark.text) : 0;
        }
    };
    return std::visit(Measure{column, style}, cell.value);
}

bool is_heavy(RowRole role) {
    return role == RowRole::group || role == RowRole::section || role == RowRole::subtotal || role == RowRole::total;
}

double content_width(const Table& table, std::size_t column, bool label) {
    double widest = 0.0;
    for (const Row& row : table.rows) {
        if (row.cells.empty()) continue;
        if (label && row.role == RowRole::section) continue;  // runs on over the empty cells beside it
        double width = static_cast<double>(shown_length(row.cells[column], table.columns[column], table.money_style));
        if (is_heavy(row.role)) width *= bold_factor;
        if (label) width += indent_width * static_cast<double>(row.indent);
        widest = std::max(widest, width);
    }
    return widest;
}

/// Wide enough for the longest word of the head, and for a head of usual length in two lines.
double head_width(const std::string& head) {
    const double words = static_cast<double>(longest_word(head));
    const double lines = static_cast<double>(longest_line(head));
    return std::max(words, std::min(lines / 2.0 + 1.0, head_half_max)) * bold_factor;
}

double column_width(const Table& table, std::size_t index, bool label) {
    const Column& column = table.columns[index];
    const double content = content_width(table, index, label);
    if (column.kind == ColumnKind::text) {
        const double wanted = std::min(content, static_cast<double>(column.width_max));
        return std::max({wanted, head_width(column.head), text_width_min}) + indent_width + padding;
    }
    return std::max({content, head_width(column.head), number_width_min}) + padding;
}

std::uint16_t count_frozen(const Table& table, const std::vector<double>& widths) {
    std::uint16_t frozen = 0;
    double used = 0.0;
    for (std::size_t i = 0; i < table.columns.size() && table.columns[i].kind == ColumnKind::text; ++i) {
        used += widths[i];
        if (used > frozen_width_max) break;
        ++frozen;
    }
    if (frozen == table.columns.size()) return frozen > 1 ? 1 : 0;
    return frozen;
}

}  // namespace

std::size_t title_lines(const Table& table) { return (table.title.empty() ? 0U : 1U) + table.subtitles.size(); }

double total_width(const SheetLayout& layout) {
    return std::accumulate(layout.widths.begin(), layout.widths.end(), 0.0);
}

SheetLayout lay_out(const Table& table) {
    SheetLayout layout;
    const std::size_t lines = title_lines(table);
    layout.head_row = static_cast<std::uint32_t>(lines == 0 ? 0 : lines + 1);
    layout.first_row = layout.head_row + 1;
    layout.last_row = layout.head_row + static_cast<std::uint32_t>(table.rows.size());
    layout.notes_row = layout.last_row + 2;
    if (!table.notes.empty()) layout.last_row = layout.notes_row + static_cast<std::uint32_t>(table.notes.size()) - 1;
    const auto label = std::ranges::find(table.columns, ColumnKind::text, &Column::kind);
    layout.label_column = static_cast<std::size_t>(label - table.columns.begin());
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        layout.widths.push_back(column_width(table, i, i == layout.label_column));
    }
    layout.frozen_columns = count_frozen(table, layout.widths);
    return layout;
}

}  // namespace begroot::workbook::writing
