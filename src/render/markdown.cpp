#include "render/markdown.hpp"

#include "render/detail/unicode.hpp"
#include "render/detail/value_text.hpp"
#include "render/text.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace begroot::render {

namespace {

/// Escapes what Markdown or HTML would read as markup; the text stays on one line.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : detail::clean_line(text)) {
        switch (c) {
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '&':
                result += "&amp;";
                break;
            case '\\':
            case '`':
            case '*':
            case '_':
            case '[':
            case ']':
            case '|':
            case '~':
                result += '\\';
                [[fallthrough]];
            default:
                result += c;
        }
    }
    return result;
}

/// Escapes a text that begins a line, where `#`, `-`, `+`, `1.` would begin a head or a list.
std::string escaped_line(std::string_view text) {
    std::string result = escaped(text);
    const std::size_t digits_end = result.find_first_not_of("0123456789");
    if (digits_end == std::string::npos) return result;
    const char first = result[digits_end];
    const bool begins_list = digits_end > 0 ? first == '.' || first == ')' : std::string_view("#-+=").contains(first);
    if (begins_list) result.insert(digits_end, 1, '\\');
    return result;
}

std::string cell_text(const Table& table, const Row& row, std::size_t column) {
    std::string text = escaped(detail::value_text(row.cells[column].value, table.money_style));
    if (text.empty()) return text;
    if (detail::is_strong(row.role)) text = "**" + text + "**";
    if (column == detail::indent_column(table)) {
        for (std::uint8_t level = 0; level < row.indent; ++level) text.insert(0, "&emsp;");
    }
    return text;
}

using Line = std::vector<std::string>;

/// Prints lines as a pipe table whose source is aligned too; the first line holds the heads.
std::string pipe_table(const Table& table, const std::vector<Line>& lines) {
    std::vector<std::size_t> widths(table.columns.size(), 3);
    for (const Line& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], display_width(line[i]));
    }
    std::string text;
    for (std::size_t n = 0; n < lines.size(); ++n) {
        text += '|';
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const std::string padding(widths[i] - display_width(lines[n][i]), ' ');
            const bool right = detail::is_right_aligned(table.columns[i]);
            text += ' ' + (right ? padding + lines[n][i] : lines[n][i] + padding) + " |";
        }
        text += '\n';
        if (n > 0) continue;
        text += '|';
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const bool right = detail::is_right_aligned(table.columns[i]);
            text += right ? ' ' + std::string(widths[i] - 1, '-') + ": |" : ' ' + std::string(widths[i], '-') + " |";
        }
        text += '\n';
    }
    return text;
}

std::string table_text(const Table& table) {
    std::vector<Line> lines(1);
    for (const Column& column : table.columns) lines[0].push_back(escaped(column.head));
    for (const Row& row : table.rows) {
        Line line(table.columns.size());
        for (std::size_t i = 0; i < row.cells.size(); ++i) line[i] = cell_text(table, row, i);
        lines.push_back(std::move(line));
    }
    return pipe_table(table, lines);
}

}  // namespace

std::string to_markdown(const Document& document) {
    std::string text;
    const auto paragraph = [&text](std::string_view before, const std::string& words) {
        if (words.empty()) return;
        if (!text.empty()) text += '\n';
        text += before;
        text += words + '\n';
    };
    paragraph("# ", escaped(document.title));
    paragraph("", escaped_line(document.subject));
    for (const Table& table : document.tables) {
        if (table.title != document.title) paragraph(document.title.empty() ? "# " : "## ", escaped(table.title));
        for (const std::string& subtitle : table.subtitles) {
            if (subtitle != document.subject) paragraph("", escaped_line(subtitle));
        }
        if (!text.empty()) text += '\n';
        text += table_text(table);
        for (const std::string& note : table.notes) paragraph("", escaped_line(note));
    }
    return text;
}

}  // namespace begroot::render
