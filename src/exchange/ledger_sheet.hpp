#pragma once
// A ledger export as an office mails it: one posting a row, debit and credit columns or one signed amount.

#include "base/result.hpp"
#include "exchange/source.hpp"
#include "ledger/imports.hpp"
#include "ledger/ledger.hpp"
#include "workbook/reader.hpp"
#include "workbook/workbook.hpp"

#include <string>

namespace begroot::exchange {

/// A ledger and how it was read.
struct LedgerReading {
    Ledger ledger;
    ReadReport report;
    FileAmounts amounts = FileAmounts::of_periods;
    std::string administration = {};  ///< whose books these are, where a column says so
};

/// Says which columns a reading under these settings needs, so that a reader of a large export keeps no others: those
/// with a meaning and those without a head (which are reported). The settings must outlive the reading of the file.
[[nodiscard]] workbook::ChooseColumns needed_columns(const SourceSettings& settings);

/// Reads postings from a workbook. Refuses the file (Error) as read_budget does. A posting's side comes from the column
/// `Type rekening` (Kosten, Opbrengsten, Activa, Passiva); without that column the file is refused, never guessed.
[[nodiscard]] Result<LedgerReading> read_ledger(const workbook::Workbook& workbook, const SourceSettings& settings);

/// Reads postings from a workbook that nobody needs any more: its cells go as its rows are read, so that a large ledger
/// is in memory once.
[[nodiscard]] Result<LedgerReading> read_ledger(workbook::Workbook&& workbook, const SourceSettings& settings);

}  // namespace begroot::exchange
