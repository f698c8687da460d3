#include "exchange/detail/label.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace begroot::exchange::detail {

namespace {

/// Folds the second byte of a Latin-1 letter in UTF-8 (lead byte C3) to its ASCII base letter; 0 when it has none.
char base_letter(unsigned char second) {
    // The letters U+00C0 to U+00DF in order; U+00E0 to U+00FF are their small twins.
    constexpr std::string_view bases = "aaaaaaaceeeeiiiidnooooo.ouuuuy.s";
    const char base = bases[(second - 0x80U) & 0x1FU];
    return base == '.' ? '\0' : base;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

template <std::size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 6> income_words{"baten",     "bate",      "opbrengsten",
                                                       "opbrengst", "inkomsten", "ontvangsten"};
constexpr std::array<std::string_view, 3> expense_words{"lasten", "kosten", "uitgaven"};
constexpr std::array<std::string_view, 3> total_words{"totaal", "totale", "total"};
constexpr std::array<std::string_view, 8> filler_words{"begroting", "begroot", "de",   "van",
                                                       "het",       "alle",    "jaar", "excl"};

struct Words {
    std::vector<std::string> all;      ///< normalised, without fillers and bare numbers
    std::vector<std::string> rubrics;  ///< as written
};

Words split_words(std::string_view text) {
    Words words;
    for (text = trim(text); !text.empty(); text = trim(text)) {
        std::size_t end = 0;
        while (end < text.size() && leading_space(text.substr(end)) == 0) ++end;
        std::string_view raw = text.substr(0, end);
        text.remove_prefix(end);
        while (!raw.empty() && (raw.back() == ':' || raw.back() == '.' || raw.back() == ',')) raw.remove_suffix(1);
        if (is_rubric(raw)) {
            words.rubrics.emplace_back(raw);
            continue;
        }
        std::string word = normalise(raw);
        if (word.empty() || among(word, filler_words) || std::ranges::all_of(word, is_digit)) continue;
        words.all.push_back(std::move(word));
    }
    return words;
}

/// Tells whether letters stand in a text whatever their capitals; cheaper than splitting it in words.
bool contains_folded(std::string_view text, std::string_view letters) {
    return !std::ranges::search(text, letters, [](char a, char b) { return lower(a) == b; }).empty();
}

LabelKind total_kind(const std::vector<std::string>& words) {
    const auto has = [&words](std::string_view word) { return std::ranges::find(words, word) != words.end(); };
    if (has("subtotaal")) return LabelKind::subtotal;
    if (has("eindtotaal") || (has("totaal") && has("generaal"))) return LabelKind::grand_total;
    if (has("saldo") || std::ranges::any_of(words, [](const std::string& w) { return w.ends_with("resultaat"); })) {
        return LabelKind::result;
    }
    if (std::ranges::none_of(words, [](const std::string& w) { return among(w, total_words); })) return LabelKind::none;
    std::vector<std::string_view> rest;
    for (const std::string& word : words) {
        if (!among(word, total_words)) rest.push_back(word);
    }
    if (rest.empty()) return LabelKind::total;
    if (rest.size() == 1 && among(rest[0], income_words)) return LabelKind::total_income;
    if (rest.size() == 1 && among(rest[0], expense_words)) return LabelKind::total_expense;
    return LabelKind::subtotal;
}

}  // namespace

std::size_t leading_space(std::string_view text) {
    if (text.empty()) return 0;
    if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
    if (text.starts_with("\xC2\xA0")) return 2;
    // U+2000 to U+200B, and the narrow no-break space U+202F.
    if (text.starts_with("\xE2\x80") && text.size() >= 3) {
        const auto last = static_cast<unsigned char>(text[2]);
        if (last <= 0x8B || last == 0xAF) return 3;
    }
    return 0;
}

std::string_view trim(std::string_view text) {
    // Nearly every cell has nothing to trim.
    const auto is_plain = [](char c) { return c > ' ' && c < '\x7f'; };
    if (!text.empty() && is_plain(text.front()) && is_plain(text.back())) return text;
    while (const std::size_t space = leading_space(text)) text.remove_prefix(space);
    for (bool again = true; again;) {
        again = false;
        for (const std::size_t size : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
            if (text.size() < size || leading_space(text.substr(text.size() - size)) != size) continue;
            text.remove_suffix(size);
            again = true;
            break;
        }
    }
    return text;
}

std::string normalise(std::string_view text) {
    std::string key;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = lower(text[i]);
        if ((c >= 'a' && c <= 'z') || is_digit(c)) {
            key += c;
        } else if (c == '\xC3' && i + 1 < text.size()) {
            if (const char base = base_letter(static_cast<unsigned char>(text[++i]))) key += base;
        }
    }
    return key;
}

bool equals_folded(std::string_view text, std::string_view lower_text) {
    return std::ranges::equal(text, lower_text, [](char a, char b) { return lower(a) == b; });
}

bool is_rubric(std::string_view text) {
    if (text.size() < 3 || text[0] < '1' || text[0] > '5') return false;
    std::size_t digits = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '.') {
            if (i > 1 && digits == 0) return false;
            digits = 0;
        } else if (!is_digit(text[i]) || text[1] != '.' || ++digits > 2) {
            return false;
        }
    }
    return digits > 0;
}

std::optional<Side> rubric_side(std::string_view rubric) {
    if (rubric.starts_with("3")) return Side::income;
    if (rubric.starts_with("4")) return Side::expense;
    return std::nullopt;
}

Label read_label(std::string_view text) {
    text = trim(text);
    const Words words = split_words(text);
    Label label;
    if (words.rubrics.size() == 1) label.rubric = words.rubrics[0];
    label.kind = total_kind(words.all);
    if (label.kind == LabelKind::total && !words.rubrics.empty()) label.kind = LabelKind::subtotal;
    if (label.kind != LabelKind::none) return label;
    if (!label.rubric.empty() && text.starts_with(label.rubric)) {
        label.kind = LabelKind::rubric;
        std::string_view rest = trim(text.substr(label.rubric.size()));
        while (!rest.empty() && (rest[0] == '.' || rest[0] == '-' || rest[0] == ':')) rest = trim(rest.substr(1));
        label.rest = rest;
    } else if (words.all.size() == 1 && among(words.all[0], income_words)) {
        label.kind = LabelKind::income;
    } else if (words.all.size() == 1 && among(words.all[0], expense_words)) {
        label.kind = LabelKind::expense;
    }
    return label;
}

WordSides sides_of_word(std::string_view word) {
    constexpr std::array<std::string_view, 2> verbs{"belasten", "ontlasten"};
    const auto ends = [word](std::string_view side) { return word.ends_with(side); };
    const auto starts = [word](std::string_view side) { return word.starts_with(side); };
    if (std::ranges::any_of(verbs, ends)) return {};
    const bool income = std::ranges::any_of(income_words, ends);
    const bool expense = std::ranges::any_of(expense_words, ends);
    return {income || (expense && std::ranges::any_of(income_words, starts)),
            expense || (income && std::ranges::any_of(expense_words, starts))};
}

bool is_side_word(std::string_view word) { return among(word, income_words) || among(word, expense_words); }

TotalText read_total_text(std::string_view text) {
    constexpr std::array<std::string_view, 2> certain_words{"subtotaal", "eindtotaal"};
    if (!contains_folded(text, "tota")) return TotalText::none;
    const std::vector<std::string> words = split_words(text).all;
    const auto is_total = [](const std::string& word) { return among(word, total_words); };
    if (words.empty()) return TotalText::none;
    if (std::ranges::all_of(words, is_total)) return TotalText::certain;
    if (std::ranges::any_of(words, [&](const std::string& word) { return among(word, certain_words); }))
        return TotalText::certain;
    return is_total(words.front()) || is_total(words.back()) ? TotalText::possible : TotalText::none;
}

std::optional<std::string_view> dutch_excel_error(std::string_view text) {
    using Pair = std::array<std::string_view, 2>;
    constexpr std::array<Pair, 7> names{{{"#N/A", "#N/B"},
                                         {"#DIV/0!", "#DEEL/0!"},
                                         {"#REF!", "#VERW!"},
                                         {"#VALUE!", "#WAARDE!"},
                                         {"#NAME?", "#NAAM?"},
                                         {"#NUM!", "#GETAL!"},
                                         {"#NULL!", "#LEEG!"}}};
    for (const auto& [english, dutch] : names) {
        if (text == english || text == dutch) return dutch;
    }
    return std::nullopt;
}

}  // namespace begroot::exchange::detail
