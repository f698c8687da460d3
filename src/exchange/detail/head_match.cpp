#include "exchange/detail/head_match.hpp"

#include "exchange/detail/label.hpp"

#include <algorithm>

namespace begroot::exchange::detail {

namespace {

/// Ranks below this one joined the head above to the head itself and are surer than the head alone.
constexpr std::size_t alone_rank = 100;

bool is_year(std::string_view key) {
    return key.size() == 4 && (key.starts_with("19") || key.starts_with("20")) &&
           key.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Compares an alias, in which `#` stands for the year, with a head.
bool fits(std::string_view alias, std::string_view key, std::string_view year) {
    const std::size_t mark = alias.find('#');
    if (mark == std::string_view::npos) return alias == key;
    const std::string_view tail = alias.substr(mark + 1);
    return key.size() == alias.size() - 1 + year.size() && key.starts_with(alias.substr(0, mark)) &&
           key.ends_with(tail) && key.substr(mark, year.size()) == year;
}

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t next =
                std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = row[j];
            row[j] = next;
        }
    }
    return row[b.size()];
}

/// Ranks a head as the amount of one school year; a word above the head that fits too makes it surer.
std::optional<std::size_t> school_rank(const HeadRule& rule, const Head& head, std::int32_t year) {
    if (!head.school_year || head.school_year->begins != year + *rule.school_year_begins) return std::nullopt;
    const auto place_of = [&rule](std::string_view word) -> std::optional<std::size_t> {
        std::size_t index = 1;
        for (std::string_view rest = rule.aliases; !rest.empty(); ++index) {
            const std::string_view alias = rest.substr(0, rest.find(' '));
            rest.remove_prefix(std::min(rest.size(), alias.size() + 1));
            if (alias == word) return index;
        }
        return std::nullopt;
    };
    const auto own =
        head.school_year->beside.empty() ? std::optional<std::size_t>(0) : place_of(head.school_year->beside);
    if (!own) return std::nullopt;
    const bool surer = head.upper_key.empty() || place_of(head.upper_key) || find_school_year(head.upper_key);
    return surer ? *own : alone_rank + *own;
}

}  // namespace

std::optional<std::size_t> HeadMatch::rank(const HeadRule& rule, const Head& head) const {
    if (rule.school_year_begins) {
        return search.school_years == SchoolYears::split ? school_rank(rule, head, search.year) : std::nullopt;
    }
    if (rule.amount && search.school_years == SchoolYears::split) return std::nullopt;
    if (rule.amount && search.school_years == SchoolYears::apart && head.school_year) return std::nullopt;
    if ((rule.amount && head.row_years) || (rule.of_row_years && !head.row_years)) return std::nullopt;
    const std::string year = std::to_string(search.year);
    const std::string joined = head.upper_key.empty() ? std::string() : head.upper_key + head.key;
    std::optional<std::size_t> best;
    std::size_t index = 0;
    for (std::string_view rest = rule.aliases; !rest.empty(); ++index) {
        std::string_view alias = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), alias.size() + 1));
        if (alias.ends_with('>')) {
            if (!account_column || head.column != *account_column + 1) continue;
            alias.remove_suffix(1);
        }
        if (alias.ends_with('*')) {
            if (std::ranges::none_of(heads, &Head::row_years)) continue;
            alias.remove_suffix(1);
        }
        if (!joined.empty() && fits(alias, joined, year)) return index;
        const bool other_year = is_year(head.upper_key) && head.upper_key != year;
        if (!best && !other_year && fits(alias, head.key, year)) best = alone_rank + index;
    }
    return best;
}

std::vector<std::size_t> HeadMatch::best(const HeadRule& rule) const {
    std::vector<std::size_t> found;
    std::size_t lowest = SIZE_MAX;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        if (claimed[i]) continue;
        const auto fit = rank(rule, heads[i]);
        if (!fit || *fit > lowest) continue;
        if (*fit < lowest) found.clear();
        lowest = *fit;
        found.push_back(i);
    }
    return found;
}

std::vector<std::size_t> HeadMatch::named(const std::string& name) const {
    const std::string key = normalise(name);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        if (claimed[i]) continue;
        const Head& head = heads[i];
        // a month may have another key than its own words: aug-24 is aug2024
        const bool alone = head.key == key || normalise(head.shown) == key;
        if (alone || (!head.upper_key.empty() && head.upper_key + head.key == key)) found.push_back(i);
    }
    return found;
}

std::string nearest_head(const std::vector<Head>& heads, std::string_view aliases) {
    std::string nearest;
    std::size_t lowest = SIZE_MAX;
    for (std::string_view rest = aliases; !rest.empty();) {
        std::string_view alias = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), alias.size() + 1));
        if (alias.size() < 4 || alias.find_first_of("#>*") != std::string_view::npos) continue;
        for (const Head& head : heads) {
            if (head.key.size() > 64) continue;
            const bool inside = head.key.size() >= 4 && (head.key.contains(alias) || alias.contains(head.key));
            const std::size_t away = inside ? 2 : distance(head.key, alias);
            if (away > 2 || away >= lowest) continue;
            lowest = away;
            nearest = head.shown;
        }
    }
    return nearest;
}

}  // namespace begroot::exchange::detail
