#include "money/format.hpp"

namespace begroot {

namespace {

std::string group_thousands(std::uint64_t value) {
    const std::string digits = std::to_string(value);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) text += '.';
        text += digits[i];
    }
    return text;
}

std::string two_digits(std::uint64_t value) {
    return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

void skip_spaces(std::string_view& text) {
    while (take(text, " ") || take(text, "\xC2\xA0") || take(text, "\t")) {
    }
}

/// Reads digits with optional Dutch thousands points; the cap keeps the value far from overflow.
std::optional<std::int64_t> take_whole(std::string_view& text) {
    constexpr std::int64_t whole_max = money_cents_max / 100;
    std::int64_t value = 0;
    std::size_t digits = 0;
    std::size_t since_point = 0;
    bool grouped = false;
    const bool begins_with_zero = text.starts_with('0');
    while (!text.empty()) {
        if (is_digit(text[0])) {
            value = value * 10 + (text[0] - '0');
            if (value > whole_max) return std::nullopt;
            ++digits;
            ++since_point;
        } else if (text[0] == '.') {
            if (digits == 0 || (grouped ? since_point != 3 : digits > 3)) return std::nullopt;
            grouped = true;
            since_point = 0;
        } else {
            break;
        }
        text.remove_prefix(1);
    }
    // no office writes 0.500 for 500: it is half of something in another notation
    if (digits == 0 || (grouped && (since_point != 3 || begins_with_zero))) return std::nullopt;
    return value;
}

}  // namespace

std::string format_amount(Money amount, Decimals decimals) {
    const bool negative = amount < Money();
    const std::uint64_t cents =
        negative ? 0 - static_cast<std::uint64_t>(amount.cents()) : static_cast<std::uint64_t>(amount.cents());
    const bool show_cents = decimals == Decimals::cents || (decimals == Decimals::if_needed && cents % 100 != 0);
    const std::uint64_t whole =
        show_cents ? cents / 100 : (decimals == Decimals::whole ? (cents + 50) / 100 : cents / 100);
    std::string text;
    if (negative && (whole != 0 || show_cents)) text += '-';
    text += group_thousands(whole);
    if (show_cents) text += ',' + two_digits(cents % 100);
    return text;
}

std::string format_euro(Money amount, Decimals decimals) { return "€ " + format_amount(amount, decimals); }

std::string format_percent(Rate rate) {
    const bool negative = rate.ppm() < 0;
    const std::uint64_t ppm =
        negative ? 0 - static_cast<std::uint64_t>(rate.ppm()) : static_cast<std::uint64_t>(rate.ppm());
    const std::uint64_t tenths = (ppm + 500) / 1000;
    std::string text;
    if (negative && tenths != 0) text += '-';
    text += group_thousands(tenths / 10) + ',' + static_cast<char>('0' + tenths % 10) + '%';
    return text;
}

std::optional<Money> parse_amount(std::string_view text) {
    skip_spaces(text);
    bool negative = take(text, "-");
    take(text, "€");
    skip_spaces(text);
    if (!negative) negative = take(text, "-");
    const auto whole = take_whole(text);
    if (!whole) return std::nullopt;
    std::int64_t cents = *whole * 100;
    if (take(text, "k")) {
        cents *= 1000;
    } else if (take(text, ",")) {
        if (take(text, "--") || take(text, "-") || take(text, "=")) {
        } else if (text.size() >= 2 && is_digit(text[0]) && is_digit(text[1])) {
            cents += (text[0] - '0') * 10 + (text[1] - '0');
            text.remove_prefix(2);
        } else {
            return std::nullopt;
        }
    }
    skip_spaces(text);
    if (!text.empty() || cents > money_cents_max) return std::nullopt;
    return Money::from_cents(negative ? -cents : cents);
}

std::optional<Rate> parse_percent(std::string_view text) {
    skip_spaces(text);
    const bool negative = take(text, "-");
    const auto whole = take_whole(text);
    if (!whole || *whole > 1'000'000) return std::nullopt;
    std::int64_t ppm = *whole * 10'000;
    if (take(text, ",")) {
        std::int64_t unit = 1'000;
        if (text.empty() || !is_digit(text[0])) return std::nullopt;
        while (!text.empty() && is_digit(text[0])) {
            if (unit == 0) return std::nullopt;
            ppm += (text[0] - '0') * unit;
            unit /= 10;
            text.remove_prefix(1);
        }
    }
    skip_spaces(text);
    if (!take(text, "%")) return std::nullopt;
    skip_spaces(text);
    if (!text.empty()) return std::nullopt;
    return Rate::from_ppm(negative ? -ppm : ppm);
}

}  // namespace begroot
