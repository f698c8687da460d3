#include "mapping/rule.hpp"

#include <algorithm>
#include <charconv>

namespace begroot {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

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
    const auto same = [&](char a, char b) { return pattern.ignore_case ? lower(a) == lower(b) : a == b; };
    std::size_t p = 0;
    std::size_t t = 0;
    std::optional<std::size_t> star;  // where to resume in the pattern, and from which text position
    std::size_t star_text = 0;
    while (t < text.size()) {
        if (p < wanted.size() && wanted[p] == '*') {
            star = ++p;
            star_text = t;
        } else if (p < wanted.size() && (wanted[p] == '?' || same(wanted[p], text[t]))) {
            ++p;
            ++t;
        } else if (star) {
            p = *star;
            t = ++star_text;
        } else {
            return false;
        }
    }
    while (p < wanted.size() && wanted[p] == '*') ++p;
    return p == wanted.size();
}

bool fits(const Condition& condition, const Traits& traits) {
    if (!condition.accounts.empty() || !condition.account_ranges.empty()) {
        const bool in_range = std::ranges::any_of(condition.account_ranges,
                                                  [&](const AccountRange& range) { return fits(range, traits.account); });
        if (!in_range && !any_fits(condition.accounts, traits.account)) return false;
    }
    if (!condition.cost_centres.empty() && !any_fits(condition.cost_centres, traits.cost_centre)) return false;
    if (!condition.cost_units.empty() && !any_fits(condition.cost_units, traits.cost_unit)) return false;
    if (!condition.journals.empty() && (!traits.journal || !any_fits(condition.journals, *traits.journal))) return false;
    if (!condition.descriptions.empty() && !any_fits(condition.descriptions, traits.description)) return false;
    if (condition.periods.empty()) return true;
    return traits.period && std::ranges::any_of(condition.periods, [&](const PeriodRange& range) {
               return range.first <= *traits.period && *traits.period <= range.last;
           });
}

}  // namespace begroot
