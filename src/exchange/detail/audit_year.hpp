#pragma once
// Days as auditfiles write them, and which month the header makes period 1.

#include "period/fiscal_year.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace begroot::exchange::detail {

/// A calendar day, all parts 1-based.
struct AuditDay {
    std::int32_t year = 0;
    std::int32_t month = 1;
    std::int32_t day = 1;

    friend auto operator<=>(const AuditDay&, const AuditDay&) = default;
};

/// From a day to a day, both included.
struct DayRange {
    AuditDay first;
    AuditDay last;
};

/// Reads `2025-01-31` (a time behind it does not count), `2025/1/31`, `31-01-2025`, `31/1/2025` or `20250131`; nothing
/// for other text.
[[nodiscard]] std::optional<AuditDay> read_audit_day(std::string_view text);

/// Reads the whole number of a period or a year; nothing for other text.
[[nodiscard]] std::optional<std::int32_t> read_whole_number(std::string_view text);

/// Counts days from a fixed day, for lengths only; months count as 31 days, which is near enough.
[[nodiscard]] constexpr std::int32_t rough_day(const AuditDay& day) {
    return (day.year * 12 + day.month) * 31 + day.day;
}

/// Counts months from a fixed month.
[[nodiscard]] constexpr std::int32_t month_count(BookPeriod month) { return month.year * 12 + month.number - 1; }

/// What a header says about its book year, as written.
struct YearTexts {
    std::string_view fiscal_year;
    std::string_view first_day = {};
    std::string_view last_day = {};
};

/// The book year of a file.
struct AuditYear {
    BookPeriod first;                        ///< the month that period 1 is
    std::optional<BookPeriod> other = {};    ///< the month that it may also be, for the bookings to decide
    std::optional<AuditDay> first_day = {};  ///< startDate
    std::optional<AuditDay> last_day = {};   ///< endDate
};

/// Decides by the header which month period 1 is: that of startDate when a whole book year can begin there (on the
/// first of a month, and endDate a year later), else January of fiscalYear; an export of part of a year begins where it
/// likes. A startDate in UTC late in the evening is the next day here. Nothing when neither tells a year.
[[nodiscard]] std::optional<AuditYear> choose_year(const YearTexts& texts);

}  // namespace begroot::exchange::detail
