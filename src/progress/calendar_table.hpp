#pragma once
// The calendar of a plan on paper, as data, and for the calendar of a computer or phone.

#include "progress/calendar.hpp"
#include "table/table.hpp"

#include <string>

namespace begroot::progress {

/// How the calendar is laid out.
struct CalendarStyle {
    std::string reference_words;  ///< why this reference day: `vandaag`, `opgegeven`
    bool one_table = false;       ///< dated and undated in one table, for a format that has only one
};

/// Makes the document: what has a date, what has none, and how many stand how.
[[nodiscard]] Document to_document(const Plan& plan, const PlanCalendar& calendar, const CalendarStyle& style);

/// Writes the calendar as JSON.
[[nodiscard]] std::string to_json(const Plan& plan, const PlanCalendar& calendar);

/// Writes everything with a date as an iCalendar file (RFC 5545): whole days, lines of at most 75 octets that end in
/// CR LF. The same plan gives the same bytes: the time stamp is the plan's own day, and an entry keeps its UID as long
/// as its code, its words and its day stay the same.
[[nodiscard]] std::string to_icalendar(const Plan& plan, const PlanCalendar& calendar);

}  // namespace begroot::progress
