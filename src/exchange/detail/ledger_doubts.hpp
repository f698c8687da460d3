#pragma once
// What a whole ledger makes doubtful, though each of its rows was read: group accounts beside their own accounts, debit
// that does not equal credit, income in debit.

#include "exchange/detail/opened_sheet.hpp"
#include "ledger/ledger.hpp"

namespace begroot::exchange::detail {

/// Tells of accounts whose amount is the sum of the accounts below them (40 beside 4010 and 4020), by their codes: all
/// of it counts twice. For balances; bookings have no group accounts.
void report_group_accounts(OpenedSheet& opened, const Ledger& ledger);

/// Compares debit with credit of each period, where no entry numbers tell which rows belong together. Periods that do
/// not balance among others that do are a warning; where most do not, the export was never meant to.
void report_unbalanced_periods(OpenedSheet& opened, const Ledger& ledger);

/// Tells of income that stands in debit as a whole, and more surely where expense stands in credit too: the two columns
/// were exchanged. `origin` is the head of the debit column.
void report_exchanged_sides(OpenedSheet& opened, Money income, Money expense, const Origin& origin);

}  // namespace begroot::exchange::detail
