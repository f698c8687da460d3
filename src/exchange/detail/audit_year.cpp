#include "exchange/detail/audit_year.hpp"

#include "exchange/detail/label.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace begroot::exchange::detail {

namespace {

constexpr std::string_view separators = "-/.";

bool is_book_year(std::int32_t year) { return year >= 1900 && year <= 2199; }

std::optional<AuditDay> valid_day(std::optional<std::int32_t> year, std::optional<std::int32_t> month,
                                  std::optional<std::int32_t> day) {
    if (!year || !month || !day || !is_book_year(*year) || *month < 1 || *month > 12 || *day < 1 || *day > 31)
        return std::nullopt;
    return AuditDay{*year, *month, *day};
}

/// Takes the time off `2025-01-31T00:00:00`; what follows a day directly must not be a digit.
std::string_view without_time(std::string_view text) {
    return text.substr(0, std::min(text.find_first_of("T "), text.size()));
}

AuditDay day_after(AuditDay day) {
    constexpr std::array<std::int32_t, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (day.year % 4 == 0 && day.year % 100 != 0) || day.year % 400 == 0;
    const std::int32_t length = lengths[static_cast<std::size_t>(day.month) - 1] + (leap && day.month == 2 ? 1 : 0);
    if (++day.day <= length) return day;
    day.day = 1;
    if (++day.month <= 12) return day;
    day.month = 1;
    ++day.year;
    return day;
}

/// Reads startDate: midnight in the Netherlands is 22 or 23 o'clock of the day before in UTC.
std::optional<AuditDay> read_first_day(std::string_view text) {
    text = trim(text);
    auto day = read_audit_day(text);
    const std::string_view time = text.substr(without_time(text).size());
    const bool midnight_here = time.starts_with("T22:00:00") || time.starts_with("T23:00:00");
    if (day && midnight_here && time.ends_with('Z')) day = day_after(*day);
    return day;
}

}  // namespace

std::optional<std::int32_t> read_whole_number(std::string_view text) {
    constexpr std::size_t digits_max = 9;
    std::int32_t value = 0;
    if (text.empty() || text.size() > digits_max || !is_digit(text[0])) return std::nullopt;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    return end.ec == std::errc() && end.ptr == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<AuditDay> read_audit_day(std::string_view text) {
    constexpr std::size_t year_digits = 4;
    text = without_time(trim(text));
    const auto part = [&text](std::size_t from, std::size_t size) {
        return read_whole_number(text.substr(from, size));
    };
    if (text.size() == 8 && std::ranges::all_of(text, is_digit)) return valid_day(part(0, 4), part(4, 2), part(6, 2));
    const std::size_t first = text.find_first_of(separators);
    if (first == std::string_view::npos) return std::nullopt;
    const std::size_t second = text.find_first_of(separators, first + 1);
    if (second == std::string_view::npos || text[first] != text[second]) return std::nullopt;
    const auto front = part(0, first);
    const auto middle = part(first + 1, second - first - 1);
    const auto back = part(second + 1, std::string_view::npos);
    if (first == year_digits) return valid_day(front, middle, back);
    if (text.size() - second - 1 == year_digits) return valid_day(back, middle, front);
    return std::nullopt;
}

std::optional<AuditYear> choose_year(const YearTexts& texts) {
    constexpr std::int32_t year_days_min = 330;
    AuditYear year;
    year.first_day = read_first_day(texts.first_day);
    year.last_day = read_audit_day(texts.last_day);
    auto number = read_whole_number(trim(texts.fiscal_year));
    if (number && !is_book_year(*number)) number.reset();
    if (!year.first_day) {
        if (!number) return std::nullopt;
        year.first = {*number, 1};
        return year;
    }
    const AuditDay& first = *year.first_day;
    const BookPeriod own{first.year, first.month};
    const BookPeriod calendar{number.value_or(year.last_day.value_or(first).year), 1};
    const bool whole =
        first.day == 1 && (!year.last_day || rough_day(*year.last_day) - rough_day(first) >= year_days_min);
    year.first = whole ? own : calendar;
    if (own != calendar) year.other = whole ? calendar : own;
    return year;
}

}  // namespace begroot::exchange::detail
