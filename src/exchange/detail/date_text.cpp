// One text to a day: forms, order, what the calendar does not have.

#include "exchange/detail/date_text.hpp"

#include "exchange/detail/label.hpp"
#include "exchange/detail/month_name.hpp"
#include "period/serial_day.hpp"

#include <cmath>

namespace begroot::exchange::detail {

namespace {

constexpr std::int32_t year_min = 1900;
constexpr std::int32_t year_max = 2199;
constexpr Day no_end{9999, 12, 31};

/// A date taken apart. Of numbers whose order is not written, `first` and `second` are as they stand.
struct DateParts {
    std::int32_t year = 0;
    std::int32_t first = 0;   ///< the month where the order is written
    std::int32_t second = 0;  ///< the day where the order is written
    bool order_written = false;
    bool zone_unclear = false;
};

bool is_separator(char c) { return c == '-' || c == '/' || c == '.'; }

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

/// Takes one or two digits of at most `most`.
std::optional<std::int32_t> take_part(std::string_view& text, std::int32_t most) {
    const std::string_view digits = take_digits(text);
    const auto value = small_number(digits);
    return value && digits.size() <= 2 && *value <= most ? value : std::nullopt;
}

/// Takes a year of four digits, or of two when that is allowed.
std::optional<std::int32_t> take_year(std::string_view& text, bool two_allowed) {
    const std::string_view digits = take_digits(text);
    const auto value = small_number(digits);
    if (digits.size() == 4) return value;
    return digits.size() == 2 && two_allowed ? std::optional(full_year(*value)) : std::nullopt;
}

/// Reads `Z`, `+01:00`, `+0100` at the end of a time; says whether it is UTC, nothing when it is no zone.
std::optional<bool> read_zone(std::string_view text) {
    if (text.empty()) return false;
    if (text == "Z" || text == "z") return true;
    if (text[0] != '+' && text[0] != '-') return std::nullopt;
    text.remove_prefix(1);
    const std::string_view digits = take_digits(text);
    if (digits.size() == 4 && text.empty()) return small_number(digits) == 0;
    if (digits.size() != 2) return std::nullopt;
    if (text.empty()) return small_number(digits) == 0;
    if (!take(text, ':')) return std::nullopt;
    const std::string_view minutes = take_digits(text);
    if (minutes.size() != 2 || !text.empty()) return std::nullopt;
    return small_number(digits) == 0 && small_number(minutes) == 0;
}

/// Reads what may follow a date: a time with or without zone. False when it is something else.
bool read_time(std::string_view text, DateParts& parts) {
    constexpr std::int32_t late_hour = 22;  // Dutch summer time is two hours ahead of UTC
    if (text.empty()) return true;
    if (!take(text, 'T') && !take(text, ' ')) return false;
    text = trim(text);
    const auto hour = take_part(text, 23);
    if (!hour || !take(text, ':') || !take_part(text, 59)) return false;
    if (take(text, ':')) {
        if (!take_part(text, 60)) return false;
        if ((text.starts_with('.') || text.starts_with(',')) && text.size() > 1 && is_digit(text[1])) {
            text.remove_prefix(1);
            static_cast<void>(take_digits(text));
        }
    }
    const auto utc = read_zone(trim(text));
    if (!utc) return false;
    parts.zone_unclear = *utc && *hour >= late_hour;
    return true;
}

/// Reads `-mm-dd` behind a year of four digits.
std::optional<DateParts> split_year_first(std::int32_t year, std::string_view text) {
    const char mark = text[0];
    text.remove_prefix(1);
    DateParts parts{.year = year, .order_written = true};
    const auto month = take_part(text, 99);
    if (!month || !take(text, mark)) return std::nullopt;
    const auto day = take_part(text, 99);
    if (!day || !read_time(text, parts)) return std::nullopt;
    parts.first = *month;
    parts.second = *day;
    return parts;
}

/// Reads `-dec-25`, ` december 2025`, `dec25` behind a day.
std::optional<DateParts> split_named(std::int32_t day, std::string_view text) {
    const auto skip_mark = [&text] {
        while (!text.empty() && (is_separator(text[0]) || leading_space(text) > 0)) {
            text.remove_prefix(is_separator(text[0]) ? 1 : leading_space(text));
        }
    };
    skip_mark();
    const auto month = month_of_name(take_letters(text));
    if (!month) return std::nullopt;
    skip_mark();
    DateParts parts{.first = *month, .second = day, .order_written = true};
    const auto year = take_year(text, true);
    if (!year || !read_time(text, parts)) return std::nullopt;
    parts.year = *year;
    return parts;
}

/// Reads eight digits jjjjmmdd, or Excel's day number of five.
std::optional<DateParts> split_digits(std::string_view digits) {
    const std::int32_t value = small_number(digits).value_or(0);
    if (digits.size() == 8) {
        return DateParts{
            .year = value / 10'000, .first = value / 100 % 100, .second = value % 100, .order_written = true};
    }
    const DateReading day = digits.size() == 5 ? read_date_number(value) : DateReading{};
    if (day.state != DateState::value) return std::nullopt;
    return DateParts{.year = day.day.year, .first = day.day.month, .second = day.day.day, .order_written = true};
}

/// Takes apart what nearly all dates of a ledger are: `31-12-2025` with any of the separators, nothing behind it.
bool split_usual(std::string_view text, DateParts& parts) {
    constexpr std::size_t size = 10;
    if (text.size() != size || !is_separator(text[2]) || text[5] != text[2]) return false;
    const auto digit = [text](std::size_t i) { return static_cast<std::int32_t>(text[i]) - '0'; };
    bool digits = true;
    for (const std::size_t i : {0U, 1U, 3U, 4U, 6U, 7U, 8U, 9U}) digits = digits && digit(i) >= 0 && digit(i) <= 9;
    if (!digits) return false;
    parts.first = digit(0) * 10 + digit(1);
    parts.second = digit(3) * 10 + digit(4);
    parts.year = digit(6) * 1000 + digit(7) * 100 + digit(8) * 10 + digit(9);
    return true;
}

std::optional<DateParts> split_date(std::string_view text) {
    if (DateParts usual; split_usual(text, usual)) return usual;
    text = trim(text);
    std::string_view rest = text;
    const std::string_view digits = take_digits(rest);
    if (digits.empty()) return std::nullopt;
    if (rest.empty()) return split_digits(digits);
    const auto number = small_number(digits);
    if (digits.size() == 4 && is_separator(rest[0])) return split_year_first(*number, rest);
    if (digits.size() > 2) return std::nullopt;
    if (!is_separator(rest[0]) || rest.size() < 2 || !is_digit(rest[1])) return split_named(*number, rest);
    const char mark = rest[0];
    rest.remove_prefix(1);
    DateParts parts{.first = *number};
    const auto second = take_part(rest, 99);
    if (!second || !take(rest, mark)) return std::nullopt;
    const auto year = take_year(rest, true);
    if (!year || !read_time(rest, parts)) return std::nullopt;
    parts.second = *second;
    parts.year = *year;
    return parts;
}

bool is_possible(Day day) {
    if (day.year < year_min || day.year > year_max) return day == no_end;
    return exists(day);
}

DateReading judge(Day day) {
    if (!is_possible(day)) return {.state = DateState::impossible};
    if (day == no_end) return {.state = DateState::no_end};
    return {DateState::value, day};
}

DateOrder order_of_parts(const DateParts& parts) {
    if (parts.order_written) {
        return is_possible({parts.year, parts.first, parts.second}) ? DateOrder::open : DateOrder::none;
    }
    constexpr std::int32_t months = 12;
    if (parts.first > months && parts.second > months) return DateOrder::none;
    const bool day_first = is_possible({parts.year, parts.second, parts.first});
    const bool month_first = is_possible({parts.year, parts.first, parts.second});
    if (day_first && month_first) return parts.first == parts.second ? DateOrder::open : DateOrder::ambiguous;
    if (day_first) return DateOrder::day_first;
    return month_first ? DateOrder::month_first : DateOrder::none;
}

}  // namespace

DateOrder date_order_of(std::string_view text) {
    const auto parts = split_date(text);
    return parts ? order_of_parts(*parts) : DateOrder::none;
}

DateReading read_date(std::string_view text, DateOrder column) {
    const auto parts = split_date(text);
    if (!parts) return {.state = DateState::no_date};
    DateOrder order = order_of_parts(*parts);
    if (order == DateOrder::none) return {.state = DateState::impossible};
    const bool decided = column == DateOrder::day_first || column == DateOrder::month_first;
    if (order == DateOrder::ambiguous && decided) order = column;
    if (order == DateOrder::ambiguous) return {.state = DateState::ambiguous};
    if (decided && order != DateOrder::open && order != column) return {.state = DateState::impossible};
    if (parts->zone_unclear) return {.state = DateState::zone_unclear};
    const bool swapped = order == DateOrder::day_first && !parts->order_written;
    return judge({parts->year, swapped ? parts->second : parts->first, swapped ? parts->first : parts->second});
}

DateReading read_date_number(double number) {
    constexpr double serial_min = 18'264;  // 1 January 1950
    constexpr double serial_max = 99'999;
    constexpr double compact_min = 19'000'101;
    constexpr double compact_max = 99'991'231;
    if (number >= serial_min && number <= serial_max) return judge(day_of_serial(number).value_or(Day{}));
    if (!(number >= compact_min && number <= compact_max) || number != std::floor(number)) {
        return {.state = DateState::no_date};
    }
    const auto value = static_cast<std::int32_t>(number);
    return judge({value / 10'000, value / 100 % 100, value % 100});
}

}  // namespace begroot::exchange::detail
