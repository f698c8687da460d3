#include "exchange/detail/personal_data.hpp"

#include "exchange/detail/label.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::exchange::detail {

namespace {

using workbook::Cell;

/// Tells whether a text is a burgerservicenummer: nine digits of which 9a + 8b + ... + 2h - i divides by eleven.
bool passes_eleven(std::string_view text) {
    constexpr std::size_t length = 9;
    if (text.size() != length || !std::ranges::all_of(text, is_digit) || text == "000000000") return false;
    int sum = 0;
    for (std::size_t i = 0; i + 1 < length; ++i) sum += (text[i] - '0') * static_cast<int>(length - i);
    return (sum - (text[length - 1] - '0')) % 11 == 0;
}

/// Finds a column in which every value is such a number. One in eleven passes by chance, so a few are no proof.
std::optional<std::uint32_t> column_of_numbers(const SheetGrid& grid, std::uint32_t first_row) {
    constexpr std::size_t values_least = 6;
    constexpr std::uint32_t rows_looked_at = 1000;
    struct Seen {
        std::size_t passing = 0;
        bool other = false;
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
                seen.other = true;
        }
    }
    for (std::uint32_t column = 0; column < columns.size(); ++column) {
        if (!columns[column].other && columns[column].passing >= values_least) return column;
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
        if (std::ranges::find(personal_heads, head.key) != personal_heads.end())
            return personal(grid, header.row, head.column, "kolom \"" + head.shown + "\" bevat persoonsgegevens");
    }
    if (const auto column = column_of_numbers(grid, header.first_row)) {
        return personal(
            grid, header.first_row, *column,
            "kolom " + column_name(*column) + " bevat burgerservicenummers: elk getal doorstaat de elfproef");
    }
    return std::nullopt;
}

}  // namespace begroot::exchange::detail
