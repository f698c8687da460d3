#pragma once
// What was booked: one posting of the ledger, with the cell it came from.

#include "base/codes.hpp"
#include "base/place.hpp"
#include "ledger/kept_text.hpp"
#include "money/money.hpp"
#include "period/fiscal_year.hpp"

#include <cstdint>
#include <memory>

namespace begroot {

/// The codes a posting is booked on (codering), and the book year. A ledger has few of them and many postings, so each
/// is kept once.
struct Coding {
    FiscalYear year;
    AccountId account;
    Side side = Side::expense;
    CostCentreId cost_centre;
    CostUnitId cost_unit;
    JournalId journal;
    std::shared_ptr<const SourceSheet> sheet;  ///< where the postings stand
    BoardId board = {};
    NeighbourhoodId neighbourhood = {};

    friend bool operator==(const Coding&, const Coding&) = default;
};

/// One posting; it points into the store of its ledger. Debit is positive, credit negative: the one sign rule inside
/// the program.
struct Posting {
    const Coding* coding = nullptr;  ///< never null in a ledger
    KeptText account_name;
    KeptText entry;        ///< number of the journal entry and of the line in it: `118/2`
    KeptText description;  ///< of the booking
    Money amount;
    std::uint32_t row = 0;            ///< of the amount's cell, 0-based
    std::uint16_t column = 0;         ///< of the amount's cell, 0-based
    std::uint16_t period_number = 0;  ///< as booked, in the year of the coding

    /// Gives year and period as booked.
    [[nodiscard]] BookPeriod period() const { return {coding->year.year, period_number}; }

    /// Gives the cell of the amount.
    [[nodiscard]] Origin origin() const { return {coding->sheet, row, column}; }
};

}  // namespace begroot
