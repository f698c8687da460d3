#include "plan/calendar.hpp"

#include "period/calendar_day.hpp"

namespace begroot {

namespace {

/// Gives the last day in time of a row in one calendar year: the day before the day it must be ready for.
std::optional<Day> due_before(YearDay before, std::int32_t year) {
    const Day day{year, before.month, before.day};
    return exists(day) ? std::optional(add_days(day, -1)) : std::nullopt;
}

/// Tells whether a year is one of the row's own, counted from its first.
bool is_year_of(const CalendarRow& row, std::int32_t year) {
    if (row.every_years == 1) return true;
    return row.first && (year - row.first->year) % row.every_years == 0;
}

}  // namespace

std::vector<Day> due_days(const CalendarRow& row, Day from, Day until) {
    std::vector<Day> days;
    if (!row.every_year_before) {
        const auto day = row.first ? row.first : last_day_of(row.when);
        if (day && *day >= from && *day <= until) days.push_back(*day);
        return days;
    }
    // before 1 January is the last day of the year before
    for (std::int32_t year = from.year; year <= until.year + 1; ++year) {
        if (!is_year_of(row, year)) continue;
        const auto day = due_before(*row.every_year_before, year);
        if (day && *day >= from && *day <= until) days.push_back(*day);
    }
    return days;
}

}  // namespace begroot
