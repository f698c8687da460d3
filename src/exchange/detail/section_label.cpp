#include "exchange/detail/section_label.hpp"

#include "exchange/detail/label.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace begroot::exchange::detail {

namespace {

constexpr std::size_t heading_digits_max = 2;
constexpr std::size_t sentence_words_least = 13;

template <std::size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::ranges::find(words, word) != words.end();
}

template <std::size_t N>
bool begins_among(std::string_view word, const std::array<std::string_view, N>& stems) {
    return std::ranges::any_of(stems, [word](std::string_view stem) { return word.starts_with(stem); });
}

/// The words of a heading, normalised; those between brackets apart.
struct HeadingWords {
    std::vector<std::string> words;
    std::vector<std::string> notes;
};

bool parts_words(char c) {
    constexpr std::string_view marks = "/&+|,;:()[]";
    return marks.find(c) != std::string_view::npos;
}

/// Tells whether a word is how a heading is numbered: `2.`, `II`, `b)`.
bool is_numbering(std::string_view word) {
    if (std::ranges::all_of(word, is_digit)) return true;
    constexpr std::size_t roman_max = 4;
    const bool roman = word.size() <= roman_max && word.find_first_not_of("ivx") == std::string_view::npos;
    return word.size() == 1 || roman;
}

/// Adds a word; words that say nothing here are left out.
void add_word(std::string_view raw, std::vector<std::string>& words) {
    constexpr std::array<std::string_view, 6> fillers{"begroting", "begroot", "de", "het", "alle", "jaar"};
    std::string word = normalise(raw);
    if (word.empty() || is_among(word, fillers) || std::ranges::all_of(word, is_digit)) return;
    if (words.empty() && is_numbering(word)) return;
    words.push_back(std::move(word));
}

HeadingWords split_heading(std::string_view text) {
    HeadingWords found;
    std::size_t depth = 0;
    for (text = trim(text); !text.empty();) {
        std::size_t end = 0;
        while (end < text.size() && leading_space(text.substr(end)) == 0 && !parts_words(text[end])) ++end;
        add_word(text.substr(0, end), depth > 0 ? found.notes : found.words);
        text.remove_prefix(end);
        if (text.empty()) break;
        if (text[0] == '(' || text[0] == '[') ++depth;
        if ((text[0] == ')' || text[0] == ']') && depth > 0) --depth;
        text.remove_prefix(std::max<std::size_t>(1, leading_space(text)));
    }
    return found;
}

bool is_sentence(std::string_view text, const std::vector<std::string>& words) {
    constexpr std::array<std::string_view, 14> verbs{"is",     "zijn",  "was",    "waren", "wordt", "worden", "werd",
                                                     "werden", "heeft", "hebben", "zie",   "kan",   "kunnen", "moet"};
    constexpr std::size_t stopped_words_least = 4;
    const bool verb = std::ranges::any_of(words, [&](const std::string& word) { return is_among(word, verbs); });
    return verb || words.size() >= sentence_words_least || (text.ends_with('.') && words.size() >= stopped_words_least);
}

/// Tells whether words turn expense into income: costs that somebody else pays back.
bool turns_expense(std::string_view word) {
    constexpr std::array<std::string_view, 14> stems{"doorbe",    "doorge",  "vergoed",  "bijdrage", "declar",
                                                     "gedeclar",  "verhaal", "terug",    "restit",   "compens",
                                                     "gecompens", "subsid",  "tegemoet", "dekking"};
    return begins_among(word, stems);
}

/// Tells whether words turn income into expense: what is passed on or lost of it.
bool turns_income(std::string_view word) {
    constexpr std::array<std::string_view, 8> stems{"afdracht",    "afgedragen", "overdracht", "doorbet",
                                                    "doorgestort", "derving",    "gederfd",    "terug"};
    return begins_among(word, stems);
}

bool is_preposition(std::string_view word) {
    constexpr std::array<std::string_view, 13> prepositions{"in",  "van",  "voor", "uit",    "op",   "aan",  "ten",
                                                            "tot", "naar", "bij",  "inzake", "door", "tegen"};
    return is_among(word, prepositions);
}

/// Tells whether a word bends towards the one behind it: `overige`, `personele`.
bool is_adjective(std::string_view word) { return word.ends_with('e'); }

/// Tells whether a heading names one side for sure; `at` is its first word for that side.
bool is_certain(const std::vector<std::string>& words, std::size_t at, Side side) {
    const auto turns = [side](const std::string& word) {
        return side == Side::expense ? turns_expense(word) : turns_income(word);
    };
    if (std::ranges::any_of(words, turns)) return false;
    const auto before = words.begin() + static_cast<std::ptrdiff_t>(at);
    if (std::all_of(words.begin(), before, is_adjective)) return true;
    return at + 1 == words.size() && std::none_of(words.begin(), before, is_preposition);
}

/// Tells whether a heading is nothing but the contribution of the state, which is income and has no word for it.
bool is_state_contribution(const std::vector<std::string>& words) {
    constexpr std::array<std::string_view, 4> contributions{"rijksbijdrage", "rijksbijdragen", "rijksbekostiging",
                                                            "overheidsbijdragen"};
    constexpr std::array<std::string_view, 4> beside{"overige", "ocw", "ministerie", "en"};
    const auto names = [&](const std::string& word) { return is_among(word, contributions); };
    return std::ranges::any_of(words, names) &&
           std::ranges::all_of(words, [&](const std::string& word) { return names(word) || is_among(word, beside); });
}

}  // namespace

SectionLabel read_section(std::string_view text) {
    const HeadingWords found = split_heading(text);
    SectionLabel label;
    if (is_sentence(trim(text), found.words)) return label;
    if (is_state_contribution(found.words)) return {true, false, true, false};
    const auto hear = [&label](const std::string& word) {
        const WordSides sides = sides_of_word(word);
        label.income = label.income || sides.income;
        label.expense = label.expense || sides.expense;
        return sides.income || sides.expense;
    };
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < found.words.size(); ++i) {
        if (hear(found.words[i]) && !first) first = i;
    }
    for (const std::string& note : found.notes) hear(note);
    const auto side = label.side();
    if (!side || !first) return label;
    label.certain = is_certain(found.words, *first, *side);
    label.bare = label.certain && found.words.size() == 1 && is_side_word(found.words[0]);
    return label;
}

std::optional<std::string_view> behind_number(std::string_view text) {
    text = trim(text);
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (digits == 0 || digits > heading_digits_max) return std::nullopt;
    text = trim(text.substr(digits));
    while (!text.empty() && std::string_view(".):-").find(text[0]) != std::string_view::npos)
        text = trim(text.substr(1));
    if (text.empty() || is_digit(text[0])) return std::nullopt;
    return text;
}

}  // namespace begroot::exchange::detail
