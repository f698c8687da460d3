#include "exchange/detail/period_text.hpp"

#include "exchange/detail/label.hpp"
#include "exchange/detail/month_name.hpp"
#include "period/serial_day.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace begroot::exchange::detail {

namespace {

constexpr std::int32_t bare_number_max = 999;

bool is_possible_year(std::int32_t year) { return year >= 1900 && year <= 2199; }

bool is_mark(char c) { return c == '-' || c == '/' || c == '.'; }

/// Takes at most one mark, and white space round it; says whether there was any of either.
bool skip_mark(std::string_view& text) {
    const std::size_t before = text.size();
    text = trim(text);
    if (!text.empty() && is_mark(text[0])) text = trim(text.substr(1));
    return text.size() < before;
}

/// Takes `P`, `M`, `periode`, `maand` and the like; false when other letters stand there.
bool skip_period_word(std::string_view& text) {
    constexpr std::array<std::string_view, 8> words{"p", "m", "per", "periode", "period", "mnd", "maand", "month"};
    std::string_view rest = text;
    const std::string_view letters = take_letters(rest);
    if (letters.empty()) return true;
    if (std::ranges::none_of(words, [letters](std::string_view word) { return equals_folded(letters, word); })) {
        return false;
    }
    if (rest.starts_with('.')) rest.remove_prefix(1);
    text = trim(rest);
    return true;
}

/// Reads what is left as a year of four digits, or of two where that is allowed.
std::optional<std::int32_t> read_whole_year(std::string_view text, bool two_allowed) {
    const auto value = small_number(text);
    if (!value || !(text.size() == 4 || (text.size() == 2 && two_allowed))) return std::nullopt;
    const std::int32_t year = text.size() == 2 ? full_year(*value) : *value;
    return is_possible_year(year) ? std::optional(year) : std::nullopt;
}

/// Reads `januari`, `jan 2025`, `dec-25`.
std::optional<PeriodText> read_named(std::string_view text) {
    const auto month = month_of_name(take_letters(text));
    if (!month) return std::nullopt;
    if (text == "." || text.empty()) return PeriodText{std::nullopt, *month};
    if (text.starts_with('.')) text.remove_prefix(1);
    skip_mark(text);
    const auto year = read_whole_year(text, true);
    return year ? std::optional(PeriodText{year, *month}) : std::nullopt;
}

/// Reads what stands behind a year of four digits: `-01`, `/01`, `M12`, ` P 01`.
std::optional<PeriodText> read_behind_year(std::int32_t year, std::string_view text) {
    const bool marked = skip_mark(text);
    const std::size_t before = text.size();
    if (!skip_period_word(text)) return std::nullopt;
    const bool worded = text.size() < before;
    const auto number = small_number(text);
    if (!(marked || worded) || !number || text.size() > 2) return std::nullopt;
    return PeriodText{year, *number};
}

/// Reads digits alone: a period, or a year and a period in six.
std::optional<PeriodText> read_number_alone(std::string_view digits) {
    const std::int32_t value = small_number(digits).value_or(-1);
    if (digits.size() <= 3) return PeriodText{std::nullopt, value};
    if (digits.size() == 6 && is_possible_year(value / 100)) return PeriodText{value / 100, value % 100};
    return std::nullopt;
}

}  // namespace

std::optional<PeriodText> read_period_text(std::string_view text) {
    // Nearly every period is one digit or two.
    if (text.size() == 1 && is_digit(text[0])) return PeriodText{std::nullopt, text[0] - '0'};
    if (text.size() == 2 && is_digit(text[0]) && is_digit(text[1])) {
        return PeriodText{std::nullopt, (text[0] - '0') * 10 + (text[1] - '0')};
    }
    text = trim(text);
    if (auto named = read_named(text)) return named;
    const bool bare = !text.empty() && is_digit(text[0]);
    if (!skip_period_word(text)) return std::nullopt;
    std::string_view rest = text;
    const std::string_view digits = take_digits(rest);
    const auto number = small_number(digits);
    if (!number) return std::nullopt;
    if (rest.empty()) {
        if (bare) return read_number_alone(digits);
        return digits.size() <= 3 ? std::optional(PeriodText{std::nullopt, *number}) : std::nullopt;
    }
    if (bare && digits.size() == 4 && is_possible_year(*number)) return read_behind_year(*number, rest);
    if (digits.size() > 2 || !skip_mark(rest)) return std::nullopt;
    const auto year = read_whole_year(rest, false);
    return year ? std::optional(PeriodText{year, *number}) : std::nullopt;
}

std::optional<PeriodText> read_period_cell(const workbook::Cell& cell) {
    using workbook::CellKind;
    if (cell.kind() == CellKind::text) return read_period_text(cell.text());
    if (cell.kind() == CellKind::date) {
        const auto day = day_of_serial(cell.number());
        return day && is_possible_year(day->year) ? std::optional(PeriodText{day->year, day->month}) : std::nullopt;
    }
    if (cell.kind() != CellKind::number) return std::nullopt;
    constexpr double number_max = 999'999;
    const double value = cell.number();
    if (!(value >= 0 && value <= number_max) || value != std::floor(value)) return std::nullopt;
    const auto whole = static_cast<std::int32_t>(value);
    if (whole <= bare_number_max) return PeriodText{std::nullopt, whole};
    return is_possible_year(whole / 100) ? std::optional(PeriodText{whole / 100, whole % 100}) : std::nullopt;
}

std::optional<YearText> read_year_text(std::string_view text) {
    constexpr std::array<std::string_view, 6> words{"jaar",      "boekjaar",       "schooljaar",
                                                    "begroting", "begrotingsjaar", "fiscalyear"};
    text = trim(text);
    if (text.size() == 4 && std::ranges::all_of(text, is_digit)) {
        const auto year = read_whole_year(text, false);
        return year ? std::optional(YearText{*year, *year}) : std::nullopt;
    }
    std::string_view rest = text;
    const std::string_view word = take_letters(rest);
    if (std::ranges::any_of(words, [word](std::string_view one) { return equals_folded(word, one); }))
        text = trim(rest);
    rest = text;
    const std::string_view first_digits = take_digits(rest);
    if (rest.empty() && first_digits.size() == 4) return read_year_text(first_digits);
    rest = trim(rest);
    if (rest.empty() || (rest[0] != '-' && rest[0] != '/')) return std::nullopt;
    const std::string_view last_digits = trim(rest.substr(1));
    const bool two = first_digits.size() == 2;
    if (two && last_digits.size() != 2) return std::nullopt;
    const auto first = read_whole_year(first_digits, true);
    const auto last = read_whole_year(last_digits, true);
    if (!first || !last || *last != *first + 1) return std::nullopt;
    return YearText{*first, *last};
}

}  // namespace begroot::exchange::detail
