#include "workbook/detail/cell_reference.hpp"

#include <charconv>
#include <cstddef>

namespace begroot::workbook::detail {

std::optional<std::uint32_t> parse_count(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), value);
    if (text.empty() || error != std::errc{} || end != text.end()) return std::nullopt;
    return value;
}

std::optional<CellPlace> parse_cell(std::string_view text, const ReadLimits& limits) {
    std::uint32_t column = 0;
    std::size_t letters = 0;
    while (letters < text.size() && letters < 4) {
        const char upper = static_cast<char>(text[letters] & ~0x20);
        if (upper < 'A' || upper > 'Z') break;
        column = column * 26 + static_cast<std::uint32_t>(upper - 'A') + 1;
        ++letters;
    }
    const auto row = parse_count(text.substr(letters));
    if (letters == 0 || !row || *row == 0 || column > limits.columns_max || *row > limits.rows_max) return std::nullopt;
    return CellPlace{*row - 1, column - 1};
}

std::optional<CellRange> parse_range(std::string_view text, const ReadLimits& limits) {
    const std::size_t colon = text.find(':');
    const auto first = parse_cell(text.substr(0, colon), limits);
    const auto last = colon == std::string_view::npos ? first : parse_cell(text.substr(colon + 1), limits);
    if (!first || !last || first->row > last->row || first->column > last->column) return std::nullopt;
    return CellRange{first->row, first->column, last->row, last->column};
}

}  // namespace begroot::workbook::detail
