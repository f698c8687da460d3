#include "ledger/cumulative.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <tuple>
#include <vector>

namespace begroot {

namespace {

using SeriesKey =
    std::tuple<std::int32_t, std::string_view, std::string_view, std::string_view, std::string_view, std::string_view>;

/// The postings of one account, cost centre, cost unit, board and neighbourhood in a year, by period.
using Series = std::map<SeriesKey, std::vector<std::size_t>>;

Series series_of(const Ledger& ledger) {
    Series series;
    for (std::size_t i = 0; i < ledger.postings.size(); ++i) {
        const Coding& coding = *ledger.postings[i].coding;
        series[{coding.year.year, coding.account.text(), coding.cost_centre.text(), coding.cost_unit.text(),
                coding.board.text(), coding.neighbourhood.text()}]
            .push_back(i);
    }
    for (auto& [key, postings] : series) {
        std::ranges::stable_sort(postings, {}, [&](std::size_t i) { return ledger.postings[i].period_number; });
    }
    return series;
}

/// Counts how amounts go from one period to the next.
struct Steps {
    std::size_t up = 0;
    std::size_t level = 0;
    std::size_t down = 0;  ///< smaller, or of the other sign
    std::size_t longest = 0;
    bool twice = false;  ///< two amounts of one period: bookings
};

Steps steps_of(const Ledger& ledger) {
    Steps steps;
    for (const auto& [key, postings] : series_of(ledger)) {
        steps.longest = std::max(steps.longest, postings.size());
        for (std::size_t i = 1; i < postings.size(); ++i) {
            const Posting& before = ledger.postings[postings[i - 1]];
            const Posting& now = ledger.postings[postings[i]];
            const bool turned = (now.amount < Money()) != (before.amount < Money()) && !before.amount.is_zero();
            steps.twice = steps.twice || now.period_number == before.period_number;
            if (turned || now.amount.abs() < before.amount.abs()) {
                ++steps.down;
            } else {
                ++(now.amount == before.amount ? steps.level : steps.up);
            }
        }
    }
    return steps;
}

/// Tells whether steps down are few beside many up: amounts of periods of their own go down nearly as often as up, and
/// stay level where they are fixed.
bool is_mostly_up(const Steps& steps) {
    constexpr std::size_t ups_least = 12;
    constexpr std::size_t ups_for_a_down = 5;
    return steps.up >= ups_least && steps.up >= ups_for_a_down * steps.down && steps.up >= steps.level;
}

}  // namespace

Accumulation accumulation_of(const Ledger& ledger) {
    constexpr std::size_t periods_least = 3;
    const auto numbered = [](const Posting& posting) { return !posting.entry.empty(); };
    if (std::ranges::any_of(ledger.postings, numbered)) return Accumulation::per_period;
    const Steps steps = steps_of(ledger);
    if (steps.twice || (steps.down > 0 && !is_mostly_up(steps))) return Accumulation::per_period;
    if (steps.longest < 2) return Accumulation::one_period;
    return steps.longest >= periods_least ? Accumulation::cumulative : Accumulation::undecided;
}

void to_period_amounts(Ledger& ledger) {
    for (const auto& [key, postings] : series_of(ledger)) {
        Money before;
        for (const std::size_t i : postings) {
            const Money now = ledger.postings[i].amount;
            ledger.postings[i].amount = now - before;
            before = now;
        }
    }
}

}  // namespace begroot
