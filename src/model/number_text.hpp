#pragma once
// Numbers, percentages and changes as a controller writes them: 12.938,34 and 2,3% and +0,1pp.

#include "model/definition.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace begroot::model {

/// What stands behind a number.
enum class NumberSuffix : std::uint8_t { none, percent, points };

/// A number as written in Dutch notation. `2,3%` and `2,3pp` hold 0.023.
struct WrittenNumber {
    double value = 0;
    NumberSuffix suffix = NumberSuffix::none;
    bool has_sign = false;  ///< a + or - stands before it
};

/// Reads a number: digits with or without thousands points (each followed by exactly three digits), a decimal comma, a
/// sign, an euro sign before it, `%` or `pp` behind it. Nothing when the text is anything else or beyond 15 digits.
[[nodiscard]] std::optional<WrittenNumber> parse_number(std::string_view text);

/// Reads a change to a value in `unit`: a bare number sets (a percentage needs its `%`), a sign adds, `+2%` multiplies
/// by 1 + p, `+0,1pp` adds percentage points to a percentage. Nothing when the text is none of these.
[[nodiscard]] std::optional<Change> parse_change(std::string_view text, const Unit& unit);

/// Writes a change as `parse_change` reads it.
[[nodiscard]] std::string to_text(const Change& change, const Unit& unit);

/// Writes a number in Dutch notation with as many decimals as it needs (at most `decimals`), a percentage with its `%`:
/// `12.938,34`, `2,3%`.
[[nodiscard]] std::string number_text(double value, const Unit& unit, int decimals = 6);

}  // namespace begroot::model
