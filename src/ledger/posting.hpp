#pragma once
// What was booked: one posting of the ledger, with the cell it came from.

#include "base/codes.hpp"
#include "base/place.hpp"
#include "money/money.hpp"
#include "period/fiscal_year.hpp"

#include <string>

namespace begroot {

/// One posting. Debit is positive, credit negative: the one sign rule inside the program.
struct Posting {
    BookPeriod period;
    AccountId account;
    std::string account_name;
    Side side = Side::expense;
    CostCentreId cost_centre;
    CostUnitId cost_unit;
    JournalId journal;
    std::string entry;        ///< number of the journal entry and of the line in it: `118/2`
    std::string description;  ///< of the booking
    Money amount;
    Origin origin;  ///< the cell of the amount
};

}  // namespace begroot
