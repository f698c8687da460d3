#pragma once
// From what stands in a cell to a period as booked, or to a book year. A period number is the office's own: 0, 13, 55
// and 501 are as good as 1 to 12.

#include "workbook/workbook.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace begroot::exchange::detail {

/// A period, with its year where the text names one (Jaar/periode in one column).
struct PeriodText {
    std::optional<std::int32_t> year;
    std::int32_t number = 0;

    friend bool operator==(const PeriodText&, const PeriodText&) = default;
};

/// Reads `1`, `01`, `0`, `13`, `55`, `501`, `P01`, `Periode 12`, `2025-01`, `2025/01`, `2025M12`, `202501`, `1/2025`,
/// `P12 2025`, `jan`, `januari 2025`, `dec-25`; nothing for anything else. A number without year is at most 999, one
/// with a year at most 99; years run 1900 to 2199.
[[nodiscard]] std::optional<PeriodText> read_period_text(std::string_view text);

/// Reads a period cell: a text as above, a whole number likewise, a date as its year and month (Excel makes a date of
/// `jan-25`); nothing for anything else.
[[nodiscard]] std::optional<PeriodText> read_period_cell(const workbook::Cell& cell);

/// A book year: one calendar year, or a school year over two.
struct YearText {
    std::int32_t first = 0;
    std::int32_t last = 0;  ///< `first`, or the year after it

    friend bool operator==(const YearText&, const YearText&) = default;
};

/// Reads `2025`, `2024-2025`, `2024/2025`, `2024-25`, `24-25`, also behind `boekjaar`, `schooljaar` and the like;
/// nothing for anything else, and nothing for two years that do not follow each other.
[[nodiscard]] std::optional<YearText> read_year_text(std::string_view text);

}  // namespace begroot::exchange::detail
