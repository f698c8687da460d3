#include "render/detail/text_layout.hpp"

#include "render/detail/unicode.hpp"
#include "render/detail/value_text.hpp"
#include "render/detail/wrap.hpp"

#include <algorithm>
#include <optional>

namespace begroot::render::detail {

namespace {

constexpr std::size_t text_width_min = 14;
constexpr std::size_t text_width_comfortable = 24;
constexpr std::size_t text_width_for_a_word = 32;
constexpr std::size_t mark_width = 10;
constexpr std::size_t gap_wide = 3;
constexpr std::size_t gap_narrow = 2;

/// The widths a column can take, from what it would like to what it must have.
struct Widths {
    std::size_t natural = 0;
    std::size_t comfortable = 0;
    std::size_t unbroken = 0;  ///< no word breaks
    std::size_t minimum = 0;
};

Widths number_widths(const Table& table, std::size_t index) {
    const std::string head = clean(table.columns[index].head);
    std::size_t figures = 0;
    std::size_t words = 0;
    for (const Row& row : table.rows) {
        if (index >= row.cells.size()) continue;
        const Value& value = row.cells[index].value;
        const std::string text = value_text(value, table.money_style);
        const bool is_words = std::holds_alternative<Mark>(value) || std::holds_alternative<std::string>(value);
        if (is_words) {
            words = std::max(words, std::max(longest_word(text), std::min(mark_width, longest_line(text))));
        } else {
            figures = std::max(figures, longest_line(text));
        }
    }
    const std::size_t cells = std::max(figures, words);
    const std::size_t tight = std::max(cells, longest_word(head));
    return {std::max(cells, longest_line(head)), tight, tight, tight};
}

Widths text_widths(const Table& table, std::size_t index) {
    const Column& column = table.columns[index];
    const bool carries_indent = index == indent_column(table);
    std::size_t natural = longest_line(clean(column.head));
    std::size_t word = longest_word(clean(column.head));
    for (const Row& row : table.rows) {
        if (index >= row.cells.size() || row.role == RowRole::section) continue;
        const std::string text = value_text(row.cells[index].value, table.money_style);
        const std::size_t indent = carries_indent ? row.indent * indent_width : 0;
        natural = std::max(natural, indent + longest_line(text));
        word = std::max(word, indent + longest_word(text));
    }
    natural = std::min<std::size_t>(natural, std::max<std::size_t>(column.width_max, text_width_min));
    word = std::min(word, text_width_for_a_word);
    return {natural, std::min(natural, std::max(text_width_comfortable, word)),
            std::min(natural, std::max(text_width_min, word)), std::min(natural, text_width_min)};
}

std::size_t total(const std::vector<ShownColumn>& shown, std::size_t gap) {
    std::size_t width = shown.empty() ? 0 : (shown.size() - 1) * gap;
    for (const ShownColumn& column : shown) width += column.width;
    return width;
}

/// Takes from the widest text column, one at a time, until the line fits or every one is at its floor.
void shrink(std::vector<ShownColumn>& shown, const std::vector<std::size_t>& floors, std::size_t width) {
    while (total(shown, gap_narrow) > width) {
        ShownColumn* widest = nullptr;
        for (ShownColumn& column : shown) {
            if (column.width <= floors[column.index]) continue;
            if (widest == nullptr || column.width > widest->width) widest = &column;
        }
        if (widest == nullptr) return;
        --widest->width;
    }
}

/// Finds the shown column that goes next: the lowest drop order, of those the last.
std::optional<std::size_t> next_to_drop(const Table& table, const std::vector<ShownColumn>& shown) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto order = table.columns[shown[i].index].drop_order;
        if (order == 0) continue;
        if (!found || order <= table.columns[shown[*found].index].drop_order) found = i;
    }
    return found;
}

}  // namespace

std::size_t TextLayout::width() const { return total(shown, gap); }

TextLayout lay_out(const Table& table, std::size_t width) {
    TextLayout layout;
    std::vector<Widths> widths;
    std::vector<std::size_t> comfortable;
    std::vector<std::size_t> unbroken;
    std::vector<std::size_t> minimum;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        widths.push_back(is_right_aligned(table.columns[i]) ? number_widths(table, i) : text_widths(table, i));
        comfortable.push_back(widths[i].comfortable);
        unbroken.push_back(widths[i].unbroken);
        minimum.push_back(widths[i].minimum);
        layout.shown.push_back({i, widths[i].natural});
    }
    const auto restore = [&] {
        for (ShownColumn& column : layout.shown) {
            const bool is_number = is_right_aligned(table.columns[column.index]);
            column.width = is_number ? widths[column.index].minimum : widths[column.index].natural;
        }
    };
    if (total(layout.shown, gap_narrow) > width) restore();
    shrink(layout.shown, comfortable, width);
    while (total(layout.shown, gap_narrow) > width) {
        const auto dropped = next_to_drop(table, layout.shown);
        if (!dropped) break;
        layout.left_out.push_back(layout.shown[*dropped].index);
        layout.shown.erase(layout.shown.begin() + static_cast<std::ptrdiff_t>(*dropped));
        restore();
        shrink(layout.shown, comfortable, width);
    }
    shrink(layout.shown, unbroken, width);
    shrink(layout.shown, minimum, width);
    std::ranges::sort(layout.left_out);
    layout.gap = total(layout.shown, gap_wide) <= width ? gap_wide : gap_narrow;
    return layout;
}

}  // namespace begroot::render::detail
