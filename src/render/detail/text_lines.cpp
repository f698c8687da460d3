#include "render/detail/text_lines.hpp"

#include "render/detail/unicode.hpp"
#include "render/detail/value_text.hpp"
#include "render/detail/wrap.hpp"

#include <algorithm>

namespace begroot::render::detail {

namespace {

/// The lines of one cell, and how to place them.
struct Block {
    std::vector<std::string> lines;
    std::size_t width = 0;
    bool right = false;
    Look look;
};

/// Puts blocks side by side. Heads stand on the bottom line, rows hang from the top one.
std::string side_by_side(const std::vector<Block>& blocks, std::size_t gap, bool from_bottom, bool colour) {
    std::size_t height = 0;
    for (const Block& block : blocks) height = std::max(height, block.lines.size());
    std::string text;
    for (std::size_t line = 0; line < height; ++line) {
        std::size_t owed = 0;  // spaces are written only when text follows, so no line ends in one
        for (const Block& block : blocks) {
            const std::size_t skipped = from_bottom ? height - block.lines.size() : 0;
            const bool has_text = line >= skipped && line - skipped < block.lines.size();
            const std::string_view piece =
                has_text ? std::string_view(block.lines[line - skipped]) : std::string_view();
            const std::size_t used = display_width(piece);
            const std::size_t padding = block.width > used ? block.width - used : 0;
            if (piece.empty()) {
                owed += block.width + gap;
                continue;
            }
            // a hang is space, not text: styles start after it
            const std::size_t blanks = std::min(piece.find_first_not_of(' '), piece.size());
            text.append(owed + (block.right ? padding : 0) + blanks, ' ');
            text += styled(piece.substr(blanks), block.look, colour);
            owed = gap + (block.right ? 0 : padding);
        }
        text += '\n';
    }
    return text;
}

/// Breaks the text of the column that carries the indent; a long text hangs under its own number.
std::vector<std::string> indented(const std::string& text, std::size_t indent, std::size_t width) {
    const std::size_t shift = std::min(indent * indent_width, width / 2);
    const std::size_t room = width - shift;
    const std::size_t number = number_prefix_width(text);
    std::vector<std::string> lines = wrap(text, {room, number * 2 <= room ? number : 0});
    for (std::string& line : lines) {
        if (!line.empty()) line.insert(0, shift, ' ');
    }
    return lines;
}

std::string section_lines(const Table& table, const Row& row, const TextLayout& layout, bool colour) {
    const std::string label = joined_text(row, table.money_style);
    const Block block{indented(label, row.indent, std::max(layout.width(), label.empty() ? 1 : longest_word(label))),
                      layout.width(),
                      false,
                      {true, Tone::plain}};
    return side_by_side({block}, 0, false, colour);
}

}  // namespace

std::string styled(std::string_view text, Look look, bool colour) {
    std::string codes = look.bold ? "1" : "";
    const auto add = [&codes](std::string_view code) {
        if (!codes.empty()) codes += ';';
        codes += code;
    };
    switch (look.tone) {
        case Tone::plain:
            break;
        case Tone::favourable:
            add("32");
            break;
        case Tone::caution:
            add("33");
            break;
        case Tone::unfavourable:
            add("31");
            break;
        case Tone::muted:
            add("2");
            break;
    }
    if (!colour || codes.empty() || text.empty()) return std::string(text);
    return "\x1b[" + codes + "m" + std::string(text) + "\x1b[0m";
}

std::string rule(std::size_t width) {
    std::string text;
    for (std::size_t i = 0; i < width; ++i) text += "─";
    return text;
}

std::string head_lines(const Table& table, const TextLayout& layout, bool colour) {
    std::vector<Block> blocks;
    for (const ShownColumn& shown : layout.shown) {
        const Column& column = table.columns[shown.index];
        blocks.push_back(
            {wrap(clean(column.head), {shown.width, 0}), shown.width, is_right_aligned(column), {true, Tone::plain}});
    }
    return side_by_side(blocks, layout.gap, true, colour);
}

std::string row_lines(const Table& table, const Row& row, const TextLayout& layout, bool colour) {
    if (row.role == RowRole::blank && row.cells.empty()) return "\n";
    if (row.role == RowRole::section) return section_lines(table, row, layout, colour);
    const std::size_t indented_column = indent_column(table);
    std::vector<Block> blocks;
    for (const ShownColumn& shown : layout.shown) {
        const Cell& cell = row.cells[shown.index];
        const std::string text = value_text(cell.value, table.money_style);
        const bool right = is_right_aligned(table.columns[shown.index]);
        blocks.push_back(
            {shown.index == indented_column ? indented(text, row.indent, shown.width) : wrap(text, {shown.width, 0}),
             shown.width,
             right,
             {is_strong(row.role), cell.tone}});
    }
    return side_by_side(blocks, layout.gap, false, colour);
}

std::string figure_rule(const Table& table, const TextLayout& layout) {
    std::vector<Block> blocks;
    for (const ShownColumn& shown : layout.shown) {
        const bool figures = is_right_aligned(table.columns[shown.index]);
        blocks.push_back({{figures ? rule(shown.width) : std::string()}, shown.width, figures, {}});
    }
    return side_by_side(blocks, layout.gap, false, false);
}

}  // namespace begroot::render::detail
