#include "exchange/detail/personal_data.hpp"

#include "exchange/detail/label.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::exchange::detail {

namespace {

using workbook::Cell;

/// Tells whether a text is a burgerservicenummer: nine digits of which 9a + 8b + ... + 2h - i divides by eleven, or
/// eight where the first, a zero, was lost.
bool passes_eleven(std::string_view text) {
    constexpr std::size_t length = 9;
    if (text.size() + 1 < length || text.size() > length || !std::ranges::all_of(text, is_digit)) return false;
    if (text.find_first_not_of('0') == std::string_view::npos) return false;
    int sum = -2 * (text.back() - '0');  // the last digit counts once, and below
    for (std::size_t i = 0; i < text.size(); ++i) sum += (text[text.size() - 1 - i] - '0') * static_cast<int>(i + 1);
    return sum % 11 == 0;
}

/// Tells whether a normalised head stands over personal data.
bool is_personal(std::string_view key) {
    if (std::ranges::find(personal_heads, key) != personal_heads.end()) return true;
    if (key.starts_with("bsn") || key.ends_with("bsn")) return true;
    return std::ranges::any_of(personal_words, [key](std::string_view word) { return key.contains(word); });
}

/// Finds a column in which nine values in ten are such numbers, for one may be mistyped or say `onbekend`. One in
/// eleven passes by chance, so a few are no proof.
std::optional<std::uint32_t> column_of_numbers(const SheetGrid& grid, std::uint32_t first_row) {
    constexpr std::size_t values_least = 6;
    constexpr std::uint32_t rows_looked_at = 1000;
    struct Seen {
        std::size_t passing = 0;
        std::size_t other = 0;
    };
    std::vector<Seen> columns(grid.column_count());
    const std::uint32_t end = std::min(grid.row_count(), first_row + rows_looked_at);
    for (std::uint32_t row = first_row; row < end; ++row) {
        for (const Cell& cell : grid.row(row)) {
            if (is_blank(cell)) continue;
            Seen& seen = columns[cell.column()];
            if (passes_eleven(shown_text(cell)))
                ++seen.passing;
            else
                ++seen.other;
        }
    }
    for (std::uint32_t column = 0; column < columns.size(); ++column) {
        const Seen& seen = columns[column];
        if (seen.passing >= values_least && seen.passing >= 9 * seen.other) return column;
    }
    return std::nullopt;
}

Error personal(const SheetGrid& grid, std::uint32_t row, std::uint32_t column, std::string found) {
    return {ErrorKind::input, to_place(grid.origin(row, column)), std::move(found),
            "een export zonder gegevens van leerlingen", "verwijder de kolom en lever het bestand opnieuw aan"};
}

}  // namespace

std::optional<Error> refuse_personal_data(const SheetGrid& grid, const Header& header) {
    for (const Head& head : header.heads) {
        if (is_personal(head.key) || is_personal(head.upper_key))
            return personal(grid, header.row, head.column, "kolom \"" + head.shown + "\" bevat persoonsgegevens");
    }
    if (const auto column = column_of_numbers(grid, header.first_row)) {
        return personal(
            grid, header.first_row, *column,
            "kolom " + column_name(*column) + " bevat burgerservicenummers: de getallen doorstaan de elfproef");
    }
    return std::nullopt;
}

}  // namespace begroot::exchange::detail
