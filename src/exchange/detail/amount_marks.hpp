#pragma once
// What stands around amounts: the unit of a whole column in its head, and the mark behind a variance.

#include "exchange/detail/notation.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace begroot::exchange::detail {

/// The unit in which a column or sheet gives its amounts.
struct AmountUnit {
    std::int64_t euros = 1;  ///< 1, 1.000, 1.000.000 or 1.000.000.000; 0 for another one
    bool certain = true;     ///< false when the text names two units, or may count something: `Versie 2 x € 1.000`

    friend bool operator==(const AmountUnit&, const AmountUnit&) = default;
};

/// Reads the unit that a head or title names: `x 1.000`, `(x € 1.000,-)`, `in € 1.000`, `EUR 000`, `bedragen in
/// duizenden euro's`, `€ mln`, `in euro's`; nothing when it names none.
[[nodiscard]] std::optional<AmountUnit> read_unit(std::string_view text);

/// Says how a variance is marked: V voordelig, N nadelig.
enum class VarianceMark : std::uint8_t { unmarked, favourable, unfavourable };

/// A text and the mark that stood at one of its ends.
struct MarkedText {
    std::string_view rest;  ///< without the mark, trimmed
    VarianceMark mark = VarianceMark::unmarked;
};

/// Takes the mark off a text: `1.234 V`, `N 500,00`, `1.234 (nadelig)`. A mark alone is no amount with a mark.
[[nodiscard]] MarkedText split_mark(std::string_view text);

/// Reads a text that is a mark and nothing else: `V`, `nadelig`, `(N)`.
[[nodiscard]] VarianceMark read_mark(std::string_view text);

struct Variance {
    Amount amount;
    VarianceMark mark = VarianceMark::unmarked;
};

/// Reads an amount with a mark before or behind it: `1.234 V`, `N 500,00`, `1.234 (nadelig)`. The amount is as written,
/// the mark says nothing about its sign here. An ambiguous text follows `column`.
[[nodiscard]] Variance read_variance(std::string_view text, Notation column);

}  // namespace begroot::exchange::detail
