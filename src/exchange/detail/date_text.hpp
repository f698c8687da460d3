#pragma once
// From what stands in a cell to a calendar day. Whether the day or the month comes first is decided once a column, from
// all its texts, never per cell.

#include "base/finding.hpp"
#include "base/result.hpp"
#include "exchange/detail/sheet_grid.hpp"
#include "period/day.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace begroot::exchange::detail {

/// Says which of day and month comes first, as far as one text or one column tells.
enum class DateOrder : std::uint8_t {
    open,         ///< `2025-12-31`, `31 dec 2025`, `5-5-2025`: either order will do; of a column: nothing decides
    day_first,    ///< `31-12-2025`
    month_first,  ///< `12/31/2025`
    ambiguous,    ///< `1-2-2025`
    none          ///< no date, or none that exists; of a column: its texts contradict each other
};

/// Says what a date cell holds. Only `value` has a day.
enum class DateState : std::uint8_t {
    blank,
    value,
    no_end,  ///< 31-12-9999, which stands for "no end"
    marker,  ///< `n.v.t.`, a dash
    not_computed,
    excel_error,
    ambiguous,     ///< day and month may be exchanged, and nothing decides
    zone_unclear,  ///< late in the evening in UTC: here it is the next day, if the clock was right
    impossible,    ///< shaped as a date, but no day from 1900 to 2199: 29-02-2025
    no_date
};

struct DateReading {
    DateState state = DateState::blank;
    Day day{};

    friend bool operator==(const DateReading&, const DateReading&) = default;
};

/// Tells the order of one text.
[[nodiscard]] DateOrder date_order_of(std::string_view text);

/// Reads a text as a date; an ambiguous text follows `column`. Reads d-m-jjjj with `-`, `/` or `.`, jjjj-mm-dd (with a
/// time and zone: the day is the one written), jjjjmmdd, d-m-jj, `31-dec-25`, `31 december 2025`, and Excel's day
/// numbers from 1950 as text.
[[nodiscard]] DateReading read_date(std::string_view text, DateOrder column);

/// Reads a number as a date: Excel's day number from 1950 to 2173, or jjjjmmdd.
[[nodiscard]] DateReading read_date_number(double number);

/// The date columns of a sheet and what the user decided about them.
struct DateColumns {
    std::uint32_t first_row = 0;  ///< of the data
    std::vector<std::uint32_t> columns;
    std::optional<DateOrder> order = {};  ///< day_first or month_first, for texts; nothing: the column decides
};

/// Reads the date columns of one sheet, each with its own order.
class DateReader {
public:
    /// Looks at all texts of the columns and decides, unless the user did. The month comes first only where the column
    /// itself proves it. A column without evidence follows other date columns that put the day first when none says
    /// otherwise. Contradictions and a sample of what was read are added to `findings`.
    DateReader(const SheetGrid& grid, const DateColumns& wanted, Findings& findings);

    [[nodiscard]] DateReading read(const workbook::Cell& cell) const;

    /// Gives the order of a column's texts: `open` where it has none.
    [[nodiscard]] DateOrder order(std::uint32_t column) const {
        return column < orders_.size() ? orders_[column] : DateOrder::open;
    }

private:
    std::vector<DateOrder> orders_;  ///< by sheet column
};

/// Gives the error that refuses the file for a date that cannot be read; nothing when the date is fine.
[[nodiscard]] std::optional<Error> date_refusal(const DateReading& date, const workbook::Cell& cell,
                                                const Origin& origin);

}  // namespace begroot::exchange::detail
