#include "render/html.hpp"

#include "render/detail/chart_svg.hpp"
#include "render/detail/html_style.hpp"
#include "render/detail/html_text.hpp"
#include "render/detail/value_text.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <fmt/format.h>

namespace begroot::render {

namespace {

using detail::escaped_html;

/// Counts the columns of figures from which a table is set closer, to leave room for the names.
constexpr std::ptrdiff_t wide_from = 7;

/// A table of no more rows may share a printed page with the one before it.
constexpr std::size_t small_rows_max = 12;

/// Escapes text and turns its line breaks into `<br>`.
std::string with_breaks(std::string_view text) {
    std::string result;
    for (const char c : escaped_html(text)) {
        if (c == '\n') {
            result += "<br>";
        } else {
            result += c;
        }
    }
    return result;
}

std::string paragraph(std::string_view kind, std::string_view text) {
    return text.empty() ? std::string() : fmt::format("<p class=\"{}\">{}</p>\n", kind, with_breaks(text));
}

std::string_view role_name(RowRole role) {
    switch (role) {
        case RowRole::body:
            return "body";
        case RowRole::group:
            return "group";
        case RowRole::section:
            return "section";
        case RowRole::subtotal:
            return "subtotal";
        case RowRole::total:
            return "total";
        case RowRole::remainder:
            return "remainder";
        case RowRole::blank:
            return "blank";
    }
    return "";
}

/// Names the classes of a cell; `negative` marks a figure below zero without judging it, the tone judges.
std::string classes(const Column& column, const Cell& cell) {
    std::string names;
    const auto add = [&names](std::string_view name) {
        if (!names.empty()) names += ' ';
        names += name;
    };
    if (detail::is_right_aligned(column)) add("num");
    if (std::holds_alternative<Mark>(cell.value)) add("mark");
    if (detail::is_negative(cell.value)) add("negative");
    if (cell.tone == Tone::favourable) add("favourable");
    if (cell.tone == Tone::caution) add("caution");
    if (cell.tone == Tone::unfavourable) add("unfavourable");
    if (cell.tone == Tone::muted) add("muted");
    return names.empty() ? std::string() : fmt::format(" class=\"{}\"", names);
}

/// Prints the texts of a section row as one label over all columns.
std::string section_label(const Table& table, const Row& row) {
    return fmt::format("<th scope=\"colgroup\" colspan=\"{}\">{}</th>", table.columns.size(),
                       escaped_html(detail::joined_text(row, table.money_style)));
}

std::string row_html(const Table& table, const Row& row) {
    std::string html = fmt::format("<tr class=\"{}\">", role_name(row.role));
    if (row.role == RowRole::section) return html + section_label(table, row) + "</tr>\n";
    if (row.cells.empty()) html += fmt::format("<td colspan=\"{}\"></td>", table.columns.size());
    const std::size_t label = detail::indent_column(table);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string text = with_breaks(detail::value_text(row.cells[i].value, table.money_style));
        const std::string names = classes(table.columns[i], row.cells[i]);
        if (i == label) {
            const std::string indent =
                row.indent > 0 ? fmt::format(" style=\"padding-left:{}rem\"", row.indent * 1.25 + .25) : std::string();
            html += fmt::format("<th scope=\"row\"{}{}>{}</th>", names, indent, text);
        } else {
            html += fmt::format("<td{}>{}</td>", names, text);
        }
    }
    return html + "</tr>\n";
}

std::string table_html(const Table& table) {
    const auto figures = std::ranges::count_if(table.columns, detail::is_right_aligned);
    std::string html = figures >= wide_from ? "<table class=\"wide\">\n<thead><tr>" : "<table>\n<thead><tr>";
    for (const Column& column : table.columns) {
        const std::string_view align = detail::is_right_aligned(column) ? " class=\"num\"" : "";
        html += fmt::format("<th scope=\"col\"{}>{}</th>", align, with_breaks(column.head));
    }
    html += "</tr></thead>\n<tbody>\n";
    for (const Row& row : table.rows) html += row_html(table, row);
    if (table.rows.empty())
        html += fmt::format("<tr><td colspan=\"{}\">Geen regels.</td></tr>\n", table.columns.size());
    return html + "</tbody>\n</table>\n";
}

std::string section_html(const Document& document, const Table& table) {
    std::string html = table.rows.size() <= small_rows_max ? "<section class=\"small\">\n" : "<section>\n";
    if (!table.title.empty() && table.title != document.title) {
        html += fmt::format("<h2>{}</h2>\n", escaped_html(table.title));
    }
    for (const std::string& subtitle : table.subtitles) {
        if (subtitle != document.subject) html += paragraph("subtitle", subtitle);
    }
    html += table_html(table);
    for (const std::string& note : table.notes) html += paragraph("note", note);
    for (const Chart& chart : document.charts) {
        if (chart.table == table.name) html += detail::chart_svg(chart, table);
    }
    return html + "</section>\n";
}

}  // namespace

std::string to_html(const Document& document) {
    const std::string title = escaped_html(document.title);
    std::string html = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<header>\n<h1>{}</h1>\n{}</header>\n",
        title.empty() ? "begroot" : title, detail::html_style, title, paragraph("subject", document.subject));
    for (const Table& table : document.tables) html += section_html(document, table);
    return html + "</body>\n</html>\n";
}

}  // namespace begroot::render
