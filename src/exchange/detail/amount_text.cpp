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
    std::size_t commas = 0;
    std::size_t points = 0;
    std::size_t last_mark = 0;  ///< where the last comma or point stands in the core
    int signs = 0;
    bool negative = false;
    std::optional<bool> credit;  ///< a mark of credit or debit stood behind it
    char whole_mark = '\0';      ///< the separator of `,-`

    [[nodiscard]] std::string_view view() const { return {core.data(), size}; }

    /// Adds a digit or a mark; false when there is no room or it is neither.
    bool add(char c) {
        if (size == core.size()) return false;
        if (c == ',' || c == '.') {
            ++(c == ',' ? commas : points);
            last_mark = size;
        } else if (!is_digit(c)) {
            return false;
        }
        core[size++] = c;
        return true;
    }

    [[nodiscard]] bool has_digit() const { return size > commas + points; }
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

/// Gives the length of what stands between groups of three digits and is no comma or point: a space, an apostrophe.
std::size_t leading_group_mark(std::string_view text) {
    if (text.starts_with('\'')) return 1;
    if (text.starts_with("\xE2\x80\x99")) return 3;
    return leading_space(text);
}

/// Copies digits and separators, spaces between groups of three left out; false when anything else stands there.
bool copy_core(std::string_view text, Parts& parts) {
    while (!text.empty()) {
        const std::size_t mark = leading_group_mark(text);
        if (mark > 0) {
            const std::string_view after = text.substr(mark);
            const bool group = parts.has_digit() && after.size() >= 3 &&
                               std::ranges::all_of(after.substr(0, 3), is_digit) &&
                               (after.size() == 3 || !is_digit(after[3]));
            if (!group) return false;
            text = after;
            continue;
        }
        if (!parts.add(text[0])) return false;
        text.remove_prefix(1);
    }
    return parts.has_digit();
}

/// Reads what nearly all text amounts are at once: `1.234,56`, `1234,56`, a minus before it at most. Nothing for
/// anything else, which is taken apart.
std::optional<Money> read_usual_dutch(std::string_view text) {
    constexpr std::size_t decimals = 3;   // with their comma
    constexpr std::size_t group = 4;      // with its point
    constexpr std::size_t size_max = 14;  // whatever stands there, no number of so many places overflows
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (text.size() <= decimals || text.size() > size_max || text[text.size() - decimals] != ',') return std::nullopt;
    const std::size_t whole = text.size() - decimals;
    const bool grouped = whole > group && text[whole - group] == '.';
    std::int64_t cents = 0;
    bool usual = true;
    const auto add = [&](char c) {
        usual = usual && is_digit(c);
        cents = cents * 10 + (c - '0');
    };
    for (std::size_t left = whole; left > 0; --left) {
        const char c = text[whole - left];
        if (grouped && left % group == 0)
            usual = usual && c == '.' && left != whole;
        else
            add(c);
    }
    add(text[whole + 1]);
    add(text[whole + 2]);
    if (!usual || cents > money_cents_max) return std::nullopt;
    return Money::from_cents(negative ? -cents : cents);
}

/// Takes apart what nearly all amounts are: digits and marks, a minus before them. False for anything else.
bool split_plain(std::string_view text, Parts& parts) {
    if (text.starts_with('-')) {
        parts.negative = true;
        parts.signs = 1;
        text.remove_prefix(1);
    }
    return std::ranges::all_of(text, [&parts](char c) { return parts.add(c); }) && parts.has_digit();
}

/// Takes a debit or credit mark behind an amount: credit is negative.
void take_side(std::string_view& text, Parts& parts) {
    constexpr std::array<std::string_view, 3> credits{"CR", "C", "Cr"};
    constexpr std::array<std::string_view, 5> debits{"DB", "DR", "D", "Db", "Dr"};
    const auto take = [&text](std::string_view mark) { return take_back(text, mark); };
    if (std::ranges::any_of(credits, take)) {
        parts.negative = true;
        parts.credit = true;
        ++parts.signs;
    } else if (std::ranges::any_of(debits, take)) {
        parts.credit = false;
        ++parts.signs;
    }
}

std::optional<Parts> split(std::string_view text) {
    if (Parts plain; split_plain(text, plain)) return plain;
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
    if (parts.signs == 0 && !text.empty() && is_digit(text[0])) take_side(text, parts);
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
    if (parts.commas == 0 && parts.points == 0) {
        return parts.whole_mark == '\0' ? Notation::open : decimal_by(parts.whole_mark);
    }
    const std::string_view core = parts.view();
    const std::size_t last = parts.last_mark;
    const char mark = core[last];
    const char other = mark == ',' ? '.' : ',';
    if (parts.whole_mark != '\0') {
        return mark != parts.whole_mark && is_grouped(core, mark) ? decimal_by(parts.whole_mark) : Notation::none;
    }
    if (parts.commas > 0 && parts.points > 0) {
        const bool once = (mark == ',' ? parts.commas : parts.points) == 1;
        return once && is_grouped(core.substr(0, last), other) ? decimal_by(mark) : Notation::none;
    }
    if (parts.commas + parts.points > 1) return is_grouped(core, mark) ? decimal_by(other) : Notation::none;
    const bool three = core.size() - last == 4 && last >= 1 && last <= 3 && core[0] != '0';
    return three ? Notation::ambiguous : decimal_by(mark);
}

/// Adds up whole euros and at most two decimals; nothing when the amount has more of either than fits here.
std::optional<Money> add_up(const Parts& parts, char decimal_mark) {
    constexpr std::size_t digits_max = 12;
    if (parts.size > digits_max + parts.commas + parts.points) return std::nullopt;
    std::int64_t cents = 0;
    std::size_t decimals = 0;
    bool behind = false;
    for (const char c : parts.view()) {
        if (is_digit(c)) {
            cents = cents * 10 + (c - '0');
            decimals += behind ? 1U : 0U;
        } else {
            behind = behind || c == decimal_mark;
        }
    }
    if (decimals > 2) return std::nullopt;
    for (; decimals < 2; ++decimals) cents *= 10;
    if (cents > money_cents_max) return std::nullopt;
    return Money::from_cents(parts.negative ? -cents : cents);
}

}  // namespace

std::optional<bool> written_credit(std::string_view text) {
    const auto parts = split(text);
    return parts ? parts->credit : std::nullopt;
}

Notation notation_of(std::string_view text) {
    if (read_usual_dutch(text)) return Notation::dutch;
    const auto parts = split(text);
    return parts ? notation_of_parts(*parts) : Notation::none;
}

Amount read_text(std::string_view text, Notation column) {
    if (column != Notation::english) {
        if (const auto usual = read_usual_dutch(text)) return {AmountState::value, *usual, false};
    }
    const auto parts = split(text);
    if (!parts) return {.state = AmountState::no_amount};
    Notation notation = notation_of_parts(*parts);
    if (notation == Notation::none) return {.state = AmountState::no_amount};
    const bool decided = column == Notation::dutch || column == Notation::english;
    const bool three = notation == Notation::ambiguous;
    if (three) notation = decided ? column : Notation::ambiguous;
    if (notation == Notation::ambiguous) return {.state = AmountState::ambiguous};
    if (decided && notation != Notation::open && notation != column) return {.state = AmountState::ambiguous};
    const char decimal_mark = notation == Notation::dutch ? ',' : '.';
    if (const auto money = add_up(*parts, decimal_mark)) return {AmountState::value, *money, false};
    std::array<char, 33> plain{};
    std::size_t size = 0;
    if (parts->negative) plain[size++] = '-';
    for (const char c : parts->view()) {
        if (is_digit(c))
            plain[size++] = c;
        else if (c == decimal_mark)
            plain[size++] = '.';
    }
    Amount amount = read_digits({plain.data(), size});
    amount.three_decimals = three;
    return amount;
}

}  // namespace begroot::exchange::detail
