#include "model/number_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace begroot::model {

namespace {

constexpr std::size_t digits_max = 15;
constexpr double hundred = 100;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_spaces(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

bool take_suffix(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text = without_spaces(text.substr(0, text.size() - suffix.size()));
    return true;
}

/// Takes the points out of `12.938`; nothing when a group is not three digits.
std::optional<std::string> without_points(std::string_view whole) {
    if (whole.find('.') == std::string_view::npos) return std::string(whole);
    std::string digits;
    std::size_t group = 0;
    bool first = true;
    for (std::size_t i = 0; i <= whole.size(); ++i) {
        if (i < whole.size() && whole[i] != '.') {
            ++group;
            digits += whole[i];
            continue;
        }
        if (first ? (group < 1 || group > 3 || whole[0] == '0') : group != 3) return std::nullopt;
        first = false;
        group = 0;
    }
    return digits;
}

}  // namespace

std::optional<WrittenNumber> parse_number(std::string_view text) {
    WrittenNumber number;
    text = without_spaces(text);
    if (text.starts_with("€")) text = without_spaces(text.substr(std::string_view("€").size()));
    const bool negative = text.starts_with('-');
    number.has_sign = negative || text.starts_with('+');
    if (number.has_sign) text = without_spaces(text.substr(1));
    if (text.starts_with("€")) text = without_spaces(text.substr(std::string_view("€").size()));
    if (take_suffix(text, "pp")) {
        number.suffix = NumberSuffix::points;
    } else if (take_suffix(text, "%")) {
        number.suffix = NumberSuffix::percent;
    }
    const std::size_t comma = std::min(text.find(','), text.size());
    const auto whole = without_points(text.substr(0, comma));
    const std::string_view decimals = comma < text.size() ? text.substr(comma + 1) : std::string_view();
    if (!whole || whole->empty() || whole->size() + decimals.size() > digits_max) return std::nullopt;
    if (comma < text.size() && decimals.empty()) return std::nullopt;
    std::string plain = *whole;
    if (!decimals.empty()) plain += "." + std::string(decimals);
    for (const char c : *whole + std::string(decimals)) {
        if (!is_digit(c)) return std::nullopt;
    }
    // A percentage shifts the point in the text, so that 2,3% is the double nearest to 0.023.
    if (number.suffix != NumberSuffix::none) plain += "e-2";
    std::from_chars(plain.data(), plain.data() + plain.size(), number.value);
    if (negative) number.value = -number.value;
    return number;
}

std::optional<Change> parse_change(std::string_view text, const Unit& unit) {
    const auto number = parse_number(text);
    if (!number) return std::nullopt;
    using Kind = Change::Kind;
    if (number->suffix == NumberSuffix::points)
        return unit.percent ? std::optional(Change{Kind::add, number->value}) : std::nullopt;
    if (number->suffix == NumberSuffix::percent) {
        if (number->has_sign) return Change{Kind::multiply, number->value};
        return unit.exponents.empty() ? std::optional(Change{Kind::set, number->value}) : std::nullopt;
    }
    if (unit.percent && number->value != 0) return std::nullopt;  // 2,3 or 230 percent?
    return Change{number->has_sign ? Kind::add : Kind::set, number->value};
}

std::string to_text(const Change& change, const Unit& unit) {
    const std::string sign = change.amount < 0 ? "" : "+";
    if (change.kind == Change::Kind::set) return number_text(change.amount, unit);
    if (change.kind == Change::Kind::multiply) return sign + number_text(change.amount, Unit{{}, true});
    if (!unit.percent) return sign + number_text(change.amount, unit);
    return sign + number_text(change.amount * hundred, Unit{}) + "pp";
}

std::string number_text(double value, const Unit& unit, int decimals) {
    std::array<char, 400> buffer{};
    const double shown = unit.percent ? value * hundred : value;
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, std::abs(shown));
    std::string digits(buffer.data(), static_cast<std::size_t>(std::max(length, 0)));
    std::string fraction;
    if (const auto point = digits.find('.'); point != std::string::npos) {
        fraction = digits.substr(point + 1);
        digits.resize(point);
        while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    }
    const bool is_zero = fraction.empty() && digits == "0";
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ".");
    std::string text = (value < 0 && !is_zero ? "-" : "") + digits;
    if (!fraction.empty()) text += "," + fraction;
    return unit.percent ? text + "%" : text;
}

}  // namespace begroot::model
