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

/// Reads `1.000`, `1 000 000`, `1.000,-`, `1 mln` at the start of a text as a unit.
std::optional<std::int64_t> read_power(std::string_view text) {
    for (const std::string_view currency : {std::string_view("€"), std::string_view("eur")}) take_any(text, currency);
    if (!text.starts_with('1')) return std::nullopt;
    text.remove_prefix(1);
    std::int64_t euros = 1;
    for (;;) {
        std::string_view rest = text;
        const std::size_t mark = rest.starts_with('.') || rest.starts_with(',') ? 1 : leading_space(rest);
        rest.remove_prefix(mark);
        if (!rest.starts_with("000") || euros == 1'000'000'000) break;
        text = rest.substr(3);
        euros *= 1'000;
    }
    if (text.starts_with(',') || text.starts_with('.')) text.remove_prefix(1);
    if (!text.empty() && is_digit(text[0])) return std::nullopt;
    const std::string_view word = trim(text);
    const auto begins = [word](std::string_view start) {
        return word.size() >= start.size() && equals_folded(word.substr(0, start.size()), start);
    };
    if (euros == 1 && (begins("mln") || begins("miljoen"))) return 1'000'000;
    if (euros == 1 && begins("duizend")) return 1'000;
    return euros;
}

/// Gives the length of a multiplication sign at the start.
std::size_t leading_times(std::string_view text) {
    if (text.starts_with('x') || text.starts_with('X') || text.starts_with('*')) return 1;
    return text.starts_with("\xC3\x97") ? 2 : 0;
}

/// Adds what was found to what was found before.
void note_unit(std::optional<AmountUnit>& unit, std::int64_t euros) {
    if (!unit) {
        unit = AmountUnit{euros, true};
    } else if (unit->euros != euros) {
        unit->certain = false;
    }
}

/// Finds `x 1.000`, where the x stands for itself and nothing is counted before it.
void find_times(std::string_view text, std::optional<AmountUnit>& unit) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t size = leading_times(text.substr(i));
        if (size == 0) continue;
        const std::string_view before = trim(text.substr(0, i));
        const bool stands_apart = i == 0 || !(is_letter(text[i - 1]) || is_digit(text[i - 1]));
        if (!stands_apart || (!before.empty() && is_digit(before.back()))) continue;
        if (const auto euros = read_power(trim(text.substr(i + size)))) note_unit(unit, *euros);
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
        if (word == "duizenden" || word == "duizendtallen" || word == "keur" || word == "teur" || word == "dzd")
            note_unit(unit, 1'000);
        if (word == "miljoenen") note_unit(unit, 1'000'000);
        if (word == "k" && euro) note_unit(unit, 1'000);
        if (word == "mln") million = true;
        if (word == "duizend" && previous == "in") note_unit(unit, 1'000);
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
