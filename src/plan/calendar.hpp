#pragma once
// What comes back every year, and the meetings of one year.

#include "base/place.hpp"
#include "period/day.hpp"
#include "plan/goal.hpp"
#include "plan/when.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace begroot {

/// A day of every year: `1 mei`.
struct YearDay {
    std::int32_t month = 1;
    std::int32_t day = 1;

    friend auto operator<=>(const YearDay&, const YearDay&) = default;
};

/// One row of a quality calendar (kwaliteitskalender).
struct CalendarRow {
    std::string group;
    std::string what;
    When when;
    std::string who;
    std::string explanation;
    std::optional<YearDay> every_year_before;  ///< in time up to the day before it
    std::int32_t every_years = 1;              ///< once in so many years
    std::optional<Day> first;                  ///< a year of the row, from which the others follow
    std::optional<ActivityStatus> status;      ///< in the plan's own twelve months; nothing: not said
    std::string state;                         ///< how it stands there, in the document's words
    Place place;
};

/// A meeting. `on` is nothing when the words fix no day.
struct Meeting {
    std::string body;  ///< overleg: who meets
    std::string words;
    std::optional<Day> on;
    std::string time;
    std::string location;
    bool in_reserve = false;
    bool carries_money = false;  ///< board, audit committee, finance: where money is decided or accounted for
    std::string note;
    Place place;
};

/// Gives the last days on which a row is in time between two days, both included, in order; none when the words do not
/// fix them. Of once in several years that needs a known first year.
[[nodiscard]] std::vector<Day> due_days(const CalendarRow& row, Day from, Day until);

}  // namespace begroot
