#pragma once
// Figures as a person writes them, in Dutch notation: a value in the unit of a variable, and a change to it.

#include "model/definition.hpp"
#include "model/unit.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace begroot::model {

/// A figure with what stands around it: `+0,1pp`, `€ 12.938,34`, `2,3%`.
struct Quantity {
    enum class Mark : std::uint8_t {
        none,
        percent,  ///< `%`
        points    ///< `pp`: percentage points
    };
    double value = 0;  ///< with its sign; of percentages and percentage points a fraction: 2,3% is 0.023
    Mark mark = Mark::none;
    char sign = 0;      ///< as written: '+', '-' or 0
    bool euro = false;  ///< a euro sign stands before it
};

/// Reads a figure: digits with thousands points that split into threes (`12.938,34`, never `0.500`) or without
/// (`12938,34`), at most one sign, any number of decimals. Gives the double nearest to what is written. Nothing when
/// the text is anything else.
[[nodiscard]] std::optional<Quantity> parse_quantity(std::string_view text);

/// Reads a value of a unit: a percentage has a `%` and nothing else has, a euro sign only stands before euros. A
/// refusal is a Dutch phrase of what is expected.
[[nodiscard]] std::expected<double, std::string> parse_value(std::string_view text, const Unit& unit);

/// Reads a change to a value of a unit: `+2%` and `-5%` multiply by 1 + p, `+0,1pp` adds percentage points to a
/// percentage, `+100` adds to anything else, `9500` and (to a percentage) `2,4%` set. A refusal as `parse_value`.
[[nodiscard]] std::expected<Change, std::string> parse_change(std::string_view text, const Unit& unit);

/// Writes a value as `parse_value` reads it: `12.938,34`, `2,3%`. Reading it back gives the same double. What is not
/// a number is written `niet te berekenen`.
[[nodiscard]] std::string write_value(double value, const Unit& unit);

/// Writes a change as `parse_change` reads it: `+2%`, `-0,1pp`, `+100`, `9.500`.
[[nodiscard]] std::string to_text(const Change& change, const Unit& unit);

}  // namespace begroot::model
