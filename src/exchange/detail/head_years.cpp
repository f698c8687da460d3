#include "exchange/detail/head_years.hpp"

#include "exchange/detail/label.hpp"

#include <algorithm>
#include <array>

namespace begroot::exchange::detail {

namespace {

/// A run of digits in a text.
struct Digits {
    std::size_t at = 0;
    std::size_t size = 0;
    std::int32_t value = 0;
};

/// Finds the next run of two or four digits; longer and shorter runs are no year.
std::optional<Digits> next_year(std::string_view text, std::size_t from) {
    while (from < text.size()) {
        if (!is_digit(text[from])) {
            ++from;
            continue;
        }
        Digits run{from, 0, 0};
        while (from < text.size() && is_digit(text[from])) ++from;
        run.size = from - run.at;
        if (run.size != 2 && run.size != 4) continue;
        for (const char digit : text.substr(run.at, run.size)) run.value = run.value * 10 + (digit - '0');
        return run;
    }
    return std::nullopt;
}

/// Tells whether a text is what stands between two years of one school year: a dash or a slash, spaces around it.
bool joins_years(std::string_view between) {
    constexpr std::array<std::string_view, 5> marks{"-", "/", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"};
    between = trim(between);
    if (between.ends_with('\'')) between = trim(between.substr(0, between.size() - 1));
    return std::ranges::find(marks, between) != marks.end();
}

/// Gives the year in which a school year of these two begins; nothing when they do not follow each other.
std::optional<std::int32_t> begin_of(const Digits& first, const Digits& second) {
    constexpr std::int32_t century = 100;
    constexpr std::int32_t two_digits_least = 13;  // smaller pairs may be months
    const bool short_first = first.size == 2;
    if (short_first && (second.size != 2 || first.value < two_digits_least)) return std::nullopt;
    const std::int32_t begins = short_first ? 2000 + first.value : first.value;
    if (begins < 2000 || begins >= 2100) return std::nullopt;
    const std::int32_t next = begins + 1;
    return second.value == (second.size == 2 ? next % century : next) ? std::optional(begins) : std::nullopt;
}

/// Tells whether two years of two digits behind this word are years.
bool allows_short_years(std::string_view beside) {
    constexpr std::array<std::string_view, 11> words{"",           "begroting", "begroot",  "budget",
                                                     "realisatie", "raming",    "prognose", "totaal",
                                                     "jaarbedrag", "boekjaar",  "jaar"};
    return std::ranges::find(words, beside) != words.end() || is_school_word(beside) || beside.ends_with("sj");
}

}  // namespace

bool is_school_word(std::string_view key) {
    return key.contains("schooljaar") || key.contains("cursusjaar") || key == "sj";
}

std::optional<SchoolYear> find_school_year(std::string_view text) {
    auto first = next_year(text, 0);
    while (first) {
        const auto second = next_year(text, first->at + first->size);
        if (!second) break;
        const std::size_t end = first->at + first->size;
        const auto begins = joins_years(text.substr(end, second->at - end)) ? begin_of(*first, *second) : std::nullopt;
        const std::string_view rest = text.substr(second->at + second->size);
        std::string beside = normalise(text.substr(0, first->at)) + normalise(rest);
        const bool dated =
            joins_years(rest.substr(0, 1)) || (first->at > 0 && joins_years(text.substr(first->at - 1, 1)));
        if (begins && !dated && (first->size == 4 || allows_short_years(beside)))
            return SchoolYear{*begins, std::move(beside)};
        first = second;
    }
    std::string key = normalise(text);
    if (is_school_word(key)) return SchoolYear{0, std::move(key)};
    return std::nullopt;
}

std::vector<std::int32_t> years_in(std::string_view key) {
    std::vector<std::int32_t> years;
    for (auto run = next_year(key, 0); run; run = next_year(key, run->at + run->size)) {
        if (run->size == 4 && run->value >= 2000 && run->value < 2100) years.push_back(run->value);
    }
    return years;
}

std::optional<std::int32_t> read_year(std::string_view text) {
    constexpr std::int32_t year_least = 1990;
    const auto run = next_year(text, 0);
    if (!run || run->size != text.size() || run->value < year_least || run->value >= 2100) return std::nullopt;
    return run->value;
}

std::string school_year_name(std::int32_t begins) { return std::to_string(begins) + "-" + std::to_string(begins + 1); }

}  // namespace begroot::exchange::detail
