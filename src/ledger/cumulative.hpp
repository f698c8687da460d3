#pragma once
// Exports in which each period's amount includes the periods before it: told apart, and turned into amounts a period.

#include "base/finding.hpp"
#include "ledger/ledger.hpp"

#include <cstdint>

namespace begroot {

/// What the amounts of a ledger of balances look like.
enum class Accumulation : std::uint8_t {
    per_period,  ///< series go down as well as up, so it cannot be cumulative
    cumulative,  ///< the series only grow, or a few of many amounts go down: a correction
    undecided,   ///< two periods and no more, and every series grows
    one_period   ///< nothing to tell it by: no series has a second period
};

/// Looks at the series of each account, cost centre and cost unit within a year. An export of single bookings (with
/// entry numbers, or with two of one period) is per period.
[[nodiscard]] Accumulation accumulation_of(const Ledger& ledger);

/// Takes from each amount what the period before it already held. A period that a series lacks counts as unchanged.
void to_period_amounts(Ledger& ledger);

}  // namespace begroot
