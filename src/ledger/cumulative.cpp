#include "ledger/cumulative.hpp"

#include "money/format.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace begroot {

namespace {

using SeriesKey =
    std::tuple<std::int32_t, std::string_view, std::string_view, std::string_view, std::string_view, std::string_view>;

/// The postings of one account, cost centre, cost unit, board and neighbourhood in a year, by period.
using Series = std::map<SeriesKey, std::vector<std::size_t>>;

SeriesKey series_key(const Posting& posting) {
    const Coding& coding = *posting.coding;
    return {coding.year.year,        coding.account.text(), coding.cost_centre.text(),
            coding.cost_unit.text(), coding.board.text(),   coding.neighbourhood.text()};
}

Series series_of(const Ledger& ledger) {
    Series series;
    for (std::size_t i = 0; i < ledger.postings.size(); ++i) series[series_key(ledger.postings[i])].push_back(i);
    for (auto& [key, postings] : series) {
        std::ranges::stable_sort(postings, {}, [&](std::size_t i) { return ledger.postings[i].period_number; });
    }
    return series;
}

/// The rows of one period in a series, or of several when a file gives more than one a period.
using PeriodRows = std::span<const std::size_t>;

/// Cuts a series into its periods.
std::vector<PeriodRows> periods_of(const Ledger& ledger, const std::vector<std::size_t>& series) {
    std::vector<PeriodRows> periods;
    for (std::size_t start = 0; start < series.size();) {
        std::size_t end = start + 1;
        while (end < series.size() &&
               ledger.postings[series[end]].period_number == ledger.postings[series[start]].period_number)
            ++end;
        periods.push_back(PeriodRows(series).subspan(start, end - start));
        start = end;
    }
    return periods;
}

Money sum_of(const Ledger& ledger, PeriodRows rows) {
    Money sum;
    for (const std::size_t i : rows) sum += ledger.postings[i].amount;
    return sum;
}

/// Counts how amounts go from one period to the next.
struct Steps {
    std::size_t up = 0;
    std::size_t level = 0;
    std::size_t down = 0;    ///< smaller, or of the other sign
    std::size_t uneven = 0;  ///< more rows of the series in one period than in the other
    std::size_t longest = 0;
    bool alone = false;  ///< a series with several rows in its only period

    [[nodiscard]] std::size_t all() const { return up + level + down; }
};

Steps steps_of(const Ledger& ledger) {
    Steps steps;
    for (const auto& [key, postings] : series_of(ledger)) {
        const std::vector<PeriodRows> periods = periods_of(ledger, postings);
        steps.longest = std::max(steps.longest, periods.size());
        steps.alone = steps.alone || (periods.size() == 1 && periods[0].size() > 1);
        for (std::size_t i = 1; i < periods.size(); ++i) {
            const Money before = sum_of(ledger, periods[i - 1]);
            const Money now = sum_of(ledger, periods[i]);
            const bool turned = (now < Money()) != (before < Money()) && !before.is_zero();
            steps.uneven += periods[i].size() != periods[i - 1].size() ? 1U : 0U;
            if (turned || now.abs() < before.abs()) {
                ++steps.down;
            } else {
                ++(now == before ? steps.level : steps.up);
            }
        }
    }
    return steps;
}

/// Tells bookings from balances: of bookings there are as many as there happen to be, of balances as many a period as
/// there are departments, say.
bool are_bookings(const Steps& steps) {
    constexpr std::size_t steps_for_an_uneven = 4;
    return steps_for_an_uneven * steps.uneven > steps.all() || (steps.all() == 0 && steps.alone);
}

/// Tells whether steps down are few beside many up: amounts of periods of their own go down nearly as often as up, and
/// stay level where they are fixed.
bool is_mostly_up(const Steps& steps) {
    constexpr std::size_t ups_least = 12;
    constexpr std::size_t ups_for_a_down = 5;
    return steps.up >= ups_least && steps.up >= ups_for_a_down * steps.down && steps.up >= steps.level;
}

/// Takes the amounts of the period before from those of a period, row by row.
void take_away(Ledger& ledger, const std::vector<Money>& before, PeriodRows rows) {
    for (std::size_t i = 0; i < before.size(); ++i)
        ledger.postings[rows[std::min(i, rows.size() - 1)]].amount -= before[i];
}

std::string series_words(const Posting& posting) {
    std::string words = "rekening " + std::string(posting.coding->account.text());
    if (!posting.coding->cost_centre.text().empty())
        words += ", kostenplaats " + std::string(posting.coding->cost_centre.text());
    if (!posting.coding->cost_unit.text().empty())
        words += ", kostendrager " + std::string(posting.coding->cost_unit.text());
    return words;
}

/// Tells of a series that stops before the last period: its balance may have become 0, which many exports leave out.
Finding series_stops(const Posting& row, std::uint16_t last_period, Money balance, std::uint16_t final_period) {
    return {Severity::warning,
            "saldo_ontbreekt",
            to_place(row.origin()),
            series_words(row) + " staat het laatst in periode " + std::to_string(last_period) + " met " +
                format_euro(balance, Decimals::cents) + "; dat saldo is zo gelaten",
            "een saldo in elke periode tot en met " + std::to_string(final_period),
            "vraag het kantoor of het saldo 0 is geworden; zet dan een regel met 0 in de export"};
}

bool may_run(FileAmounts amounts) { return amounts != FileAmounts::of_periods && amounts != FileAmounts::running; }

/// The balances of a series that stand in one file.
struct FileSeries {
    std::size_t import = 0;
    std::uint16_t first_period = 0;
    std::uint16_t last_period = 0;
    std::vector<std::size_t> first_rows;  ///< of the first period
};

/// A series in the books of one administration.
using BookedSeries = std::pair<std::string_view, SeriesKey>;

/// Gives what each file holds of every series.
std::map<BookedSeries, std::vector<FileSeries>> files_of_series(const Ledger& ledger,
                                                                const std::vector<Import>& imports,
                                                                bool (*is_meant)(FileAmounts)) {
    std::map<BookedSeries, std::vector<FileSeries>> series;
    for (std::size_t import = 0; import < imports.size(); ++import) {
        if (!is_meant(imports[import].amounts)) continue;
        for (std::size_t i = imports[import].first; i < imports[import].last; ++i) {
            const Posting& posting = ledger.postings[i];
            std::vector<FileSeries>& files = series[{imports[import].administration, series_key(posting)}];
            if (files.empty() || files.back().import != import)
                files.push_back({import, posting.period_number, posting.period_number, {}});
            FileSeries& file = files.back();
            file.last_period = std::max(file.last_period, posting.period_number);
            if (posting.period_number > file.first_period) continue;
            if (posting.period_number < file.first_period) file.first_rows.clear();
            file.first_period = posting.period_number;
            file.first_rows.push_back(i);
        }
    }
    return series;
}

/// Takes from the first period of each file with running amounts what files of earlier periods hold, and tells of
/// series that the last file lacks.
Findings lay_behind_each_other(Ledger& ledger, const std::vector<Import>& imports) {
    const auto is_running = [](FileAmounts amounts) { return amounts == FileAmounts::running; };
    auto files_of = files_of_series(ledger, imports, is_running);
    std::map<BookedSeries, std::vector<std::size_t>> rows_of;
    std::map<std::pair<std::string_view, std::int32_t>, std::uint16_t> final_periods;
    std::vector<std::uint16_t> final_of_file(imports.size());
    for (std::size_t import = 0; import < imports.size(); ++import) {
        for (std::size_t i = imports[import].first; is_running(imports[import].amounts) && i < imports[import].last;
             ++i) {
            const Posting& posting = ledger.postings[i];
            rows_of[{imports[import].administration, series_key(posting)}].push_back(i);
            std::uint16_t& last = final_periods[{imports[import].administration, posting.coding->year.year}];
            last = std::max(last, posting.period_number);
            final_of_file[import] = std::max(final_of_file[import], posting.period_number);
        }
    }
    Findings findings;
    for (auto& [key, files] : files_of) {
        // What a file of earlier periods holds is that of periods by the time that a later file is reached.
        std::ranges::stable_sort(files, {}, &FileSeries::first_period);
        const std::vector<std::size_t>& rows = rows_of[key];
        for (const FileSeries& file : files) {
            const Import& import = imports[file.import];
            Money before;
            for (const std::size_t i : rows) {
                const bool own = i >= import.first && i < import.last;
                if (!own && ledger.postings[i].period_number < file.first_period) before += ledger.postings[i].amount;
            }
            ledger.postings[file.first_rows.front()].amount -= before;
            ledger.source_total -= before;
        }
        const FileSeries& last = *std::ranges::max_element(files, {}, &FileSeries::last_period);
        const std::uint16_t final_period = final_periods[{key.first, std::get<0>(key.second)}];
        const Money balance = sum_of(ledger, rows);
        // One that stops inside its file was told of when that was read.
        if (last.last_period == final_of_file[last.import] && last.last_period < final_period && !balance.is_zero())
            findings.push_back(
                series_stops(ledger.postings[last.first_rows.front()], last.last_period, balance, final_period));
    }
    return findings;
}

Error ask_of_files(const Import& import, const std::string& why) {
    return {
        ErrorKind::input,
        {import.file, "", "", 0, 0},
        why,
        "bedragen per periode, of de mededeling dat ze cumulatief zijn",
        "zet in [[bron]] cumulatief = true (elk bedrag bevat de perioden ervoor; gelezen wordt dan het verschil) of "
        "cumulatief = false"};
}

/// Asks about files of which nobody said it, where one gives a later period of what another gives.
std::optional<Error> ask_about_files(const Ledger& ledger, const std::vector<Import>& imports) {
    std::optional<std::size_t> later;
    bool standing = false;
    bool often = false;
    for (const auto& [key, files] : files_of_series(ledger, imports, may_run)) {
        for (std::size_t i = 1; i < files.size(); ++i) {
            if (files[i].first_period == files[0].first_period) continue;
            later = std::max(later.value_or(0), files[i].import);
            for (const FileSeries& file : {files[0], files[i]}) {
                standing = standing || imports[file.import].amounts == FileAmounts::standing;
                often = often || imports[file.import].amounts == FileAmounts::often_running;
            }
        }
    }
    if (!later) return std::nullopt;
    if (standing) {
        return ask_of_files(imports[*later],
                            "dit bestand geeft de stand tot en met een latere periode dan een ander bestand, en beide "
                            "standen tellen nu mee");
    }
    Ledger unsaid;
    for (const Import& import : imports) {
        for (std::size_t i = import.first; may_run(import.amounts) && i < import.last; ++i)
            unsaid.postings.push_back(ledger.postings[i]);
    }
    const Accumulation seen = accumulation_of(unsaid);
    const bool doubtful = often && (seen == Accumulation::undecided || seen == Accumulation::mostly_up);
    if (seen != Accumulation::cumulative && !doubtful) return std::nullopt;
    return ask_of_files(imports[*later], "de bedragen lopen op van bestand tot bestand");
}

}  // namespace

Accumulation accumulation_of(const Ledger& ledger) {
    constexpr std::size_t periods_least = 3;
    const auto numbered = [](const Posting& posting) { return !posting.entry.empty(); };
    if (std::ranges::any_of(ledger.postings, numbered)) return Accumulation::per_period;
    const Steps steps = steps_of(ledger);
    if (are_bookings(steps)) return Accumulation::per_period;
    if (steps.down > 0 && !is_mostly_up(steps)) {
        const bool rather_up = steps.up > 2 * steps.down && steps.up >= steps.level;
        return rather_up ? Accumulation::mostly_up : Accumulation::per_period;
    }
    if (steps.longest < 2) return Accumulation::one_period;
    return steps.longest >= periods_least ? Accumulation::cumulative : Accumulation::undecided;
}

Findings to_period_amounts(Ledger& ledger) {
    Findings findings;
    std::map<std::int32_t, std::uint16_t> final_periods;
    for (const Posting& posting : ledger.postings) {
        std::uint16_t& last = final_periods[posting.coding->year.year];
        last = std::max(last, posting.period_number);
    }
    for (const auto& [key, postings] : series_of(ledger)) {
        std::vector<Money> before;
        for (const PeriodRows rows : periods_of(ledger, postings)) {
            std::vector<Money> now;
            for (const std::size_t i : rows) now.push_back(ledger.postings[i].amount);
            take_away(ledger, before, rows);
            before = std::move(now);
        }
        Money balance;
        for (const Money amount : before) balance += amount;
        const Posting& last = ledger.postings[postings.back()];
        const std::uint16_t final_period = final_periods[last.coding->year.year];
        if (last.period_number < final_period && !balance.is_zero())
            findings.push_back(series_stops(last, last.period_number, balance, final_period));
    }
    return findings;
}

Result<Findings> join_balances(Ledger& ledger, const std::vector<Import>& imports) {
    if (imports.size() < 2) return Findings();
    if (auto error = ask_about_files(ledger, imports)) return failure(std::move(*error));
    return lay_behind_each_other(ledger, imports);
}

}  // namespace begroot
