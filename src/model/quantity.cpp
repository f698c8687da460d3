#include "model/quantity.hpp"

#include "model/detail/tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace begroot::model {

namespace {

constexpr std::size_t quantity_bytes_max = 60;
constexpr std::string_view euro_sign = "€";
constexpr int percent_digits = 2;  // a percentage stands two places to the left of its fraction
constexpr std::size_t group_digits = 3;

bool takes(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

bool takes_last(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text.remove_suffix(suffix.size());
    return true;
}

void skip_blanks(std::string_view& text) {
    while (takes(text, " ") || takes(text, "\t")) {
    }
    while (takes_last(text, " ") || takes_last(text, "\t")) {
    }
}

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

/// Gives the digits before the comma without their thousands points; nothing when the points do not split into threes.
std::optional<std::string> ungrouped(std::string_view whole) {
    std::string digits;
    if (whole.find('.') != std::string_view::npos && whole.starts_with('0')) return std::nullopt;
    for (std::size_t at = 0; at <= whole.size();) {
        const std::size_t point = std::min(whole.find('.', at), whole.size());
        const std::string_view group = whole.substr(at, point - at);
        const bool is_first = at == 0;
        const bool is_only = is_first && point == whole.size();
        const bool fits = is_only || (is_first ? group.size() <= group_digits : group.size() == group_digits);
        if (group.empty() || !fits || !all_digits(group)) return std::nullopt;
        digits += group;
        at = point + 1;
    }
    return digits;
}

/// Reads what is left when sign, euro sign and mark are taken off.
std::optional<double> parse_digits(std::string_view text, bool is_percentage) {
    const std::size_t comma = std::min(text.find(','), text.size());
    const auto whole = ungrouped(text.substr(0, comma));
    if (!whole) return std::nullopt;
    std::string written = *whole;
    if (comma < text.size()) {
        const std::string_view decimals = text.substr(comma + 1);
        if (decimals.empty() || !all_digits(decimals)) return std::nullopt;
        written += ',';
        written += decimals;
    }
    return detail::value_of(written, is_percentage);
}

/// Writes the shortest digits that read back as the same double, moved `places` to the left, in Dutch notation.
std::string write_digits(double value, int places) {
    std::array<char, 40> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), std::abs(value), std::chars_format::scientific);
    const std::string_view written(text.data(), static_cast<std::size_t>(end.ptr - text.data()));
    const std::size_t mark = written.find('e');
    int exponent = 0;
    const std::string_view power = written.substr(written[mark + 1] == '+' ? mark + 2 : mark + 1);
    std::from_chars(power.data(), power.data() + power.size(), exponent);
    std::string digits(written.substr(0, mark));
    std::erase(digits, '.');
    int point = exponent + 1 + places;  // digits before the comma
    if (digits == "0") point = 1;
    if (point <= 0) {
        digits.insert(0, static_cast<std::size_t>(1 - point), '0');
        point = 1;
    }
    const auto whole = static_cast<std::size_t>(point);
    if (digits.size() < whole) digits.append(whole - digits.size(), '0');
    std::string result;
    for (std::size_t i = 0; i < whole; ++i) {
        if (i > 0 && (whole - i) % group_digits == 0) result += '.';
        result += digits[i];
    }
    if (digits.size() > whole) result += "," + digits.substr(whole);
    return result;
}

std::string write_signed(double value, bool always, int places) {
    const std::string_view sign = value < 0 ? "-" : (always ? "+" : "");
    return std::string(sign) + write_digits(value, places);
}

std::string expected_value(const Unit& unit) {
    if (unit.percent) return "een percentage, bijvoorbeeld 2,3%";
    return is_money(unit) ? "een bedrag, bijvoorbeeld 12.938,34" : "een getal zonder %, bijvoorbeeld 9.500 of 1,02";
}

std::string expected_change(const Unit& unit) {
    if (unit.percent) return "+0,1pp (erbij), +2% (maal 1,02) of 2,4% (wordt)";
    return "+100 (erbij), +2% (maal 1,02) of 9.500 (wordt)";
}

}  // namespace

std::optional<Quantity> parse_quantity(std::string_view text) {
    skip_blanks(text);
    if (text.size() > quantity_bytes_max) return std::nullopt;
    Quantity quantity;
    const auto take_sign = [&text, &quantity] {
        if (quantity.sign != 0 || (!text.starts_with('+') && !text.starts_with('-'))) return;
        quantity.sign = text.front();
        text.remove_prefix(1);
        skip_blanks(text);
    };
    take_sign();
    quantity.euro = takes(text, euro_sign);
    skip_blanks(text);
    take_sign();
    if (takes_last(text, "%")) {
        quantity.mark = Quantity::Mark::percent;
    } else if (takes_last(text, "pp")) {
        quantity.mark = Quantity::Mark::points;
    }
    skip_blanks(text);
    const auto value = parse_digits(text, quantity.mark != Quantity::Mark::none);
    if (!value || (quantity.euro && quantity.mark != Quantity::Mark::none)) return std::nullopt;
    quantity.value = quantity.sign == '-' ? -*value : *value;
    return quantity;
}

std::expected<double, std::string> parse_value(std::string_view text, const Unit& unit) {
    const auto quantity = parse_quantity(text);
    const auto wanted = unit.percent ? Quantity::Mark::percent : Quantity::Mark::none;
    if (!quantity || quantity->mark != wanted || (quantity->euro && !is_money(unit)))
        return std::unexpected(expected_value(unit));
    return quantity->value;
}

std::expected<Change, std::string> parse_change(std::string_view text, const Unit& unit) {
    const auto quantity = parse_quantity(text);
    if (!quantity || (quantity->euro && !is_money(unit))) return std::unexpected(expected_change(unit));
    const bool has_sign = quantity->sign != 0;
    if (quantity->mark == Quantity::Mark::percent && has_sign) return Change{Change::Kind::multiply, quantity->value};
    const auto added = unit.percent ? Quantity::Mark::points : Quantity::Mark::none;
    if (has_sign && quantity->mark == added) return Change{Change::Kind::add, quantity->value};
    const auto set = unit.percent ? Quantity::Mark::percent : Quantity::Mark::none;
    if (!has_sign && quantity->mark == set) return Change{Change::Kind::set, quantity->value};
    return std::unexpected(expected_change(unit));
}

std::string write_value(double value, const Unit& unit) {
    if (!std::isfinite(value)) return "niet te berekenen";
    return unit.percent ? write_signed(value, false, percent_digits) + "%" : write_signed(value, false, 0);
}

std::string to_text(const Change& change, const Unit& unit) {
    switch (change.kind) {
        case Change::Kind::set:
            return write_value(change.amount, unit);
        case Change::Kind::add:
            return unit.percent ? write_signed(change.amount, true, percent_digits) + "pp"
                                : write_signed(change.amount, true, 0);
        case Change::Kind::multiply:
            return write_signed(change.amount, true, percent_digits) + "%";
    }
    return "";
}

}  // namespace begroot::model
