#include "workbook/detail/cell_value.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace begroot::workbook::detail {

namespace {

constexpr std::array<double, 23> powers_of_ten = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                  1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// Reads up to fifteen digits with at most one point: both numbers below are then exact, so their quotient is rounded
/// once.
std::optional<double> parse_short_decimal(std::string_view text) {
    constexpr std::size_t exact_digits = 15;
    std::uint64_t digits = 0;
    std::size_t count = 0;
    std::size_t decimals = 0;
    bool point = false;
    const bool negative = text.starts_with('-');
    for (const char byte : text.substr(negative ? 1 : 0)) {
        if (byte == '.' && !point) {
            point = true;
            continue;
        }
        if (byte < '0' || byte > '9' || ++count > exact_digits) return std::nullopt;
        digits = digits * 10 + static_cast<std::uint64_t>(byte - '0');
        if (point) ++decimals;
    }
    if (count == 0) return std::nullopt;
    const double value = static_cast<double>(digits) / powers_of_ten[decimals];
    return negative ? -value : value;
}

/// Takes a number of exactly `width` digits off the front.
std::optional<unsigned> take_number(std::string_view& text, std::size_t width) {
    unsigned value = 0;
    if (text.size() < width) return std::nullopt;
    for (const char byte : text.substr(0, width)) {
        if (byte < '0' || byte > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(byte - '0');
    }
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view& text, char byte) {
    if (!text.starts_with(byte)) return false;
    text.remove_prefix(1);
    return true;
}

/// Takes `hh:mm` or `hh:mm:ss` with a fraction off the front, as part of a day.
std::optional<double> take_time(std::string_view& text) {
    const auto hours = take_number(text, 2);
    if (!hours || *hours > 24 || !take(text, ':')) return std::nullopt;
    const auto minutes = take_number(text, 2);
    if (!minutes || *minutes > 59) return std::nullopt;
    double seconds = 0.0;
    if (take(text, ':')) {
        const auto whole = take_number(text, 2);
        if (!whole || *whole > 59) return std::nullopt;
        seconds = *whole;
        if (take(text, '.')) {
            double unit = 0.1;
            while (const auto digit = take_number(text, 1)) {
                seconds += unit * *digit;
                unit /= 10.0;
            }
        }
    }
    return (*hours * 3600.0 + *minutes * 60.0 + seconds) / 86'400.0;
}

/// Takes `yyyy-mm-dd` off the front, as a serial day.
std::optional<double> take_date(std::string_view& text) {
    const auto year = take_number(text, 4);
    if (!year || !take(text, '-')) return std::nullopt;
    const auto month = take_number(text, 2);
    if (!month || !take(text, '-')) return std::nullopt;
    const auto day = take_number(text, 2);
    if (!day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                           std::chrono::day(*day)};
    if (!date.ok() || *year < 1900) return std::nullopt;
    constexpr int days_to_1970 = 25'569;
    constexpr int first_of_march_1900 = 61;
    const int serial = static_cast<int>(std::chrono::sys_days(date).time_since_epoch().count()) + days_to_1970;
    // Excel counts a 29 February 1900 that never was.
    return serial < first_of_march_1900 ? serial - 1 : serial;
}

}  // namespace

double power_of_ten(std::size_t exponent) { return powers_of_ten[exponent]; }

std::optional<double> parse_number(std::string_view text) {
    if (const auto value = parse_short_decimal(text)) return value;
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), value);
    if (text.empty() || end != text.end() || !std::isfinite(value)) return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        // Too small is zero to Excel; too large it cannot hold.
        const bool tiny = text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos;
        return tiny ? std::optional<double>(0.0) : std::nullopt;
    }
    if (error != std::errc{}) return std::nullopt;
    return value;
}

std::optional<double> parse_iso_date(std::string_view text) {
    const bool time_only = text.size() > 2 && text[2] == ':';
    double serial = 0.0;
    if (!time_only) {
        const auto date = take_date(text);
        if (!date) return std::nullopt;
        serial = *date;
        if (text.empty()) return serial;
        if (!take(text, 'T') && !take(text, ' ')) return std::nullopt;
    }
    const auto time = take_time(text);
    if (!time) return std::nullopt;
    (void)take(text, 'Z');
    if (!text.empty()) return std::nullopt;
    return serial + *time;
}

}  // namespace begroot::workbook::detail
