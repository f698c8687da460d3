#pragma once
// In which period a row was booked: from year and period, from one column with both, from the date, or as the user
// said.

#include "base/result.hpp"
#include "exchange/detail/date_text.hpp"
#include "exchange/detail/opened_sheet.hpp"
#include "exchange/source.hpp"
#include "period/day.hpp"
#include "period/fiscal_year.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace begroot::exchange::detail {

/// Says from which columns the period comes.
enum class PeriodSource : std::uint8_t {
    year_and_period,
    year_period,      ///< one column with both: 2025/01
    period_and_date,  ///< the period from its column, the year from the date
    period_of_year,   ///< the period from its column, the year is the model's
    date,
    fixed  ///< all rows belong to one period: a balance up to a month
};

/// Decides once a sheet, reads once a row.
class RowPeriods {
public:
    /// Decides from the header, the settings and the title rows; adds a notice when the year or the period is not in
    /// the rows themselves. Fails when nothing in the file or the settings tells the period.
    [[nodiscard]] static Result<RowPeriods> decide(OpenedSheet& opened, const SourceSettings& settings);

    /// Reads the period of the row that `cells` holds; nothing when it cannot be read. A date of which day and month
    /// may be exchanged is not read. Where the year comes from the date, it is that in which the period lies nearest to
    /// it: 31-12-2024 in period 1 is 2025.
    [[nodiscard]] std::optional<BookPeriod> read(const RowCells<ledger_columns>& cells);

    /// Tells how often a date lay in another year than its period; fails when most dates lie months from their periods.
    [[nodiscard]] Result<void> finish(OpenedSheet& opened) const;

    [[nodiscard]] PeriodSource source() const { return source_; }
    /// Gives the column in which a wrong period is to be mended; nothing when the period is fixed.
    [[nodiscard]] std::optional<LedgerColumn> column() const;

private:
    [[nodiscard]] std::optional<Day> day_in(const workbook::Cell* cell) const;

    /// A row whose date and period say different things.
    struct Apart {
        std::size_t count = 0;
        std::uint32_t row = 0;  ///< the first
        Day date{};
        BookPeriod period;
    };

    [[nodiscard]] BookPeriod near_date(BookPeriod period, Day date, std::uint32_t row);

    PeriodSource source_ = PeriodSource::fixed;
    std::size_t dated_ = 0;            ///< rows with a date and a month as period
    Apart other_year_;                 ///< the nearest year is not that of the date
    Apart far_;                        ///< more than a quarter from the date, whatever the year
    std::optional<DateReader> dates_;  ///< when a period rests on dates
    BookPeriod fixed_;
    std::int32_t year_ = 0;
};

}  // namespace begroot::exchange::detail
