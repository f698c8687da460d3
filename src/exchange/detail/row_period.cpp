#include "exchange/detail/row_period.hpp"

#include "exchange/detail/label.hpp"
#include "exchange/detail/period_text.hpp"
#include "exchange/detail/period_title.hpp"
#include "exchange/detail/posting_cells.hpp"
#include "period/calendar_day.hpp"
#include "period/serial_day.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace begroot::exchange::detail {

namespace {

using workbook::Cell;
using workbook::CellKind;

/// A title that names the period of the amounts.
struct PeriodTitle {
    TitledPeriod period;
    std::string text;
    Origin origin;
};

/// Gives what a cell of a title shows; a date by its day, for its number says nothing.
std::string title_text(const Cell& cell) {
    const auto day = cell.kind() == CellKind::date ? day_of_serial(cell.number()) : std::nullopt;
    return day ? dutch_text(*day) : shown_text(cell);
}

/// Looks for the period in the rows above the heads.
std::optional<PeriodTitle> find_period_title(const OpenedSheet& opened) {
    for (std::uint32_t row = 0; row < opened.header.row; ++row) {
        std::string joined;
        const Cell* first = nullptr;
        for (const Cell& cell : opened.grid.row(row)) {
            if (is_blank(cell)) continue;
            if (first == nullptr) first = &cell;
            joined += (joined.empty() ? "" : " ") + title_text(cell);
        }
        if (first == nullptr) continue;
        if (const auto period = read_period_title(joined))
            return PeriodTitle{*period, std::move(joined), opened.grid.origin(*first)};
    }
    return std::nullopt;
}

/// Refuses a title of months that do not begin in January: what was booked before them is not there.
std::optional<Error> refuse_later_start(const PeriodTitle& title) {
    const auto& [first, last] = title.period;
    if (!first || (first->number == 1 && first->year == last.year)) return std::nullopt;
    return Error{ErrorKind::input, to_place(title.origin),
                 "\"" + title.text + "\" begint niet in periode 1 van " +
                     (last.year == 0 ? std::string("het jaar") : std::to_string(last.year)) +
                     ": wat ervoor geboekt is, staat er niet bij",
                 "de stand tot en met een maand, bijvoorbeeld \"Periode 1 - " + std::to_string(last.number) + "\"",
                 "vraag de lijst vanaf periode 1; moeten alle bedragen toch in een periode tellen, zet dan in [[bron]] "
                 "bijvoorbeeld periode = " +
                     std::to_string(last.number)};
}

/// Asks for the order of a column in which every date is both: its first date is named.
Error ambiguous_dates(const SheetGrid& grid, std::uint32_t first_row, std::uint32_t column) {
    std::uint32_t row = first_row;
    while (row + 1 < grid.row_count() && grid.find(row, column) == nullptr) ++row;
    const Cell* cell = grid.find(row, column);
    return {ErrorKind::input, to_place(grid.origin(row, column)),
            "in deze kolom kan elke datum op twee manieren gelezen worden" +
                (cell == nullptr ? std::string() : ", zoals \"" + shown_text(*cell) + "\"") +
                ": dag-maand of maand-dag",
            "minstens één datum met een dag boven de 12, of een kolom Periode",
            "exporteer met een kolom Periode, of zet de kolom in Excel om naar datums"};
}

Error no_period(const OpenedSheet& opened) {
    return {ErrorKind::input, to_place(opened.grid.origin(opened.header.row, 0)),
            "niet te zien bij welke periode de bedragen horen",
            "een kolom Periode of Datum, of in een titel bijvoorbeeld \"Periode 1 - 8\"",
            "is dit de stand tot en met een maand, zet dan in [[bron]] bijvoorbeeld periode = 8"};
}

/// Refuses book years that lie in two calendar years: which month a period is, they do not tell.
std::optional<Error> refuse_school_years(const OpenedSheet& opened) {
    const std::uint32_t column = opened.header.columns[ledger_year]->column;
    constexpr std::uint32_t rows_looked_at = 100;
    const std::uint32_t end = std::min(opened.grid.row_count(), opened.header.first_row + rows_looked_at);
    for (std::uint32_t row = opened.header.first_row; row < end; ++row) {
        const Cell* cell = opened.grid.find(row, column);
        if (cell == nullptr || cell->kind() != CellKind::text) continue;
        const auto year = read_year_text(cell->text());
        if (!year || year->first == year->last) continue;
        return Error{
            ErrorKind::input, to_place(opened.grid.origin(*cell)),
            "\"" + shown_text(*cell) +
                "\" is een boekjaar over twee jaren, en dan is niet te zien of periode 1 januari is of augustus",
            "een kalenderjaar als " + std::to_string(year->last) + " bij elke boeking",
            "exporteer met een kolom Datum en zonder Jaar en Periode, of per kalenderjaar"};
    }
    return std::nullopt;
}

/// Refuses a period without a year: a file that is only looked at has no model to name it.
Error no_year(const OpenedSheet& opened) {
    return {ErrorKind::input, to_place(opened.grid.origin(opened.header.row, 0)),
            "niet te zien bij welk boekjaar de perioden horen", "een kolom Jaar of Datum, of een jaar boven de koppen",
            "noem het boekjaar met --jaar"};
}

}  // namespace

Result<RowPeriods> RowPeriods::decide(OpenedSheet& opened, const SourceSettings& settings) {
    const Header& header = opened.header;
    RowPeriods periods;
    periods.year_ = settings.year.year;
    const auto say = [&opened](const Origin& origin, std::string found) {
        opened.report.findings.push_back(
            {Severity::notice, "periode_afgeleid", to_place(origin), std::move(found), "", ""});
    };
    const auto at = [&](LedgerColumn column) { return opened.grid.origin(header.row, header.columns[column]->column); };
    if (settings.period) {
        periods.fixed_ = {settings.year.year, *settings.period};
        say(opened.grid.origin(header.row, 0),
            "alle bedragen tellen in periode " + std::to_string(*settings.period) + ", zoals het model zegt");
        return periods;
    }
    if (header.has(ledger_year) && header.has(ledger_period)) {
        if (auto error = refuse_school_years(opened)) return failure(std::move(*error));
        periods.source_ = PeriodSource::year_and_period;
    } else if (header.has(ledger_year_period)) {
        periods.source_ = PeriodSource::year_period;
    } else if (header.has(ledger_period) && header.has(ledger_date)) {
        periods.source_ = PeriodSource::period_and_date;
        say(at(ledger_date), "er is geen kolom Jaar; het jaar komt uit de datum, de periode uit haar eigen kolom");
    } else if (header.has(ledger_period)) {
        if (settings.year.year == 0) return failure(no_year(opened));
        periods.source_ = PeriodSource::period_of_year;
        say(at(ledger_period), "er is geen kolom Jaar of Datum; het jaar is " + std::to_string(settings.year.year));
    } else if (header.has(ledger_date)) {
        periods.source_ = PeriodSource::date;
        say(at(ledger_date), "er is geen kolom Periode; jaar en periode komen uit de datum");
    } else if (const auto titled = find_period_title(opened)) {
        if (auto error = refuse_later_start(*titled)) return failure(std::move(*error));
        periods.fixed_ = titled->period.last;
        if (periods.fixed_.year == 0) periods.fixed_.year = settings.year.year;
        say(titled->origin, "alle bedragen tellen in periode " + std::to_string(periods.fixed_.number) + " van " +
                                std::to_string(periods.fixed_.year) + ": het is de stand tot en met die maand");
    } else {
        return failure(no_period(opened));
    }
    if (periods.source_ == PeriodSource::date || periods.source_ == PeriodSource::period_and_date) {
        const std::uint32_t column = header.columns[ledger_date]->column;
        periods.dates_.emplace(opened.grid, DateColumns{header.first_row, {column}}, opened.report.findings);
        if (periods.dates_->order(column) == DateOrder::ambiguous)
            return failure(ambiguous_dates(opened.grid, header.first_row, column));
    }
    return periods;
}

std::optional<Day> RowPeriods::day_in(const Cell* cell) const {
    if (cell == nullptr) return std::nullopt;
    const DateReading date = dates_->read(*cell);
    return date.state == DateState::value ? std::optional(date.day) : std::nullopt;
}

/// Moves a period to the year in which it lies nearest to the date: bookings around New Year are dated on its other
/// side.
BookPeriod RowPeriods::near_date(BookPeriod period, Day date, std::uint32_t row) {
    constexpr std::int32_t months = 12;
    constexpr std::int32_t near_max = 3;
    if (period.number < 1 || period.number > months) return period;
    ++dated_;
    std::int32_t apart = period.number - date.month;
    const std::int32_t date_year = period.year;
    if (apart > months / 2) {
        --period.year;
        apart -= months;
    } else if (apart < -months / 2) {
        ++period.year;
        apart += months;
    }
    const auto note = [&](Apart& noted) {
        if (noted.count++ == 0) noted = {1, row, date, period};
    };
    if (period.year != date_year) note(other_year_);
    if (apart > near_max || apart < -near_max) note(far_);
    return period;
}

Result<void> RowPeriods::finish(OpenedSheet& opened) const {
    if (source_ != PeriodSource::period_and_date) return {};
    const auto words = [](const Apart& apart) {
        return "datum " + dutch_text(apart.date) + " in periode " + std::to_string(apart.period.number);
    };
    const std::uint32_t column = opened.header.columns[ledger_period]->column;
    if (2 * far_.count > dated_) {
        return failure({ErrorKind::input, to_place(opened.grid.origin(far_.row, column)),
                        "de perioden liggen ver van de datums: " + words(far_), "een periode bij de maand van de datum",
                        "exporteer met een kolom Jaar, of zonder Periode als de datum telt"});
    }
    if (other_year_.count > 0) {
        opened.report.findings.push_back(
            {Severity::warning, "jaar_naast_datum", to_place(opened.grid.origin(other_year_.row, column)),
             std::to_string(other_year_.count) + (other_year_.count == 1 ? " boeking telt" : " boekingen tellen") +
                 " in een ander jaar dan hun datum: " + words(other_year_) + " is gelezen als " +
                 std::to_string(other_year_.period.year) + ", periode " + std::to_string(other_year_.period.number),
             "een kolom Jaar", "exporteer met een kolom Jaar, of controleer deze boekingen"});
    }
    return {};
}

std::optional<BookPeriod> RowPeriods::read(const RowCells<ledger_columns>& cells) {
    switch (source_) {
        case PeriodSource::year_and_period:
            return read_period(cells[ledger_year], cells[ledger_period]);
        case PeriodSource::year_period: {
            const Cell* cell = cells[ledger_year_period];
            const auto period = cell == nullptr ? std::nullopt : read_period_cell(*cell);
            if (!period || !period->year || period->number > 99) return std::nullopt;
            return BookPeriod{*period->year, period->number};
        }
        case PeriodSource::period_and_date: {
            const auto date = day_in(cells[ledger_date]);
            if (!date) return std::nullopt;
            const auto period = read_period(date->year, cells[ledger_period]);
            return period ? std::optional(near_date(*period, *date, cells[ledger_period]->row())) : std::nullopt;
        }
        case PeriodSource::period_of_year:
            return read_period(year_, cells[ledger_period]);
        case PeriodSource::date: {
            const auto date = day_in(cells[ledger_date]);
            return date ? std::optional(BookPeriod{date->year, date->month}) : std::nullopt;
        }
        case PeriodSource::fixed:
            break;
    }
    return fixed_;
}

std::optional<LedgerColumn> RowPeriods::column() const {
    switch (source_) {
        case PeriodSource::year_and_period:
        case PeriodSource::period_and_date:
        case PeriodSource::period_of_year:
            return ledger_period;
        case PeriodSource::year_period:
            return ledger_year_period;
        case PeriodSource::date:
            return ledger_date;
        case PeriodSource::fixed:
            break;
    }
    return std::nullopt;
}

}  // namespace begroot::exchange::detail
