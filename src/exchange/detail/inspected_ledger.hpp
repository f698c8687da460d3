#pragma once
// What a ledger tells of itself once it is read: its periods, its totals, what stands twice or is missing.

#include "exchange/inspection.hpp"
#include "ledger/ledger.hpp"

namespace begroot::exchange::detail {

/// Adds the periods, totals and findings of a ledger to an inspection.
void take_ledger(const Ledger& ledger, Inspection& inspection);

}  // namespace begroot::exchange::detail
