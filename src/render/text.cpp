#include "render/text.hpp"

#include "render/detail/text_blocks.hpp"
#include "render/detail/text_layout.hpp"
#include "render/detail/text_lines.hpp"
#include "render/detail/unicode.hpp"
#include "render/detail/value_text.hpp"
#include "render/detail/wrap.hpp"

#include <algorithm>

namespace begroot::render {

namespace {

using detail::Look;

/// Keeps sentences readable on a very wide or a very narrow window.
std::size_t prose_width(std::size_t width) { return std::clamp<std::size_t>(width, 20, 120); }

void add_prose(std::string& text, const std::string& prose, Look look, const TextOptions& options) {
    const std::string clean = detail::clean(prose);
    if (clean.empty()) return;
    const std::size_t hang = detail::number_prefix_width(clean);
    for (const std::string& line : detail::wrap(clean, {prose_width(options.width), hang})) {
        const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
        text.append(blanks, ' ');
        text += detail::styled(std::string_view(line).substr(blanks), look, options.colour);
        text += '\n';
    }
}

/// Gives air above a group that follows other lines; a list of nothing but groups stays close.
bool wants_blank_before(const Table& table, std::size_t index) {
    if (index == 0) return false;
    const RowRole role = table.rows[index].role;
    const RowRole before = table.rows[index - 1].role;
    if (before == RowRole::blank || before == RowRole::section) return false;
    if (role == RowRole::section) return true;
    const bool outer = table.rows[index].indent <= table.rows[index - 1].indent;
    return role == RowRole::group && outer && before != RowRole::group;
}

void add_rows(std::string& text, const Table& table, const detail::TextLayout& layout, bool colour) {
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const Row& row = table.rows[i];
        const bool after_total = i > 0 && table.rows[i - 1].role == RowRole::total;
        if (row.role == RowRole::total && !after_total) {
            text += detail::styled(detail::rule(layout.width()), {false, Tone::muted}, colour) + '\n';
        } else if (row.role == RowRole::subtotal && i > 0 && table.rows[i - 1].role != RowRole::subtotal) {
            text += detail::figure_rule(table, layout);
        } else if (wants_blank_before(table, i)) {
            text += '\n';
        }
        text += detail::row_lines(table, row, layout, colour);
    }
}

std::string left_out_note(const Table& table, const std::vector<std::size_t>& left_out) {
    std::string note = "Niet getoond bij deze breedte: ";
    for (std::size_t i = 0; i < left_out.size(); ++i) {
        if (i > 0) note += i + 1 == left_out.size() ? " en " : ", ";
        note += '"' + detail::clean_line(table.columns[left_out[i]].head) + '"';
    }
    return note + '.';
}

void add_block(std::string& text, const Table& block, const TextOptions& options) {
    const detail::TextLayout layout = detail::lay_out(block, options.width);
    if (!text.empty()) text += '\n';
    const std::string line = detail::styled(detail::rule(layout.width()), {false, Tone::muted}, options.colour) + '\n';
    text += detail::head_lines(block, layout, options.colour);
    text += line;
    if (block.rows.empty()) text += "Geen regels.\n";
    add_rows(text, block, layout, options.colour);
    text += line;
}

void add_table(std::string& text, const Table& table, const TextOptions& options) {
    if (table.continues) {
        for (const Table& block : detail::blocks_of(table, options.width)) add_block(text, block, options);
    } else {
        add_block(text, table, options);
    }
    const std::vector<std::size_t> left_out = detail::lay_out(table, options.width).left_out;
    if (!left_out.empty()) add_prose(text, left_out_note(table, left_out), {false, Tone::muted}, options);
    for (const std::string& note : table.notes) add_prose(text, note, {}, options);
}

}  // namespace

std::string to_text(const Document& document, const TextOptions& options) {
    std::string text;
    add_prose(text, document.title, {true, Tone::plain}, options);
    add_prose(text, document.subject, {}, options);
    if (document.tables.empty()) return text;
    const Table& table = document.tables.front();
    if (table.title != document.title)
        add_prose(text, table.title, {!text.empty() ? false : true, Tone::plain}, options);
    for (const std::string& subtitle : table.subtitles) {
        if (subtitle != document.subject) add_prose(text, subtitle, {false, Tone::muted}, options);
    }
    add_table(text, table, options);
    return text;
}

std::string to_text(const Table& table, const TextOptions& options) {
    std::string text;
    add_prose(text, table.title, {true, Tone::plain}, options);
    for (const std::string& subtitle : table.subtitles) add_prose(text, subtitle, {false, Tone::muted}, options);
    add_table(text, table, options);
    return text;
}

}  // namespace begroot::render
