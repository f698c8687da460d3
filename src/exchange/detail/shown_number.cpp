#include "exchange/detail/shown_number.hpp"

#include "exchange/detail/label.hpp"
#include "exchange/detail/notation.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace begroot::exchange::detail {

using workbook::Cell;

VarianceMark shown_mark(const SheetGrid& grid, const Cell& cell) {
    const auto beside = workbook::words_beside(grid.sheet(), cell);
    return beside ? read_mark(beside->words) : VarianceMark::unmarked;
}

std::optional<bool> shown_credit(const SheetGrid& grid, const Cell& cell) {
    constexpr std::array<std::string_view, 3> credits{"c", "cr", "credit"};
    constexpr std::array<std::string_view, 4> debits{"d", "db", "dr", "debet"};
    const auto beside = workbook::words_beside(grid.sheet(), cell);
    if (!beside) return std::nullopt;
    std::string_view word = beside->words;
    if (word.ends_with('.')) word.remove_suffix(1);
    const auto is_word = [word](std::string_view known) { return equals_folded(word, known); };
    if (std::ranges::any_of(credits, is_word)) return true;
    return std::ranges::any_of(debits, is_word) ? std::optional(false) : std::nullopt;
}

std::optional<bool> marked_credit(const SheetGrid& grid, const Cell& cell) {
    if (cell.kind() != workbook::CellKind::text) return shown_credit(grid, cell);
    const std::string_view text = trim(cell.text());
    return text.empty() || is_digit(text.back()) ? std::nullopt : written_credit(text);
}

bool shown_negative(const SheetGrid& grid, const Cell& cell) {
    if (const auto beside = workbook::words_beside(grid.sheet(), cell)) return beside->negative;
    return cell.kind() == workbook::CellKind::number && cell.number() < 0;
}

std::string shown_with_words(const SheetGrid& grid, const Cell& cell) {
    std::string text = shown_text(cell);
    const auto beside = workbook::words_beside(grid.sheet(), cell);
    if (!beside || beside->words.empty()) return text;
    if (text.starts_with('-')) text.erase(0, 1);
    if (beside->negative) text.insert(0, "-");
    if (!beside->words.starts_with('.')) text += ' ';
    return text.append(beside->words);
}

}  // namespace begroot::exchange::detail
