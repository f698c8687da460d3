#include "exchange/detail/posting_cells.hpp"

#include "exchange/detail/label.hpp"
#include "exchange/detail/period_text.hpp"

#include <charconv>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace begroot::exchange::detail {

using workbook::Cell;
using workbook::CellKind;

namespace {

/// Reads a whole number: a period, a year.
std::optional<std::int32_t> read_whole(const Cell* cell) {
    if (cell == nullptr) return std::nullopt;
    if (cell->kind() == CellKind::number) {
        if (!(cell->number() >= 0 && cell->number() <= 9999)) return std::nullopt;
        const auto whole = static_cast<std::int32_t>(cell->number());
        return static_cast<double>(whole) == cell->number() ? std::optional(whole) : std::nullopt;
    }
    if (cell->kind() != CellKind::text) return std::nullopt;
    const std::string_view text = trim(cell->text());
    std::int32_t value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    return end.ec == std::errc() && end.ptr == text.data() + text.size() && value >= 0 ? std::optional(value)
                                                                                       : std::nullopt;
}

}  // namespace

std::optional<BookPeriod> read_period(const Cell* year_cell, const Cell* number_cell) {
    const auto year = read_whole(year_cell);
    return year ? read_period(*year, number_cell) : std::nullopt;
}

std::optional<BookPeriod> read_period(std::int32_t year, const Cell* number_cell) {
    if (number_cell == nullptr || year < 1900 || year > 2199) return std::nullopt;
    std::optional<std::int32_t> number = read_whole(number_cell);
    if (!number) {
        const auto text = read_period_cell(*number_cell);
        if (!text || (text->year && *text->year != year)) return std::nullopt;
        number = text->number;
    }
    // Some systems put the last digit of the year in front of the month: 501 is January 2025.
    constexpr std::int32_t last_period = 13;
    const bool has_year_digit = *number >= 100 && *number / 100 == year % 10 && *number % 100 <= last_period;
    if (has_year_digit) number = *number % 100;
    return *number <= 99 ? std::optional(BookPeriod{year, *number}) : std::nullopt;
}

std::optional<Side> read_side(const Cell* cell) {
    const std::string_view text =
        cell != nullptr && cell->kind() == CellKind::text ? trim(cell->text()) : std::string_view();
    const auto any = [text](std::initializer_list<std::string_view> words) {
        for (const std::string_view word : words) {
            if (equals_folded(text, word)) return true;
        }
        return false;
    };
    if (any({"kosten", "lasten", "k"})) return Side::expense;
    if (any({"opbrengsten", "baten", "opbrengst", "o"})) return Side::income;
    if (any({"activa", "passiva", "balans", "a", "p", "b"})) return Side::balance;
    return std::nullopt;
}

std::optional<bool> is_credit(const Cell* cell) {
    if (cell == nullptr || cell->kind() != CellKind::text) return std::nullopt;
    const std::string_view text = trim(cell->text());
    for (const std::string_view word : {"c", "credit", "cr"}) {
        if (equals_folded(text, word)) return true;
    }
    for (const std::string_view word : {"d", "debet", "debit", "db"}) {
        if (equals_folded(text, word)) return false;
    }
    return std::nullopt;
}

}  // namespace begroot::exchange::detail
