#pragma once
// What a model says about one workbook, and what reading it gives beside the figures.

#include "base/finding.hpp"
#include "base/place.hpp"
#include "exchange/account_kinds.hpp"
#include "period/fiscal_year.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace begroot::exchange {

/// Says which mark divides euros from cents in the texts of a file, when the user decides it.
enum class DecimalMark : std::uint8_t { comma, point };

/// Says what the sign of one amount column means, when there is no debit beside credit.
enum class SignRule : std::uint8_t {
    debit_positive,   ///< expense positive, income negative: as in the ledger
    credit_positive,  ///< income positive, expense negative: as in a result
    all_positive      ///< both positive, as in a budget; the account tells the side
};

/// Says how to read one sheet. Columns not named here are recognised by their heads; what is nothing is decided by the
/// file itself, and asked when the file does not tell.
struct SourceSettings {
    std::string profile;  ///< the name of a built-in profile: `begroting_per_maand`, `afas_financiele_mutaties`
    std::string sheet;    ///< empty: the first visible sheet in which the profile finds its header row
    /// Meaning -> head in the file, e.g. kostenplaats -> Verbijzonderingsas 1; wins over the profile's own heads.
    /// In a sheet without heads: meaning -> letter.
    std::map<std::string, std::string> columns;
    FiscalYear year;
    std::vector<AccountKind> account_kinds = {};  ///< when the export does not tell which accounts are baten and lasten
    std::optional<std::uint32_t> header_row = {};  ///< 1-based; 0: the sheet has no heads
    std::optional<DecimalMark> decimal_mark = {};
    std::optional<std::int64_t> unit = {};  ///< euros that 1 stands for: 1000 in a budget x € 1.000
    std::optional<bool> cumulative = {};    ///< each period's amount includes the periods before it
    std::optional<SignRule> sign = {};
    /// Budget columns headed with a school year: true splits them over the calendar year, false reads the sheet as one
    /// of calendar years; nothing asks.
    std::optional<bool> school_years = {};
    std::optional<std::int32_t> period = {};  ///< of all rows, when the file has none: balances up to this month
    std::string account = {};  ///< of all rows, when the sheet has no column for it: the card of one account
};

/// One row (or cell) that gave no line, and why. Nothing is skipped without one of these.
struct Skipped {
    Origin origin;
    /// `titel`, `kop`, `tussenkop`, `voettekst`, `lege rij`, `subtotaal`, `totaal`, `geen bedrag`, `p.m. of streep`,
    /// `geen rekening`, `periode onleesbaar`, `ander jaar`, `kolom niet gebruikt`, `kolom zonder kop`, `verborgen
    /// kolom`
    std::string reason;
    std::string text;  ///< the row's first text, for a person
};

/// What comes with the lines of a sheet: all that a controller may want to know about the reading.
struct ReadReport {
    std::string sheet;
    std::uint32_t header_row = 0;                ///< 0-based
    std::map<std::string, std::string> columns;  ///< meaning -> head as found
    std::vector<Skipped> skipped;
    Findings findings;
};

}  // namespace begroot::exchange
