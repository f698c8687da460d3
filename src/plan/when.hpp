#pragma once
// When something is due, in the document's own words, with the days as far as the words fix them.

#include "period/day.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace begroot {

/// Says how far words fix a moment.
enum class WhenKind : std::uint8_t {
    day,
    before_day,  ///< in time up to the day before `until`
    week,
    month,
    quarter,
    half_year,
    year,
    season,
    period,
    ongoing,
    frequency,
    same,           ///< as the activity before it
    to_be_decided,  ///< the document says that it is still to be decided
    blank,          ///< the document has a place for it and leaves it empty
    unknown
};

/// A moment in the document's own words.
struct When {
    std::string words;  ///< literal, may be empty
    WhenKind kind = WhenKind::blank;
    std::optional<Day> from, until;  ///< as printed: of `voor 1 mei` the first of May
};

/// Gives the stable Dutch name of a kind: dag, voor_dag, week, …
[[nodiscard]] std::string_view kind_name(WhenKind kind);

/// Gives all names, in the order of the kinds.
[[nodiscard]] std::span<const std::string_view> when_kind_names();

/// Reads a name; nothing when it is none.
[[nodiscard]] std::optional<WhenKind> parse_when_kind(std::string_view name);

/// Gives the last day on which it is in time; nothing when the words do not fix one. Of a day before which it must be
/// done that is the day before.
[[nodiscard]] std::optional<Day> last_day_of(const When& when);

/// A number of times a year that words name, and the number that a period in the same words comes to.
struct FrequencyClash {
    std::int64_t times = 0;
    std::string period;  ///< as in the words: `kwartaal`
    std::int64_t periods_a_year = 0;
};

/// Finds words that contradict themselves, as `drie keer per jaar (kwartaal)`: a number of times a year with a period
/// in brackets of which a year has another number. Nothing when they do not.
[[nodiscard]] std::optional<FrequencyClash> frequency_clash(std::string_view words);

}  // namespace begroot
