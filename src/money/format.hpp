#pragma once
// Dutch notation of amounts and percentages, out and in.

#include "money/money.hpp"
#include "money/rate.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace begroot {

/// Says how many decimals an amount shows.
enum class Decimals {
    whole,     ///< rounded half away from zero to whole euros
    cents,     ///< always two decimals
    if_needed  ///< two decimals only when the cents are not 00
};

/// Writes an amount without a currency sign: `12.500`, `-1.234,56`.
[[nodiscard]] std::string format_amount(Money amount, Decimals decimals = Decimals::cents);

/// Writes an amount with the euro sign: `€ 12.500`.
[[nodiscard]] std::string format_euro(Money amount, Decimals decimals = Decimals::if_needed);

/// Writes a percentage with one decimal, rounded half away from zero: `-12,5%`.
[[nodiscard]] std::string format_percent(Rate rate);

/// Reads an amount in Dutch notation as a model writes it: `12500`, `12.500`, `12.500,00`, `€ 12.500,-`, `-5`, `10k`.
/// Nothing when the text is anything else; a thousands point must be followed by exactly three digits
/// and a grouped number does not begin with 0 (`0.500`). One sign at most; nothing above `money_cents_max`.
[[nodiscard]] std::optional<Money> parse_amount(std::string_view text);

/// Reads a percentage: `60%`, `12,5%`. Nothing when the text is anything else.
[[nodiscard]] std::optional<Rate> parse_percent(std::string_view text);

}  // namespace begroot
