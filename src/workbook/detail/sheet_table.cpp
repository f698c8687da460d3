#include "workbook/detail/sheet_table.hpp"

#include "base/check.hpp"
#include "workbook/detail/format_palette.hpp"
#include "workbook/detail/sheet_text.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace begroot::workbook::writing {

namespace {

constexpr double line_points = 15.0;      // the height of a line of Calibri 11
constexpr double row_points = 16.5;       // a row of one line, with some air
constexpr double row_points_max = 409.0;  // Excel's highest row
constexpr double head_padding_points = 9.0;
constexpr double indent_characters = 1.4;
constexpr int text_indent = 1;              // keeps text off the edge of a fill and off the figures to its left
constexpr int indent_max = 15;              // Excel's own
constexpr double letters_per_digit = 1.12;  // a width counts digits; letters run a little narrower on average

/// The sheet being written and what a cell needs to know about it.
struct Target {
    lxw_worksheet* sheet;
    const SheetPlan& plan;
    const Table& table;
    const SheetLayout& layout;
    FormatBook& formats;
};

NumberLook number_look(const Cell& cell, const Column& column, MoneyStyle style) {
    if (std::holds_alternative<std::string>(cell.value)) return NumberLook::text;
    if (std::holds_alternative<Money>(cell.value)) return writing::number_look(ColumnKind::money, style);
    if (std::holds_alternative<Rate>(cell.value)) return NumberLook::percent;
    if (std::holds_alternative<std::int64_t>(cell.value)) return NumberLook::count;
    if (std::holds_alternative<Day>(cell.value)) return NumberLook::day;
    if (const auto* quantity = std::get_if<Quantity>(&cell.value)) return look_of_decimals(quantity->decimals);
    return writing::number_look(column.kind, style);
}

/// The text a cell shows, or nullptr: a Mark is text only in a text column.
const std::string* text_of(const Cell& cell, const Column& column) {
    if (const auto* text = std::get_if<std::string>(&cell.value)) return text;
    const auto* mark = std::get_if<Mark>(&cell.value);
    return mark != nullptr && column.kind == ColumnKind::text ? &mark->text : nullptr;
}

std::uint8_t indent_of(const Target& to, const Row& row, std::size_t column) {
    if (to.table.columns[column].kind != ColumnKind::text) return 0;
    const int steps = column == to.layout.label_column ? row.indent : 0;
    return static_cast<std::uint8_t>(std::min(steps + text_indent, indent_max));
}

/// Counts the lines that a cell's text takes in its column; a section's label runs on over the empty cells beside it.
std::size_t lines_of(const Target& to, const Row& row, std::size_t column) {
    const std::string* text = text_of(row.cells[column], to.table.columns[column]);
    if (text == nullptr || (row.role == RowRole::section && column == to.layout.label_column)) return 1;
    const double room = to.layout.widths[column] - 1.0 - indent_characters * indent_of(to, row, column);
    return wrapped_lines(*text, std::max(room * letters_per_digit, 1.0));
}

FormatKey format_key(const Target& to, const Row& row, std::size_t column, std::size_t row_lines) {
    const Cell& cell = row.cells[column];
    const Column& head = to.table.columns[column];
    return {.look = look_of(row.role),
            .number = number_look(cell, head, to.table.money_style),
            .tone = cell.tone,
            .indent = indent_of(to, row, column),
            .right = head.kind != ColumnKind::text,
            .wrap = head.is_input || (row_lines > 1 && text_of(cell, head) != nullptr),
            .top = row_lines > 1,
            .input = head.is_input};
}

void write_formula(const Target& to, std::uint32_t row, std::uint16_t column, const Cell& cell,
                   const std::string& formula, lxw_format* format) {
    const std::string whole = "=" + formula;
    if (const auto number = cached_number(to.plan, to.table, cell)) {
        expect_written(worksheet_write_formula_num(to.sheet, row, column, whole.c_str(), format, *number));
        return;
    }
    const auto* text = std::get_if<std::string>(&cell.value);
    const std::string cached = text != nullptr ? sheet_text(*text) : std::string();
    expect_written(worksheet_write_formula_str(to.sheet, row, column, whole.c_str(), format, cached.c_str()));
}

void write_input(const Target& to, std::uint32_t row, std::uint16_t column, const Cell& cell, lxw_format* format) {
    if (const auto number = sheet_number(cell.value)) {
        expect_written(worksheet_write_number(to.sheet, row, column, *number, format));
    } else if (const std::string* text = text_of(cell, to.table.columns[column]); text != nullptr && !text->empty()) {
        expect_written(worksheet_write_string(to.sheet, row, column, sheet_text(*text).c_str(), format));
    } else {
        expect_written(worksheet_write_blank(to.sheet, row, column, format));
    }
}

Error formula_error(const Table& table, std::string cell, std::size_t length) {
    Error error;
    error.place.sheet = table.name;
    error.place.cell = std::move(cell);
    error.found = "de formule telt " + std::to_string(length) + " tekens";
    error.expected = "hooguit " + std::to_string(formula_length_max) + ", meer leest Excel niet";
    error.action = "schrijf deze tabel als csv of maak haar kleiner";
    return error;
}

void set_height(const Target& to, std::uint32_t row, double points) {
    expect_written(worksheet_set_row(to.sheet, row, std::min(points, row_points_max), nullptr));
}

Result<void> write_row(const Target& to, std::size_t index) {
    const Row& row = to.table.rows[index];
    if (row.role == RowRole::blank) return {};
    const std::uint32_t sheet_row = to.layout.first_row + static_cast<std::uint32_t>(index);
    std::size_t lines = 1;
    for (std::size_t i = 0; i < row.cells.size(); ++i) lines = std::max(lines, lines_of(to, row, i));
    if (lines > 1) set_height(to, sheet_row, row_points + line_points * static_cast<double>(lines - 1));
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto column = static_cast<std::uint16_t>(i);
        lxw_format* format = to.formats.get(format_key(to, row, i, lines));
        const std::string formula = formula_text(to.plan, to.table, row.cells[i].formula);
        if (formula.size() > formula_length_max) {
            return failure(formula_error(to.table, cell_name(sheet_row, column), formula.size()));
        }
        if (formula.empty()) {
            write_input(to, sheet_row, column, row.cells[i], format);
        } else {
            write_formula(to, sheet_row, column, row.cells[i], formula, format);
        }
    }
    return {};
}

/// Writes a line over the full width: plainly when it fits, merged and wrapped when it does not.
void write_line(const Target& to, std::uint32_t row, const std::string& text, Look look, double points) {
    const double scale = points / palette::text_points;
    const double room = total_width(to.layout) / scale * letters_per_digit;
    const std::size_t lines = wrapped_lines(text, std::max(room, 10.0));
    const std::string shown = sheet_text(text);
    lxw_format* format = to.formats.get({.look = look, .wrap = lines > 1});
    if (lines > 1 && to.layout.widths.size() > 1) {
        const auto last = static_cast<std::uint16_t>(to.layout.widths.size() - 1);
        expect_written(worksheet_merge_range(to.sheet, row, 0, row, last, shown.c_str(), format));
    } else {
        expect_written(worksheet_write_string(to.sheet, row, 0, shown.c_str(), format));
    }
    const double height = (points + 4.0) * static_cast<double>(lines) + (look == Look::title ? 3.0 : 0.0);
    set_height(to, row, height);
}

void write_titles(const Target& to) {
    std::uint32_t row = 0;
    if (!to.table.title.empty()) write_line(to, row++, to.table.title, Look::title, palette::title_points);
    for (const std::string& subtitle : to.table.subtitles) {
        write_line(to, row++, subtitle, Look::subtitle, palette::text_points);
    }
}

void write_heads(const Target& to) {
    std::size_t lines = 1;
    for (std::size_t i = 0; i < to.table.columns.size(); ++i) {
        const Column& column = to.table.columns[i];
        const bool right = column.kind != ColumnKind::text;
        const auto indent = static_cast<std::uint8_t>(right ? 0 : text_indent);
        lxw_format* format = to.formats.get({.look = Look::head, .indent = indent, .right = right, .wrap = true});
        const std::string head = sheet_text(column.head);
        expect_written(
            worksheet_write_string(to.sheet, to.layout.head_row, static_cast<std::uint16_t>(i), head.c_str(), format));
        lines = std::max(lines, wrapped_lines(column.head, to.layout.widths[i] - 1.5));
    }
    set_height(to, to.layout.head_row, line_points * static_cast<double>(lines) + head_padding_points);
}

/// Sets widths, frozen panes and which of Excel's green corners would be false alarms.
void set_view(const Target& to) {
    for (std::size_t i = 0; i < to.layout.widths.size(); ++i) {
        const auto column = static_cast<std::uint16_t>(i);
        expect_written(worksheet_set_column(to.sheet, column, column, to.layout.widths[i], nullptr));
    }
    worksheet_set_default_row(to.sheet, row_points, LXW_FALSE);
    worksheet_freeze_panes(to.sheet, to.layout.first_row, to.layout.frozen_columns);
    worksheet_gridlines(to.sheet, LXW_HIDE_ALL_GRIDLINES);
    if (to.table.rows.empty() || to.table.columns.empty()) return;
    const auto last_column = static_cast<std::uint32_t>(to.table.columns.size() - 1);
    const std::string all = cell_name(to.layout.first_row, 0) + ":" + cell_name(to.layout.last_row, last_column);
    expect_written(worksheet_ignore_errors(to.sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, all.c_str()));
    expect_written(worksheet_ignore_errors(to.sheet, LXW_IGNORE_FORMULA_DIFFERS, all.c_str()));
    expect_written(worksheet_ignore_errors(to.sheet, LXW_IGNORE_FORMULA_RANGE, all.c_str()));
}

}  // namespace

void expect_written(lxw_error error) {
    BEGROOT_CHECK(error == LXW_NO_ERROR, "libxlsxwriter weigert een cel of een rij");
}

NumberLook number_look(ColumnKind kind, MoneyStyle style) {
    switch (kind) {
        case ColumnKind::text:
            return NumberLook::text;
        case ColumnKind::money:
            return style == MoneyStyle::cents ? NumberLook::cents : NumberLook::whole_euros;
        case ColumnKind::percent:
            return NumberLook::percent;
        case ColumnKind::count:
            return NumberLook::count;
        case ColumnKind::number:
            return NumberLook::hundredths;
        case ColumnKind::day:
            return NumberLook::day;
    }
    return NumberLook::text;
}

Result<void> write_table(lxw_worksheet* sheet, const SheetPlan& plan, const Table& table, const SheetLayout& layout,
                         FormatBook& formats) {
    const Target to{sheet, plan, table, layout, formats};
    set_view(to);
    write_titles(to);
    write_heads(to);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (auto written = write_row(to, i); !written) return written;
    }
    for (std::size_t i = 0; i < table.notes.size(); ++i) {
        write_line(to, layout.notes_row + static_cast<std::uint32_t>(i), table.notes[i], Look::note,
                   palette::note_points);
    }
    return {};
}

}  // namespace begroot::workbook::writing
