#include "render/detail/word_layout.hpp"

#include "render/detail/value_text.hpp"
#include "render/detail/wrap.hpp"

#include <algorithm>
#include <numeric>

namespace begroot::render::detail {

namespace {

constexpr std::int64_t a4_short = 11'906;
constexpr std::int64_t a4_long = 16'838;
constexpr std::int64_t page_margin = 1'134;  // 2 cm
// Bold figures of 9 points in the widest font that stands in for Calibri where that is not installed (DejaVu Sans).
constexpr std::int64_t character_twips = 126;
constexpr std::int64_t cell_margins = 190;
constexpr std::int64_t word_characters_max = 24;
constexpr std::int64_t indent_characters = 2;

/// How narrow a column may be and how wide it would like to be.
struct ColumnNeed {
    std::int64_t least = 0;
    std::int64_t liked = 0;
};

std::int64_t twips(std::size_t characters) {
    return static_cast<std::int64_t>(characters) * character_twips + cell_margins;
}

ColumnNeed need_of(const Table& table, std::size_t column) {
    const Column& head = table.columns[column];
    const bool figures = is_right_aligned(head);
    std::size_t word = longest_word(head.head);
    std::size_t line = figures ? word : longest_line(head.head);
    for (const Row& row : table.rows) {
        if (row.cells.empty() || row.role == RowRole::section) continue;
        const std::string text = value_text(row.cells[column].value, table.money_style);
        const std::size_t indent =
            column == indent_column(table) ? static_cast<std::size_t>(indent_characters * row.indent) : 0;
        const bool mark = std::holds_alternative<Mark>(row.cells[column].value);
        const std::size_t whole = figures && !mark ? longest_line(text) : longest_word(text);
        word = std::max(word, whole + indent);
        line = std::max(line, (figures ? whole : longest_line(text)) + indent);
    }
    if (figures) return {twips(word), twips(word)};
    const std::size_t most = head.width_max > 0 ? head.width_max : line;
    const std::size_t least = std::min<std::size_t>(word, word_characters_max);
    return {twips(least), twips(std::max(least, std::min(line, most)))};
}

std::vector<ColumnNeed> needs_of(const Table& table) {
    std::vector<ColumnNeed> needs;
    needs.reserve(table.columns.size());
    for (std::size_t i = 0; i < table.columns.size(); ++i) needs.push_back(need_of(table, i));
    return needs;
}

std::int64_t total_of(const std::vector<ColumnNeed>& needs, std::int64_t ColumnNeed::* which) {
    return std::accumulate(needs.begin(), needs.end(), std::int64_t{0},
                           [which](std::int64_t sum, const ColumnNeed& need) { return sum + need.*which; });
}

/// Tells whether a table fits a page with half of what its texts like; narrower, names break at every word.
bool stands_well(const Table& table, const WordPage& page) {
    const auto needs = needs_of(table);
    return (total_of(needs, &ColumnNeed::least) + total_of(needs, &ColumnNeed::liked)) / 2 <= page.room();
}

}  // namespace

WordPage word_page(const Document& document) {
    const WordPage standing{a4_short, a4_long, page_margin, false};
    const bool stands =
        std::ranges::all_of(document.tables, [&](const Table& table) { return stands_well(table, standing); });
    return stands ? standing : WordPage{a4_long, a4_short, page_margin, true};
}

std::vector<std::int64_t> word_widths(const Table& table, const WordPage& page) {
    const auto needs = needs_of(table);
    const std::int64_t least = total_of(needs, &ColumnNeed::least);
    const std::int64_t liked = total_of(needs, &ColumnNeed::liked);
    std::vector<std::int64_t> widths;
    widths.reserve(needs.size());
    const std::int64_t room = page.room();
    for (const ColumnNeed& need : needs) {
        if (liked <= room) {
            widths.push_back(need.liked);
        } else if (least >= room) {
            widths.push_back(need.least * room / least);
        } else {
            widths.push_back(need.least + (need.liked - need.least) * (room - least) / (liked - least));
        }
    }
    return widths;
}

}  // namespace begroot::render::detail
