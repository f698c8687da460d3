#pragma once
// All postings of one or more exports, and the totals the files print about themselves.

#include "ledger/posting.hpp"
#include "ledger/posting_store.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace begroot {

/// Compares a total that the file prints with what was imported.
struct LedgerControl {
    std::string label;
    Origin origin;
    Money printed;
    Money imported;
};

/// What a row says beside its codes.
struct BookedRow {
    std::string_view account_name = {};
    std::string_view entry = {};
    std::string_view description = {};
    Money amount = {};
    std::int32_t period_number = 0;  ///< as booked, 0 to 65,535 (checked)
    std::uint32_t row = 0;           ///< of the amount's cell, 0-based
    std::uint32_t column = 0;        ///< of the amount's cell, 0-based, at most 65,535 (checked)
};

/// Postings in the order of the file. A posting may move to another ledger only by `append`.
struct Ledger {
    std::vector<Posting> postings;
    std::vector<LedgerControl> controls;
    Money source_total;  ///< debit - credit of every row read as a posting, summed while reading, before anything else
    PostingStore store;  ///< what the postings point to

    /// Makes room for so many postings in all; room that is not used costs no memory.
    void make_room(std::size_t count);

    /// Adds a posting; does not touch `source_total`.
    Posting& add(const Coding& coding, const BookedRow& row) { return add(store.keep(coding), row); }
    /// Adds a posting with a coding that `store` gave.
    Posting& add(const Coding* coding, const BookedRow& row);
};

/// Puts all of `from` behind what `to` has.
void append(Ledger& to, Ledger&& from);

}  // namespace begroot
