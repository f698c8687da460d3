#pragma once
// Everything in a plan that has a date, in the order of time: what is due, what is late, what was due before the plan
// was there; and apart from it what the words do not fix to a date.

#include "plan/plan.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace begroot::progress {

/// Says where an entry of the calendar comes from.
enum class EntryKind : std::uint8_t { activity, deadline, row, meeting, subsidy, indicator, moment };
inline constexpr std::size_t entry_kinds = 7;

/// Gives the stable Dutch name of a kind: actie, termijn, kalender, bijeenkomst, subsidie, indicator, rapportage.
[[nodiscard]] const char* entry_kind_name(EntryKind kind);

/// Says how an entry stands on the reference day (peildatum). Only activities and rows have a status. An activity whose
/// day is past without one is late; of a row without one, as of all else, is known no more than that its day is past.
enum class EntryState : std::uint8_t { late, before_adoption, open, coming, past, done, dropped };
inline constexpr std::size_t entry_states = 7;

/// Gives the stable Dutch name of a state: `te laat`, `vóór vaststelling`, `te doen`, `komt`, `voorbij`, `klaar`,
/// `vervallen`.
[[nodiscard]] const char* entry_state_name(EntryState state);

/// Which part of the calendar is asked for, and as seen from which day.
struct CalendarOptions {
    std::optional<Day> from, until;  ///< nothing: everything that has a date
    Day reference;                   ///< peildatum
};

/// One entry. `day` is the last day in time: of `voor 1 mei` the 30th of April.
struct CalendarEntry {
    EntryKind kind = EntryKind::activity;
    EntryState state = EntryState::open;
    std::optional<Day> day;
    std::string at;  ///< goal or activity code, speerpunt number or `plan`
    std::string what;
    std::string who;
    std::string words;  ///< when, literally
    WhenKind when = WhenKind::day;
    std::string detail;  ///< time, place, notes
    std::optional<ActivityStatus> status;
    bool carries_money = false;
};

/// The calendar of one plan.
struct PlanCalendar {
    CalendarOptions options;
    std::vector<CalendarEntry> dated;    ///< by day, then in the order of the document
    std::vector<CalendarEntry> undated;  ///< in the order of the document
    std::size_t outside = 0;             ///< with a date before `from` or after `until`
};

/// Makes the calendar. Rows that come back every year are shown in the plan's own twelve months, or from `from` to
/// `until` when both are given.
[[nodiscard]] PlanCalendar make_calendar(const Plan& plan, const CalendarOptions& options);

/// Counts the entries by state and kind, with and without a date.
using CalendarCounts = std::map<EntryState, std::array<std::int64_t, entry_kinds>>;
[[nodiscard]] CalendarCounts count_dated(const PlanCalendar& calendar);

}  // namespace begroot::progress
