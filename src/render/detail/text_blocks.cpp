#include "render/detail/text_blocks.hpp"

#include "render/detail/text_layout.hpp"
#include "render/detail/value_text.hpp"

#include <algorithm>

namespace begroot::render::detail {

namespace {

/// Gives the table with some of its columns, in the order given.
Table with_columns(const Table& table, const std::vector<std::size_t>& columns) {
    Table part;
    part.money_style = table.money_style;
    for (const std::size_t column : columns) part.columns.push_back(table.columns[column]);
    for (const Row& row : table.rows) {
        Row cut{row.role, row.indent, {}};
        for (const std::size_t column : columns) {
            if (column < row.cells.size()) cut.cells.push_back(row.cells[column]);
        }
        part.rows.push_back(std::move(cut));
    }
    return part;
}

/// The columns that every block repeats, and those that are spread over the blocks.
struct Split {
    std::vector<std::size_t> labels;
    std::vector<std::size_t> figures;

    [[nodiscard]] std::vector<std::size_t> block(std::size_t first, std::size_t count) const {
        std::vector<std::size_t> columns = labels;
        const auto begin = figures.begin() + static_cast<std::ptrdiff_t>(first);
        columns.insert(columns.end(), begin, begin + static_cast<std::ptrdiff_t>(count));
        return columns;
    }
};

Split split_of(const Table& table, const TextLayout& layout) {
    Split split;
    for (const ShownColumn& shown : layout.shown) {
        const bool is_label = split.figures.empty() && !is_right_aligned(table.columns[shown.index]);
        (is_label ? split.labels : split.figures).push_back(shown.index);
    }
    return split;
}

constexpr std::size_t name_width = 24;  ///< below this names break at almost every word

/// Gives the width of the labels in a layout, each counted up to what reads well.
std::size_t width_of_labels(const TextLayout& layout, std::size_t labels) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < labels; ++i) width += std::min(layout.shown[i].width, name_width);
    return width;
}

/// Tells whether blocks of so many figures fit, wherever they begin, and leave the labels `label_room`.
bool all_fit(const Table& table, const Split& split, std::size_t count, std::size_t width, std::size_t label_room) {
    for (std::size_t first = 0; first < split.figures.size(); first += count) {
        const std::size_t size = std::min(count, split.figures.size() - first);
        const TextLayout layout = lay_out(with_columns(table, split.block(first, size)), width);
        if (layout.width() > width || width_of_labels(layout, split.labels.size()) < label_room) return false;
    }
    return true;
}

}  // namespace

std::vector<Table> blocks_of(const Table& table, std::size_t width) {
    if (!table.continues) return {table};
    const Split split = split_of(table, lay_out(table, width));
    if (split.figures.empty()) return {table};
    const TextLayout roomy = lay_out(with_columns(table, split.block(0, 1)), width);
    const std::size_t label_room = width_of_labels(roomy, split.labels.size());
    std::size_t count = split.figures.size();
    while (count > 1 && !all_fit(table, split, count, width, label_room)) --count;
    if (count == split.figures.size()) return {table};
    const std::size_t blocks = (split.figures.size() + count - 1) / count;
    std::vector<Table> parts;
    for (std::size_t i = 0, first = 0; i < blocks; ++i) {
        const std::size_t size = (split.figures.size() - first + blocks - i - 1) / (blocks - i);
        parts.push_back(with_columns(table, split.block(first, size)));
        first += size;
    }
    return parts;
}

}  // namespace begroot::render::detail
