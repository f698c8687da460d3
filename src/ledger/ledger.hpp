#pragma once
// All postings of one export, and the totals the file prints about itself.

#include "ledger/posting.hpp"

#include <string>
#include <vector>

namespace begroot {

/// Compares a total that the file prints with what was imported.
struct LedgerControl {
    std::string label;
    Origin origin;
    Money printed;
    Money imported;
};

/// Postings in the order of the file.
struct Ledger {
    std::vector<Posting> postings;
    std::vector<LedgerControl> controls;
    Money source_total;  ///< debit - credit of every row read as a posting, summed while reading, before anything else
};

}  // namespace begroot
