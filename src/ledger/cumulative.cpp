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

}  // namespace

Accumulation accumulation_of(const Ledger& ledger) {
    constexpr std::size_t periods_least = 3;
    const auto numbered = [](const Posting& posting) { return !posting.entry.empty(); };
    if (std::ranges::any_of(ledger.postings, numbered)) return Accumulation::per_period;
    bool long_enough = false;
    for (const auto& [key, postings] : series_of(ledger)) {
        for (std::size_t i = 1; i < postings.size(); ++i) {
            const Posting& before = ledger.postings[postings[i - 1]];
            const Posting& now = ledger.postings[postings[i]];
            // Two rows of one period are bookings, and a smaller amount or another sign is no running total.
            const bool turned = (now.amount < Money()) != (before.amount < Money()) && !before.amount.is_zero();
            if (now.period_number == before.period_number || turned || now.amount.abs() < before.amount.abs())
                return Accumulation::per_period;
        }
        long_enough = long_enough || postings.size() >= periods_least;
    }
    return long_enough ? Accumulation::cumulative : Accumulation::undecided;
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
