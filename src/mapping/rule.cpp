#include "mapping/rule.hpp"

#include <algorithm>
#include <charconv>

namespace begroot {

namespace {

/// Gives the byte at `at` as it stands in the lower-case text: A to Z, and the accented capitals À to Þ of UTF-8.
unsigned char lower_at(std::string_view text, std::size_t at) {
    constexpr unsigned char latin = 0xC3;
    constexpr unsigned char times = 0x97;
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 'A' && c <= 'Z') return static_cast<unsigned char>(c - 'A' + 'a');
    const bool accented =
        at > 0 && static_cast<unsigned char>(text[at - 1]) == latin && c >= 0x80 && c <= 0x9E && c != times;
    return accented ? static_cast<unsigned char>(c + 0x20) : c;
}

/// Gives where the character after `at` begins.
std::size_t next_character(std::string_view text, std::size_t at) {
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    return at;
}

std::optional<std::int64_t> as_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool fits(const AccountRange& range, std::string_view account) {
    const auto first = as_number(range.first);
    const auto last = as_number(range.last);
    const auto value = as_number(account);
    if (first && last) return value && *first <= *value && *value <= *last;
    return range.first <= account && account <= range.last;
}

bool any_fits(const std::vector<Pattern>& patterns, std::string_view text) {
    return std::ranges::any_of(patterns, [text](const Pattern& pattern) { return begroot::fits(pattern, text); });
}

}  // namespace

bool fits(const Pattern& pattern, std::string_view text) {
    const std::string_view wanted = pattern.text;
    const auto same = [&](std::size_t at_wanted, std::size_t at_text) {
        return pattern.ignore_case ? lower_at(wanted, at_wanted) == lower_at(text, at_text)
                                   : wanted[at_wanted] == text[at_text];
    };
    std::size_t p = 0;
    std::size_t t = 0;
    std::optional<std::size_t> star;  // where to resume in the pattern, and from which text position
    std::size_t star_text = 0;
    while (t < text.size()) {
        if (p < wanted.size() && wanted[p] == '*') {
            star = ++p;
            star_text = t;
        } else if (p < wanted.size() && wanted[p] == '?') {
            ++p;
            t = next_character(text, t);
        } else if (p < wanted.size() && same(p, t)) {
            ++p;
            ++t;
        } else if (star) {
            p = *star;
            t = star_text = next_character(text, star_text);
        } else {
            return false;
        }
    }
    while (p < wanted.size() && wanted[p] == '*') ++p;
    return p == wanted.size();
}

bool fits_codes(const Condition& condition, const Traits& traits) {
    if (!condition.accounts.empty() || !condition.account_ranges.empty()) {
        const bool in_range = std::ranges::any_of(
            condition.account_ranges, [&](const AccountRange& range) { return fits(range, traits.account); });
        if (!in_range && !any_fits(condition.accounts, traits.account)) return false;
    }
    if (!condition.cost_centres.empty() && !any_fits(condition.cost_centres, traits.cost_centre)) return false;
    if (!condition.cost_units.empty() && !any_fits(condition.cost_units, traits.cost_unit)) return false;
    if (!condition.boards.empty() && !any_fits(condition.boards, traits.board)) return false;
    if (!condition.neighbourhoods.empty() && !any_fits(condition.neighbourhoods, traits.neighbourhood)) return false;
    if (!condition.journals.empty() && (!traits.journal || !any_fits(condition.journals, *traits.journal)))
        return false;
    return true;
}

bool fits_beside_codes(const Condition& condition, const Traits& traits) {
    if (!condition.descriptions.empty() && !any_fits(condition.descriptions, traits.description)) return false;
    if (condition.periods.empty()) return true;
    return traits.period && std::ranges::any_of(condition.periods, [&](const PeriodRange& range) {
               return range.first <= *traits.period && *traits.period <= range.last;
           });
}

bool fits(const Condition& condition, const Traits& traits) {
    return fits_codes(condition, traits) && fits_beside_codes(condition, traits);
}

}  // namespace begroot
