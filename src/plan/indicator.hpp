#pragma once
// A goal that is no euro: what is measured, from where, to where, and what was measured so far.

#include "base/place.hpp"
#include "period/day.hpp"
#include "plan/organisation.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot {

struct Plan;

/// A measured number, exact to a ten-thousandth.
struct IndicatorValue {
    std::int64_t ten_thousandths = 0;
    bool is_percentage = false;

    friend bool operator==(const IndicatorValue&, const IndicatorValue&) = default;
};

/// Reads a number in Dutch notation, with or without a percent sign: `75%`, `1.250`, `2,5`. Nothing for anything else.
[[nodiscard]] std::optional<IndicatorValue> parse_indicator_value(std::string_view text);

/// Writes a value in Dutch notation, with as many decimals as it needs.
[[nodiscard]] std::string to_text(const IndicatorValue& value);

/// Says which way is good, and against what: more or less than the start, or at least, at most or exactly the target.
enum class Direction : std::uint8_t { higher, lower, at_least, at_most, exactly };

/// Gives all Dutch names, in order: hoger, lager, minstens, hoogstens, precies.
[[nodiscard]] const std::vector<std::string>& direction_names();

/// Says what the program counts itself.
enum class Computation : std::uint8_t {
    goals_reached,         ///< share of goals that are said to be reached
    projects_within_hours  ///< share of projects that used no more hours than they were given
};

/// Gives all Dutch names, in order: doelen_behaald, projecten_binnen_uren.
[[nodiscard]] const std::vector<std::string>& computation_names();

/// One measurement.
struct Measurement {
    Day on;
    IndicatorValue value;
    std::string source;
};

/// One indicator in the document's own words, with numbers as far as the words hold them.
struct Indicator {
    std::string at;  ///< goal code, speerpunt number or `plan`
    std::string text;
    std::string method;  ///< how it is measured, literal
    std::string source;
    std::string unit;
    std::optional<Direction> direction;
    std::optional<IndicatorValue> baseline;
    std::optional<Day> baseline_on;
    std::optional<IndicatorValue> target;
    std::string target_words;
    std::optional<Day> target_on;
    std::string target_when;
    std::vector<OrganisationId> organisations;
    std::optional<Computation> computed;
    std::vector<Measurement> measurements;  ///< by day
    Place place;
};

/// Whether a target is met; `unknown` is never taken for a no.
enum class Verdict : std::uint8_t { reached, not_reached, unknown };

/// Gives the Dutch words: `gehaald`, `niet gehaald`, `niet bekend`.
[[nodiscard]] const char* verdict_name(Verdict verdict);

/// How many say yes, how many say no, and of how many it is not said.
struct ShareCount {
    std::int64_t yes = 0;
    std::int64_t no = 0;
    std::int64_t unknown = 0;

    [[nodiscard]] std::int64_t said() const { return yes + no; }
    friend bool operator==(const ShareCount&, const ShareCount&) = default;
};

/// Counts goals that are said to be reached; partly is no. The goals that schools set themselves are not counted.
[[nodiscard]] ShareCount count_goals_reached(const Plan& plan);

/// Counts projects, and other goals with hours, that used no more hours than they were given.
[[nodiscard]] ShareCount count_within_hours(const Plan& plan);

/// Gives the share of yes among what is said, rounded to a hundredth of a percent; nothing when nothing is said.
[[nodiscard]] std::optional<IndicatorValue> share_of(const ShareCount& count);

/// How far one indicator is.
struct Progress {
    std::optional<IndicatorValue> value;  ///< the last measurement, or the share that was counted
    std::optional<Day> on;                ///< of the measurement
    std::optional<ShareCount> counted;    ///< of an indicator that the program counts
    Verdict verdict = Verdict::unknown;
    std::string reason;  ///< why it is not known
};

/// Measures one indicator. A counted share meets its target only when what is not said could not change that.
[[nodiscard]] Progress progress_of(const Plan& plan, const Indicator& indicator);

}  // namespace begroot
