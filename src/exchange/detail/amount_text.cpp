// One text to cents: signs, currency, separators.

#include "exchange/detail/label.hpp"
#include "exchange/detail/notation.hpp"

#include <algorithm>
#include <array>

namespace begroot::exchange::detail {

namespace {

bool take_front(std::string_view& text, std::string_view mark) {
    if (!text.starts_with(mark)) return false;
    text = trim(text.substr(mark.size()));
    return true;
}

bool take_back(std::string_view& text, std::string_view mark) {
    if (!text.ends_with(mark)) return false;
    text = trim(text.substr(0, text.size() - mark.size()));
    return true;
}

/// The digits and separators of a text amount, and what stood around them.
struct Parts {
    std::array<char, 32> core{};
    std::size_t size = 0;
    int signs = 0;
    bool negative = false;
    char whole_mark = '\0';  ///< the separator of `,-`

    [[nodiscard]] std::string_view view() const { return {core.data(), size}; }
};

void take_sign(std::string_view& text, Parts& parts, bool front) {
    constexpr std::array<std::string_view, 3> minuses{"-", "\xE2\x88\x92", "\xE2\x80\x93"};
    for (const std::string_view minus : minuses) {
        if (front ? take_front(text, minus) : take_back(text, minus)) {
            parts.negative = true;
            ++parts.signs;
            return;
        }
    }
    if (front ? take_front(text, "+") : take_back(text, "+")) ++parts.signs;
}

void take_whole_mark(std::string_view& text, Parts& parts) {
    constexpr std::array<std::string_view, 5> endings{"--", "-", "=", "\xE2\x80\x94", "\xE2\x80\x93"};
    for (const std::string_view ending : endings) {
        if (!text.ends_with(ending) || text.size() <= ending.size()) continue;
        const char mark = text[text.size() - ending.size() - 1];
        if (mark != ',' && mark != '.') continue;
        parts.whole_mark = mark;
        text = trim(text.substr(0, text.size() - ending.size() - 1));
        return;
    }
}

/// Copies digits and separators, spaces between groups of three left out; false when anything else stands there.
bool copy_core(std::string_view text, Parts& parts) {
    while (!text.empty()) {
        const std::size_t space = leading_space(text);
        if (space > 0) {
            const std::string_view after = text.substr(space);
            const bool group = after.size() >= 3 && std::ranges::all_of(after.substr(0, 3), is_digit) &&
                               (after.size() == 3 || !is_digit(after[3]));
            if (!group) return false;
            text = after;
            continue;
        }
        if (!is_digit(text[0]) && text[0] != ',' && text[0] != '.') return false;
        if (parts.size == parts.core.size()) return false;
        parts.core[parts.size++] = text[0];
        text.remove_prefix(1);
    }
    return std::ranges::any_of(parts.view(), is_digit);
}

std::optional<Parts> split(std::string_view text) {
    Parts parts;
    text = trim(text);
    if (text.starts_with('(') && text.ends_with(')') && text.size() > 2) {
        parts.negative = true;
        parts.signs = 1;
        text = trim(text.substr(1, text.size() - 2));
    }
    const auto take_currency = [&text] {
        return take_front(text, "€") || take_back(text, "€") || take_front(text, "EUR") || take_back(text, "EUR");
    };
    take_sign(text, parts, true);
    take_currency();
    take_sign(text, parts, true);
    if (parts.signs == 0 && !text.empty() && is_digit(text[0])) {
        // A debit or credit mark after the amount: credit is negative.
        if (take_back(text, "C") || take_back(text, "CR")) {
            parts.negative = true;
            ++parts.signs;
        } else if (take_back(text, "D") || take_back(text, "DB")) {
            ++parts.signs;
        }
    }
    take_whole_mark(text, parts);
    if (parts.whole_mark == '\0') take_sign(text, parts, false);
    if (parts.signs > 1 || !copy_core(text, parts)) return std::nullopt;
    return parts;
}

/// Tells whether a text is digits in groups of three: `1.234.567`.
bool is_grouped(std::string_view text, char mark) {
    std::size_t first = text.find(mark);
    if (first == 0 || first > 3) return false;
    for (text.remove_prefix(first); !text.empty(); text.remove_prefix(4)) {
        if (text.size() < 4 || text[0] != mark || !std::ranges::all_of(text.substr(1, 3), is_digit)) return false;
    }
    return true;
}

Notation decimal_by(char mark) { return mark == ',' ? Notation::dutch : Notation::english; }

Notation notation_of_parts(const Parts& parts) {
    const std::string_view core = parts.view();
    const auto commas = std::ranges::count(core, ',');
    const auto points = std::ranges::count(core, '.');
    if (commas == 0 && points == 0) return parts.whole_mark == '\0' ? Notation::open : decimal_by(parts.whole_mark);
    const std::size_t last = core.find_last_of(",.");
    const char mark = core[last];
    const char other = mark == ',' ? '.' : ',';
    if (parts.whole_mark != '\0') {
        return mark != parts.whole_mark && is_grouped(core, mark) ? decimal_by(parts.whole_mark) : Notation::none;
    }
    if (commas > 0 && points > 0) {
        const bool once = std::ranges::count(core, mark) == 1;
        return once && is_grouped(core.substr(0, last), other) ? decimal_by(mark) : Notation::none;
    }
    if (commas + points > 1) return is_grouped(core, mark) ? decimal_by(other) : Notation::none;
    const bool three = core.size() - last == 4 && last >= 1 && last <= 3 && core[0] != '0';
    return three ? Notation::ambiguous : decimal_by(mark);
}

}  // namespace

Notation notation_of(std::string_view text) {
    const auto parts = split(text);
    return parts ? notation_of_parts(*parts) : Notation::none;
}

Amount read_text(std::string_view text, Notation column) {
    const auto parts = split(text);
    if (!parts) return {.state = AmountState::no_amount};
    Notation notation = notation_of_parts(*parts);
    if (notation == Notation::none) return {.state = AmountState::no_amount};
    if (notation == Notation::ambiguous) notation = column;
    if (notation == Notation::ambiguous || notation == Notation::none) return {.state = AmountState::ambiguous};
    if (notation == Notation::open && parts->view().find_first_of(",.") != std::string_view::npos) {
        return {.state = AmountState::ambiguous};
    }
    std::array<char, 33> plain{};
    std::size_t size = 0;
    if (parts->negative) plain[size++] = '-';
    for (const char c : parts->view()) {
        if (is_digit(c))
            plain[size++] = c;
        else if ((c == ',') == (notation == Notation::dutch))
            plain[size++] = '.';
    }
    return read_digits({plain.data(), size});
}

}  // namespace begroot::exchange::detail
