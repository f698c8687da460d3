#pragma once
// Exports in which each period's amount includes the periods before it: told apart, and turned into amounts a period.

#include "base/finding.hpp"
#include "base/result.hpp"
#include "ledger/imports.hpp"
#include "ledger/ledger.hpp"

#include <cstdint>
#include <vector>

namespace begroot {

/// What the amounts of a ledger of balances look like.
enum class Accumulation : std::uint8_t {
    per_period,  ///< bookings, or series that go down about as often as up, or stay level: it cannot be cumulative
    mostly_up,   ///< more amounts go up than down, too few or too uneven to tell
    cumulative,  ///< the series only grow, or a few of many amounts go down: a correction
    undecided,   ///< two periods and no more, and every series grows
    one_period   ///< nothing to tell it by: no series has a second period
};

/// Looks at the series of each account, cost centre and cost unit within a year. An export of single bookings (with
/// entry numbers, or with more rows of a series in one period than in the next, time and again) is per period.
[[nodiscard]] Accumulation accumulation_of(const Ledger& ledger);

/// Takes from each amount what the period before it already held; rows of one series in one period are taken in their
/// order, and what is over of the period before goes from the last. A period that a series lacks counts as unchanged:
/// a finding names the series that stop before the last period of the year.
[[nodiscard]] Findings to_period_amounts(Ledger& ledger);

/// Lays balances of several files one behind the other: of files with running amounts, each of whose own amounts is
/// that of a period already, the first period of a later file loses what files of earlier periods held; a finding names
/// the series that the last file lacks. Fails, and changes nothing, where nobody said whether files of different
/// periods are running, and they may be.
[[nodiscard]] Result<Findings> join_balances(Ledger& ledger, const std::vector<Import>& imports);

}  // namespace begroot
