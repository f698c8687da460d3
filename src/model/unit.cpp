#include "model/unit.hpp"

#include "base/nearest.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace begroot::model {

namespace {

constexpr std::array known_symbols = std::to_array<std::string_view>(
    {"€", "leerling", "fte", "uur", "groep", "plaats", "tlv", "punt", "school", "maand", "jaar"});
constexpr std::array written_forms =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"euro", "€"},
                                                                  {"leerlingen", "leerling"},
                                                                  {"uren", "uur"},
                                                                  {"groepen", "groep"},
                                                                  {"plaatsen", "plaats"},
                                                                  {"tlv's", "tlv"},
                                                                  {"punten", "punt"},
                                                                  {"scholen", "school"},
                                                                  {"maanden", "maand"},
                                                                  {"jaren", "jaar"}});
constexpr std::string_view euro = "€";
constexpr std::size_t year_digits = 4;

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

bool is_real_euro(std::string_view word) {
    if (!word.starts_with(euro) || word.size() != euro.size() + year_digits) return false;
    const std::string_view year = word.substr(euro.size());
    return (year.starts_with("19") || year.starts_with("20") || year.starts_with("21")) &&
           std::ranges::all_of(year, [](char digit) { return digit >= '0' && digit <= '9'; });
}

/// Gives the one symbol that a word stands for; nothing when it is unknown.
std::optional<std::string> symbol_of(std::string_view word, std::span<const std::string> own) {
    const auto* const form =
        std::ranges::find(written_forms, word, &std::pair<std::string_view, std::string_view>::first);
    if (form != written_forms.end()) return std::string(form->second);
    const bool known = std::ranges::find(known_symbols, word) != known_symbols.end() ||
                       std::ranges::find(own, word) != own.end() || is_real_euro(word);
    return known ? std::optional(std::string(word)) : std::nullopt;
}

std::string unknown(std::string_view word, std::span<const std::string> own) {
    std::vector<std::string> words(known_symbols.begin(), known_symbols.end());
    words.insert(words.end(), own.begin(), own.end());
    std::string found = "\"" + std::string(word) + "\" is geen eenheid";
    if (const auto meant = nearest(word, words)) found += "; bedoelt u \"" + *meant + "\"?";
    return found;
}

Unit combine(const Unit& a, const Unit& b, int sign) {
    Unit made = a;
    for (const auto& [symbol, exponent] : b.exponents) {
        const int together = (made.exponents[symbol] += sign * exponent);
        if (together == 0) made.exponents.erase(symbol);
    }
    made.percent = a.percent && b.percent && sign > 0 && made.exponents.empty();
    return made;
}

}  // namespace

std::expected<Unit, std::string> parse_unit(std::string_view text, std::span<const std::string> own) {
    if (text.size() > unit_bytes_max)
        return std::unexpected("een eenheid van meer dan " + std::to_string(unit_bytes_max) + " bytes");
    if (trimmed(text) == "%") return Unit{{}, true};
    Unit unit;
    int sign = 1;
    while (true) {
        const std::size_t end = std::min(text.find_first_of("*/"), text.size());
        const std::string_view word = trimmed(text.substr(0, end));
        if (word.empty()) return std::unexpected("een eenheid waar een woord ontbreekt");
        if (word != "1") {
            const auto symbol = symbol_of(word, own);
            if (!symbol) return std::unexpected(unknown(word, own));
            unit = combine(unit, Unit{{{*symbol, 1}}, false}, sign);
        }
        if (end == text.size()) return unit;
        sign = text[end] == '/' ? -1 : 1;
        text.remove_prefix(end + 1);
    }
}

std::string to_text(const Unit& unit) {
    if (unit.percent) return "%";
    std::string above;
    std::string below;
    for (const auto& [symbol, exponent] : unit.exponents) {
        for (int i = 0; i < exponent; ++i) above += (above.empty() ? "" : "*") + symbol;
        for (int i = 0; i > exponent; --i) below += "/" + symbol;
    }
    return (above.empty() ? "1" : above) + below;
}

bool may_add(const Unit& a, const Unit& b) { return a.exponents == b.exponents; }

bool is_money(const Unit& unit) {
    return std::ranges::any_of(unit.exponents,
                               [](const auto& one) { return one.first.starts_with(euro) && one.second > 0; });
}

Unit multiply(const Unit& a, const Unit& b) { return combine(a, b, 1); }

Unit divide(const Unit& a, const Unit& b) { return combine(a, b, -1); }

}  // namespace begroot::model
