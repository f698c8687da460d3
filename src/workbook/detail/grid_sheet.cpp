#include "workbook/detail/grid_sheet.hpp"

#include "base/check.hpp"
#include "workbook/detail/format_palette.hpp"
#include "workbook/detail/grid_drawing.hpp"
#include "workbook/detail/sheet_page.hpp"
#include "workbook/detail/sheet_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace begroot::workbook::writing {

namespace {

constexpr std::string_view error_text = "#DIV/0!";
constexpr lxw_color_t good_fill = 0xDDF1E1;
constexpr lxw_color_t care_fill = 0xFDEBCF;
constexpr lxw_color_t bad_fill = 0xF9DDD9;
constexpr lxw_color_t old_fill = 0xE6E6E6;

/// Gives the colours of a signal: behind the value, and of the value.
std::pair<lxw_color_t, lxw_color_t> signal_colours(Tone tone) {
    switch (tone) {
        case Tone::favourable:
            return {good_fill, palette::favourable};
        case Tone::caution:
            return {care_fill, palette::caution};
        case Tone::muted:
            return {old_fill, palette::muted};
        case Tone::plain:
        case Tone::unfavourable:
            break;
    }
    return {bad_fill, palette::unfavourable};
}

/// Hands out the formats of one grid workbook.
class GridFormats {
public:
    explicit GridFormats(lxw_workbook* workbook) : workbook_(workbook) {}

    [[nodiscard]] lxw_format* get(const GridCell& cell) {
        const auto key = std::tuple(cell.role, cell.number, cell.indent);
        if (const auto found = formats_.find(key); found != formats_.end()) return found->second;
        lxw_format* format = workbook_add_format(workbook_);
        style(format, cell);
        formats_.emplace(key, format);
        return format;
    }
    [[nodiscard]] lxw_format* fill(Tone tone) {
        const auto found = fills_.find(tone);
        if (found != fills_.end()) return found->second;
        lxw_format* format = workbook_add_format(workbook_);
        const auto [background, ink] = signal_colours(tone);
        format_set_bg_color(format, background);
        format_set_font_color(format, ink);
        fills_.emplace(tone, format);
        return format;
    }

private:
    static void style(lxw_format* format, const GridCell& cell);

    lxw_workbook* workbook_;
    std::map<std::tuple<GridRole, GridNumber, std::uint8_t>, lxw_format*> formats_;
    std::map<Tone, lxw_format*> fills_;
};

void style_role(lxw_format* format, GridRole role) {
    format_set_font_size(format, palette::text_points);
    format_set_font_color(format, palette::ink);
    format_set_bottom_color(format, palette::hairline);
    switch (role) {
        case GridRole::title:
            format_set_font_size(format, palette::title_points);
            format_set_font_color(format, palette::dark_blue);
            format_set_bold(format);
            return;
        case GridRole::subtitle:
        case GridRole::note:
            format_set_font_color(format, palette::muted);
            return;
        case GridRole::head:
            format_set_bold(format);
            format_set_font_color(format, palette::white);
            format_set_pattern(format, LXW_PATTERN_SOLID);
            format_set_bg_color(format, palette::dark_blue);
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
            return;
        case GridRole::section:
            format_set_bold(format);
            format_set_font_color(format, palette::dark_blue);
            return;
        case GridRole::muted:
            format_set_font_color(format, palette::muted);
            format_set_italic(format);
            break;
        case GridRole::input:
            format_set_pattern(format, LXW_PATTERN_SOLID);
            format_set_bg_color(format, palette::input_fill);
            format_set_unlocked(format);
            break;
        case GridRole::remark:
            format_set_unlocked(format);
            break;
        case GridRole::subtotal:
        case GridRole::total:
            format_set_bold(format);
            format_set_top(format, LXW_BORDER_THIN);
            format_set_top_color(format, palette::dark_blue);
            if (role == GridRole::total) {
                format_set_pattern(format, LXW_PATTERN_SOLID);
                format_set_bg_color(format, palette::total_fill);
            }
            break;
        case GridRole::label:
        case GridRole::figure:
            break;
    }
    format_set_bottom(format, LXW_BORDER_THIN);
}

void GridFormats::style(lxw_format* format, const GridCell& cell) {
    style_role(format, cell.role);
    if (cell.indent > 0) format_set_indent(format, cell.indent);
    if (cell.role == GridRole::note) {
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
    switch (cell.number) {
        case GridNumber::none:
            return;
        case GridNumber::whole:
            format_set_num_format(format, "#,##0");
            break;
        case GridNumber::cents:
            format_set_num_format(format, "#,##0.00");
            break;
        case GridNumber::percent:
            format_set_num_format(format, "0.00%");
            break;
        case GridNumber::factor:
            format_set_num_format(format, "#,##0.0000");
            break;
    }
    format_set_align(format, LXW_ALIGN_RIGHT);
}

bool is_error(const GridCell& cell) {
    const auto* number = std::get_if<double>(&cell.value);
    return number != nullptr && !std::isfinite(*number);
}

void write_cell(lxw_worksheet* sheet, const GridCell& cell, lxw_format* format) {
    lxw_error written = LXW_NO_ERROR;
    if (!cell.formula.empty()) {
        const std::string formula = "=" + cell.formula;
        if (is_error(cell)) {
            written = worksheet_write_formula_str(sheet, cell.row, cell.column, formula.c_str(), format,
                                                  std::string(error_text).c_str());
        } else if (const auto* text = std::get_if<std::string>(&cell.value)) {
            written = worksheet_write_formula_str(sheet, cell.row, cell.column, formula.c_str(), format,
                                                  sheet_text(*text).c_str());
        } else {
            const auto* number = std::get_if<double>(&cell.value);
            BEGROOT_CHECK(number != nullptr, "een formule zonder uitkomst");
            written = worksheet_write_formula_num(sheet, cell.row, cell.column, formula.c_str(), format, *number);
        }
    } else if (const auto* number = std::get_if<double>(&cell.value)) {
        written = worksheet_write_number(sheet, cell.row, cell.column, *number, format);
    } else if (const auto* text = std::get_if<std::string>(&cell.value); text != nullptr && !text->empty()) {
        written = worksheet_write_string(sheet, cell.row, cell.column, sheet_text(*text).c_str(), format);
    } else {
        written = worksheet_write_blank(sheet, cell.row, cell.column, format);
    }
    BEGROOT_CHECK(written == LXW_NO_ERROR, "libxlsxwriter weigert een cel");
}

void write_choice(lxw_worksheet* sheet, const GridChoice& choice) {
    lxw_data_validation rule{};
    std::string list = "=" + choice.list;
    std::string title = "Begroot";
    std::string message = "Kies een waarde uit de lijst.";
    if (choice.list.empty()) {
        rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
        rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
        rule.minimum_number = choice.least;
        rule.maximum_number = choice.most;
        message = "Hier past alleen een getal.";
    } else {
        rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        rule.value_formula = list.data();
    }
    rule.error_title = title.data();
    rule.error_message = message.data();
    const lxw_error written = worksheet_data_validation_cell(sheet, choice.row, choice.column, &rule);
    BEGROOT_CHECK(written == LXW_NO_ERROR, "libxlsxwriter weigert een controle");
}

void write_signal(lxw_worksheet* sheet, const GridSignal& signal, GridFormats& formats) {
    lxw_conditional_format rule{};
    std::string formula = "=" + signal.formula;
    rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
    rule.value_string = formula.data();
    rule.format = formats.fill(signal.tone);
    const lxw_error written = worksheet_conditional_format_range(sheet, signal.first_row, signal.first_column,
                                                                 signal.last_row, signal.last_column, &rule);
    BEGROOT_CHECK(written == LXW_NO_ERROR, "libxlsxwriter weigert een opmaakregel");
}

void write_notes(lxw_worksheet* sheet, const Grid& grid) {
    for (const GridNote& note : grid.notes) {
        lxw_comment_options options{};
        std::string author = "begroot";
        options.author = author.data();
        constexpr double wide = 2.5;
        options.x_scale = wide;
        const lxw_error written =
            worksheet_write_comment_opt(sheet, note.row, note.column, sheet_text(note.text).c_str(), &options);
        BEGROOT_CHECK(written == LXW_NO_ERROR, "libxlsxwriter weigert een notitie");
    }
}

/// Makes rows of heads as high as their words need: a program that opens the file does not do so by itself.
void set_head_heights(lxw_worksheet* sheet, const Grid& grid) {
    constexpr double line_points = 15;
    std::map<std::uint32_t, std::size_t> lines;
    for (const GridCell& cell : grid.cells) {
        const auto* text = std::get_if<std::string>(&cell.value);
        if (cell.role != GridRole::head || text == nullptr || cell.column >= grid.widths.size()) continue;
        std::size_t& most = lines[cell.row];
        most = std::max(most, wrapped_lines(*text, grid.widths[cell.column] - 1));
    }
    for (const auto& [row, count] : lines) {
        if (count > 1) worksheet_set_row(sheet, row, line_points * static_cast<double>(count), nullptr);
    }
}

/// Writes a row with the formats of a list in the place where its rows will come, and the filter on its heads.
void write_list_frame(lxw_worksheet* sheet, const GridList& list, GridFormats& formats) {
    for (std::size_t i = 0; i < list.columns.size(); ++i) {
        GridCell cell;
        cell.row = list.first_row;
        cell.column = static_cast<std::uint16_t>(i);
        cell.role = GridRole::label;
        if (list.columns[i] == ListKind::cents) cell.number = GridNumber::cents;
        write_cell(sheet, cell, formats.get(cell));
    }
    const lxw_error written =
        worksheet_autofilter(sheet, list.first_row - 1, 0, list.first_row + std::max(list.rows, 1U) - 1,
                             static_cast<lxw_col_t>(list.columns.size() - 1));
    BEGROOT_CHECK(written == LXW_NO_ERROR, "libxlsxwriter weigert een filter");
}

void set_columns(lxw_worksheet* sheet, const Grid& grid) {
    for (std::size_t i = 0; i < grid.widths.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        lxw_row_col_options options{};
        options.hidden = std::ranges::find(grid.hidden_columns, column) != grid.hidden_columns.end() ? 1 : 0;
        worksheet_set_column_opt(sheet, column, column, grid.widths[i], nullptr, &options);
    }
}

void write_grid(lxw_workbook* workbook, lxw_worksheet* sheet, const GridBook& book, const Grid& grid,
                GridFormats& formats) {
    std::uint32_t last_row = 0;
    std::uint16_t last_column = 0;
    for (const std::uint32_t row : grid.outline) {
        lxw_row_col_options options{};
        options.level = 1;
        worksheet_set_row_opt(sheet, row, LXW_DEF_ROW_HEIGHT, nullptr, &options);
    }
    set_columns(sheet, grid);
    set_head_heights(sheet, grid);
    std::vector<const GridCell*> in_order;
    in_order.reserve(grid.cells.size());
    for (const GridCell& cell : grid.cells) in_order.push_back(&cell);
    std::ranges::sort(in_order, {}, [](const GridCell* cell) { return std::pair(cell->row, cell->column); });
    for (const GridCell* cell : in_order) {
        write_cell(sheet, *cell, formats.get(*cell));
        last_row = std::max(last_row, cell->row);
        last_column = std::max(last_column, cell->column);
    }
    if (!grid.list.columns.empty()) {
        write_list_frame(sheet, grid.list, formats);
        last_row = std::max(last_row, grid.list.first_row + std::max(grid.list.rows, 1U) - 1);
        last_column = std::max(last_column, static_cast<std::uint16_t>(grid.list.columns.size() - 1));
    }
    write_notes(sheet, grid);
    for (const GridChoice& choice : grid.choices) write_choice(sheet, choice);
    for (const GridSignal& signal : grid.signals) write_signal(sheet, signal, formats);
    for (const GridChart& chart : grid.charts) write_chart(workbook, sheet, grid.name, chart);
    if (grid.frozen_rows > 0 || grid.frozen_columns > 0)
        worksheet_freeze_panes(sheet, grid.frozen_rows, grid.frozen_columns);
    if (grid.is_protected) {
        lxw_protection options{};
        options.format_columns = 1;
        options.format_rows = 1;
        options.autofilter = 1;
        worksheet_protect(sheet, nullptr, &options);
    }
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    if (grid.is_hidden) {
        worksheet_hide(sheet);
        const auto beyond = static_cast<lxw_col_t>(last_column + 1);
        worksheet_print_area(sheet, 0, beyond, 0, beyond);  // LibreOffice prints what is hidden, but nothing empty
        return;
    }
    set_page(sheet,
             {.footer_title = book.title,
              .last_row = last_row,
              .last_column = grid.print_columns > 0 ? static_cast<std::uint16_t>(grid.print_columns - 1) : last_column,
              .repeats_head = grid.head_row > 0,
              .head_row = grid.head_row});
}

}  // namespace

void write_grids(lxw_workbook* workbook, const GridBook& book) {
    GridFormats formats(workbook);
    std::vector<lxw_worksheet*> sheets;
    for (const Grid& grid : book.grids) {
        sheets.push_back(workbook_add_worksheet(workbook, grid.name.c_str()));
        BEGROOT_CHECK(sheets.back() != nullptr, "libxlsxwriter weigert een bladnaam");
    }
    for (const auto& [name, meaning] : book.names) {
        const std::string formula = "=" + meaning;
        const lxw_error written = workbook_define_name(workbook, name.c_str(), formula.c_str());
        BEGROOT_CHECK(written == LXW_NO_ERROR, "libxlsxwriter weigert een naam");
    }
    for (std::size_t i = 0; i < sheets.size(); ++i) write_grid(workbook, sheets[i], book, book.grids[i], formats);
}

bool has_error_outcome(const Grid& grid) {
    return std::ranges::any_of(grid.cells,
                               [](const GridCell& cell) { return !cell.formula.empty() && is_error(cell); });
}

std::string with_error_outcomes(std::string_view sheet_xml) {
    const std::string stored = "<v>" + std::string(error_text) + "</v>";
    constexpr std::string_view as_text = " t=\"str\"";
    std::string made;
    std::size_t copied = 0;
    for (std::size_t at = sheet_xml.find(stored); at != std::string_view::npos; at = sheet_xml.find(stored, at + 1)) {
        const std::size_t cell = sheet_xml.rfind("<c ", at);
        const std::size_t type = sheet_xml.find(as_text, cell);
        if (cell == std::string_view::npos || type > at) continue;
        made += sheet_xml.substr(copied, type - copied);
        made += " t=\"e\"";
        copied = type + as_text.size();
    }
    made += sheet_xml.substr(copied);
    return made;
}

}  // namespace begroot::workbook::writing
