#include "exchange/detail/audit_amounts.hpp"

#include "exchange/detail/label.hpp"
#include "money/format.hpp"

#include <algorithm>
#include <charconv>

namespace begroot::exchange::detail {

namespace {

/// An amount that is plainly written.
struct PlainAmount {
    std::int64_t cents = 0;
    bool decimals = false;
};

/// Reads `[-]digits[.d[d]]` of at most 13 digits; nothing for any other text.
std::optional<PlainAmount> plain_amount(std::string_view text) {
    constexpr std::size_t digits_max = 13;
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    std::int64_t value = 0;
    std::size_t at = 0;
    while (at <= digits_max && at < text.size() && is_digit(text[at])) value = value * 10 + (text[at++] - '0');
    if (at == 0 || at > digits_max) return std::nullopt;
    std::size_t decimals = 0;
    if (at < text.size()) {
        if (text[at] != '.') return std::nullopt;
        for (++at; at < text.size() && is_digit(text[at]) && decimals < 2; ++at, ++decimals)
            value = value * 10 + (text[at] - '0');
        if (at != text.size() || decimals == 0) return std::nullopt;
    }
    const bool has_decimals = decimals > 0;
    for (; decimals < 2; ++decimals) value *= 10;
    if (value > money_cents_max) return std::nullopt;
    return PlainAmount{negative ? -value : value, has_decimals};
}

bool all_are_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

/// Takes the points out of `1.234.567`; nothing where they do not stand between groups of three digits.
std::optional<std::string> without_points(std::string_view whole) {
    std::string digits;
    const std::size_t first = std::min(whole.find('.'), whole.size());
    if (first == 0 || (first < whole.size() && first > 3) || !all_are_digits(whole.substr(0, first)))
        return std::nullopt;
    digits = whole.substr(0, first);
    for (whole.remove_prefix(first); !whole.empty(); whole.remove_prefix(4)) {
        if (whole.size() < 4 || whole[0] != '.' || !all_are_digits(whole.substr(1, 3))) return std::nullopt;
        digits += whole.substr(1, 3);
    }
    return digits;
}

/// Tells whether a number has an exponent below any that a computer makes: `5e-401` is no amount, `1e-17` is noise.
bool is_below_all(std::string_view text) {
    constexpr std::int32_t exponent_min = -324;
    const std::size_t mark = text.find_first_of("eE");
    if (mark == std::string_view::npos) return false;
    std::int32_t exponent = 0;
    const auto end = std::from_chars(text.data() + mark + 1, text.data() + text.size(), exponent);
    return end.ec == std::errc() && exponent < exponent_min;
}

}  // namespace

/// Notes what an amount with a point, not plainly written, tells about points.
void AuditAmounts::note_point(std::string_view text, bool rounded, std::uint32_t line) {
    constexpr std::size_t decimals = 3;
    std::string_view digits = text;
    if (digits.starts_with('-') || digits.starts_with('+')) digits.remove_prefix(1);
    const std::size_t point = digits.find('.');
    if (point == std::string_view::npos || digits.find_first_of("eE") != std::string_view::npos) return;
    if (digits.starts_with('0') || !without_points(digits)) {
        three_decimals_ = three_decimals_ || digits.size() - point - 1 == decimals;
        two_decimals_ = two_decimals_ || digits.size() - point - 1 != decimals;
        return;
    }
    if (!rounded) ++groups_;
    if (!groups_text_.empty()) return;
    groups_line_ = line;
    groups_text_ = quoted_text(text);
}

Amount AuditAmounts::read(std::string_view text, std::uint32_t line) {
    constexpr std::int64_t thousand_cents = 100'000;
    if (const auto plain = plain_amount(text)) {
        two_decimals_ |= plain->decimals;
        ungrouped_ |= !plain->decimals && (plain->cents >= thousand_cents || plain->cents <= -thousand_cents);
        return {AmountState::value, Money::from_cents(plain->cents)};
    }
    text = trim(text);
    if (text.empty()) return {};
    if (text.find(',') != std::string_view::npos) return read_comma(text, line);
    const Amount amount = read_digits(text);
    if (amount.state != AmountState::value) return amount;
    if (amount.value.is_zero() && is_below_all(text)) return {.state = AmountState::no_amount};
    note_point(text, amount.rounded, line);
    return amount;
}

Amount AuditAmounts::read_comma(std::string_view text, std::uint32_t line) {
    std::string_view rest = text;
    const bool negative = rest.starts_with('-');
    if (negative || rest.starts_with('+')) rest.remove_prefix(1);
    const std::size_t comma = rest.find(',');
    const std::string_view decimals = rest.substr(comma + 1);
    const auto whole = without_points(rest.substr(0, comma));
    if (!whole || decimals.empty() || !all_are_digits(decimals)) return {.state = AmountState::no_amount};
    if (decimals.size() > 2) return {.state = AmountState::ambiguous};
    if (commas_++ == 0) {
        comma_line_ = line;
        comma_text_ = quoted_text(text);
    }
    return read_digits((negative ? "-" : "") + *whole + "." + std::string(decimals));
}

std::optional<Error> AuditAmounts::contradiction(bool point) const {
    const bool certain = point || two_decimals_ || three_decimals_ || ungrouped_;
    if (groups_text_.empty() || (commas_ == 0 && certain)) return std::nullopt;
    Error error;
    error.place.line = groups_line_;
    error.found = groups_text_ + " kan duizend of decimalen betekenen: ";
    error.found += commas_ > 0 ? comma_text_ + " in regel " + std::to_string(comma_line_) + " heeft een decimale komma"
                               : "geen ander bedrag in het bestand laat zien dat de punt voor de decimalen staat";
    error.expected = "bedragen met een decimale punt, zoals 1234.56";
    error.action = commas_ > 0
                       ? "maak het auditfile opnieuw; blijft het zo, meld het de leverancier van het pakket"
                       : "vergelijk dit bedrag met het pakket: zijn het decimalen, zet dan decimaal = \"punt\" onder "
                         "[[bron]]; is het duizend, maak het auditfile dan opnieuw";
    return error;
}

std::optional<Error> refuse_amount(const Amount& amount, std::string_view text, std::uint32_t line) {
    Error error;
    error.place.line = line;
    error.expected = "een bedrag als 1234.56";
    error.action = "maak het auditfile opnieuw; blijft het zo, meld het de leverancier van het pakket";
    switch (amount.state) {
        case AmountState::blank:
        case AmountState::value:
            return std::nullopt;
        case AmountState::too_large:
            error.found = quoted_text(text) + " is te groot voor een bedrag";
            error.expected = "hoogstens " + format_euro(Money::from_cents(money_cents_max));
            return error;
        case AmountState::ambiguous:
            error.found = quoted_text(text) + " kan duizend of decimalen betekenen";
            return error;
        case AmountState::marker:
        case AmountState::not_computed:
        case AmountState::excel_error:
        case AmountState::other_side:
        case AmountState::other_notation:
        case AmountState::no_amount:
            break;
    }
    error.found = quoted_text(text) + " is geen bedrag";
    return error;
}

std::string shown_text(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr unsigned char delete_character = 0x7F;
    std::string shown;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= ' ' && byte != delete_character) {
            shown += c;
        } else {
            shown += "\\x";
            shown += digits[byte / digits.size()];
            shown += digits[byte % digits.size()];
        }
    }
    return shown;
}

std::string quoted_text(std::string_view text) {
    constexpr std::size_t shown_max = 60;
    if (text.size() <= shown_max) return "\"" + shown_text(text) + "\"";
    std::size_t end = shown_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return "\"" + shown_text(text.substr(0, end)) + "…\"";
}

}  // namespace begroot::exchange::detail
