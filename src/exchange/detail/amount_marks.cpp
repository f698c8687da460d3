#include "exchange/detail/amount_marks.hpp"

#include "exchange/detail/label.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace begroot::exchange::detail {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool take_any(std::string_view& text, std::string_view mark) {
    if (text.size() < mark.size() || !equals_folded(text.substr(0, mark.size()), mark)) return false;
    text = trim(text.substr(mark.size()));
    return true;
}

bool begins(std::string_view text, std::string_view lower) {
    return text.size() >= lower.size() && equals_folded(text.substr(0, lower.size()), lower);
}

bool take_currency(std::string_view& text) {
    return take_any(text, "€") || take_any(text, "euro") || take_any(text, "eur");
}

/// A power of ten that stands in a text.
struct Power {
    std::int64_t euros = 1;
    bool is_unit = true;    ///< false for `100`, a unit that no amount of a budget has
    std::string_view rest;  ///< what stands behind it, trimmed
};

/// Takes `,-`, `,00` or a lone mark off the start; false when digits go on.
bool take_no_cents(std::string_view& text) {
    if (text.starts_with(",00") || text.starts_with(".00")) {
        text.remove_prefix(3);
    } else if (text.starts_with(',') || text.starts_with('.')) {
        text.remove_prefix(1);
    }
    return text.empty() || !is_digit(text[0]);
}

/// Reads a word for a power at the start: `mln`, `duizend`.
std::optional<Power> read_power_word(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::int64_t>, 3> words{
        {{"duizend", 1'000}, {"mln", 1'000'000}, {"miljoen", 1'000'000}}};
    for (const auto& [word, euros] : words) {
        if (!begins(text, word)) continue;
        while (!text.empty() && is_letter(text[0])) text.remove_prefix(1);
        return Power{euros, true, trim(text)};
    }
    return std::nullopt;
}

/// Reads `1.000`, `1 000 000`, `1.000,-`, `1.000,00`, `1 mln`, `mln` at the start of a text, behind a currency.
std::optional<Power> read_power(std::string_view text) {
    if (auto word = read_power_word(text)) return word;
    if (!text.starts_with('1')) return std::nullopt;
    text.remove_prefix(1);
    std::size_t zeros = 0;
    for (;;) {
        std::string_view next = text;
        next.remove_prefix(next.starts_with('.') || next.starts_with(',') ? 1 : leading_space(next));
        if (!next.starts_with("000") || zeros == 9) break;
        text = next.substr(3);
        zeros += 3;
    }
    Power power;
    for (std::size_t i = 0; i < zeros; ++i) power.euros *= 10;
    for (; zeros == 0 && text.starts_with('0'); text.remove_prefix(1)) {
        power.euros = 0;
        power.is_unit = false;
    }
    if (!take_no_cents(text)) return std::nullopt;
    power.rest = trim(text);
    if (zeros > 0 || !power.is_unit) return power;
    const auto word = read_power_word(power.rest);
    return word ? word : power;
}

/// Gives the length of a multiplication sign at the start.
std::size_t leading_times(std::string_view text) {
    if (text.starts_with('x') || text.starts_with('X') || text.starts_with('*')) return 1;
    return text.starts_with("\xC3\x97") ? 2 : 0;
}

/// Adds what was found to what was found before.
void note_unit(std::optional<AmountUnit>& unit, std::int64_t euros, bool certain = true) {
    if (!unit) {
        unit = AmountUnit{euros, certain};
    } else if (unit->euros != euros || !certain) {
        unit->certain = false;
    }
}

/// What stands before a multiplication sign.
enum class Before : std::uint8_t {
    no_number,  ///< nothing, words, a year (`Begroting 2025`) or a name that ends in digits (`M4`, `2025/26`, `4.1`)
    number,     ///< a number behind words, or before one, which may be counted: `Versie 2`, `3 fte`
    count       ///< a number alone: `3 x € 1.000`
};

bool is_year_number(std::string_view digits) {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20") || digits.starts_with("21"));
}

Before look_before(std::string_view text) {
    text = trim(text);
    std::string_view counted = text;
    while (!counted.empty() && is_letter(counted.back())) counted.remove_suffix(1);
    const bool word = counted.size() < text.size();
    counted = trim(counted);
    std::size_t start = counted.size();
    while (start > 0 && is_digit(counted[start - 1])) --start;
    const std::string_view digits = counted.substr(start);
    if (digits.empty() || is_year_number(digits)) return Before::no_number;
    const char joint = start == 0 ? ' ' : counted[start - 1];
    const bool rubric = joint == '.' && digits.size() <= 2;
    if (rubric || is_letter(joint) || joint == '-' || joint == '/') return Before::no_number;
    return word || std::ranges::any_of(text, is_letter) ? Before::number : Before::count;
}

/// Finds `x 1.000`, where the x stands for itself and nothing is counted before it or, without a currency, behind it.
void find_times(std::string_view text, std::optional<AmountUnit>& unit) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t size = leading_times(text.substr(i));
        if (size == 0 || (i > 0 && (is_letter(text[i - 1]) || is_digit(text[i - 1])))) continue;
        const Before before = look_before(text.substr(0, i));
        if (before == Before::count) continue;
        std::string_view rest = trim(text.substr(i + size));
        const bool currency = take_currency(rest);
        auto power = read_power(rest);
        if (!power || (!power->is_unit && !currency)) continue;
        const bool in_euros = currency || take_currency(power->rest) || normalise(text).contains("bedrag");
        const bool counts = !in_euros && !power->rest.empty() && is_letter(power->rest[0]);
        note_unit(unit, power->euros, power->is_unit && before == Before::no_number && !counts);
    }
}

/// Finds a currency that is a thousand of it: `in € 1.000`, `EUR 000`, `€'000`; `(€ 1.000)` may be an amount, and is
/// not certain.
void find_currency(std::string_view text, std::optional<AmountUnit>& unit) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string_view rest = text.substr(i);
        if ((i > 0 && is_letter(text[i - 1])) || !take_currency(rest)) continue;
        std::string_view before = trim(text.substr(0, i));
        if (!take_any(rest, "'")) take_any(rest, "’");
        if (rest.starts_with("000") && (rest.size() == 3 || !is_digit(rest[3]))) note_unit(unit, 1'000);
        const auto power = read_power(rest);
        if (!power || !power->is_unit || power->euros == 1) continue;
        if (before.size() >= 2 && begins(before.substr(before.size() - 2), "in") &&
            (before.size() == 2 || !is_letter(before[before.size() - 3]))) {
            note_unit(unit, power->euros);
        } else if (before.ends_with('(') && power->rest.starts_with(')')) {
            note_unit(unit, power->euros, false);
        }
    }
}

/// Finds words: `in duizenden euro's`, `€ mln`, `k€`, `in euro's`.
void find_words(std::string_view text, std::optional<AmountUnit>& unit) {
    const bool euro = text.find("€") != std::string_view::npos;
    bool euro_word = false;
    bool million = false;
    std::string previous;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && is_letter(text[end])) ++end;
        const std::string word = normalise(text.substr(i, end - i));
        i = std::max(end, i + 1);
        if (word.empty()) continue;
        const bool is_rounding = previous == "op";  // `afgerond op duizenden`: then they may well be euros
        if (word == "duizenden" || word == "duizendtallen" || word == "keur" || word == "teur" || word == "dzd")
            note_unit(unit, 1'000, !is_rounding);
        if (word == "miljoenen") note_unit(unit, 1'000'000, !is_rounding);
        if ((word == "k" && euro) || (word == "t" && text.substr(end).starts_with("€"))) note_unit(unit, 1'000);
        if (word == "mln") million = true;
        if (word == "duizend" && previous == "in") note_unit(unit, 1'000);
        if ((word == "mln" || word == "miljoen") && previous == "in") note_unit(unit, 1'000'000);
        if (word.starts_with("euro") || word == "eur") euro_word = true;
        previous = word;
    }
    if (million && !unit && (euro || euro_word)) note_unit(unit, 1'000'000);
    if (euro_word && !unit && text.find("in ") != std::string_view::npos) note_unit(unit, 1);
}

struct MarkWord {
    std::string_view word;
    VarianceMark mark;
};

constexpr std::array<MarkWord, 4> mark_words{{{"voordelig", VarianceMark::favourable},
                                              {"nadelig", VarianceMark::unfavourable},
                                              {"v", VarianceMark::favourable},
                                              {"n", VarianceMark::unfavourable}}};

/// Takes a mark off either end.
VarianceMark take_mark(std::string_view& text) {
    std::string_view rest = text;
    if (rest.ends_with(')') && !rest.starts_with('(')) rest = trim(rest.substr(0, rest.size() - 1));
    for (const auto& [word, mark] : mark_words) {
        if (rest.size() <= word.size()) continue;
        if (equals_folded(rest.substr(rest.size() - word.size()), word)) {
            std::string_view amount = trim(rest.substr(0, rest.size() - word.size()));
            if (amount.ends_with('(')) amount = trim(amount.substr(0, amount.size() - 1));
            if (amount.empty() || is_letter(amount.back())) continue;
            text = amount;
            return mark;
        }
        // V12 and N210 are codes: a mark in front stands apart
        if (equals_folded(text.substr(0, word.size()), word) && leading_space(text.substr(word.size())) > 0) {
            text = trim(text.substr(word.size()));
            return mark;
        }
    }
    return VarianceMark::unmarked;
}

}  // namespace

std::optional<AmountUnit> read_unit(std::string_view text) {
    std::optional<AmountUnit> unit;
    find_times(text, unit);
    find_currency(text, unit);
    find_words(text, unit);
    return unit;
}

MarkedText split_mark(std::string_view text) {
    MarkedText marked{trim(text)};
    marked.mark = take_mark(marked.rest);
    return marked;
}

VarianceMark read_mark(std::string_view text) {
    text = trim(text);
    if (text.starts_with('(') && text.ends_with(')')) text = trim(text.substr(1, text.size() - 2));
    if (text.ends_with('.')) text.remove_suffix(1);
    const auto* const found =
        std::ranges::find_if(mark_words, [text](const MarkWord& known) { return equals_folded(text, known.word); });
    return found == mark_words.end() ? VarianceMark::unmarked : found->mark;
}

Variance read_variance(std::string_view text, Notation column) {
    const MarkedText marked = split_mark(text);
    return {read_text(marked.rest, column), marked.mark};
}

}  // namespace begroot::exchange::detail
