#pragma once
// A file looked at before it is used: what it is, how every column would be read, what would be asked.

#include "base/error.hpp"
#include "exchange/source.hpp"
#include "ledger/ledger.hpp"
#include "table/table.hpp"
#include "workbook/workbook.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace begroot::exchange {

/// One column of the sheet as it would be read.
struct InspectedColumn {
    std::uint32_t column = 0;  ///< 0-based
    std::string head;
    std::string meaning;   ///< empty: not used
    std::string content;   ///< bedrag, datum, tekst, getal, gemengd, leeg
    std::string notation;  ///< of amounts and dates: `1.234,56`, `dd-mm-jjjj`; empty where there is nothing to choose
    std::string sign;      ///< `debet +`, `credit -`, `eigen teken`; empty for other columns
    std::string sample;    ///< the first value below the heads, as shown
    std::size_t filled = 0;
};

/// Counts the postings of one period.
struct PeriodCount {
    BookPeriod period;
    std::size_t postings = 0;
    Money debit;   ///< positive
    Money credit;  ///< positive
};

/// All that can be said of a file before it is used.
struct Inspection {
    std::string file;
    std::string sha256;
    std::string format;   ///< Excel-werkmap; csv, gescheiden door ;, UTF-8; auditfile XAF 3.2
    std::string package;  ///< empty: not recognised
    std::string view;
    std::string profile;    ///< of the reading; empty when there is none
    std::string certainty;  ///< `14 van 18 koppen`
    std::string sheet;
    std::vector<std::string> other_sheets;
    std::uint32_t header_row = 0;  ///< 1-based; 0: there is none
    std::vector<InspectedColumn> columns;
    std::string kind;  ///< mutaties, begroting, naslag; empty when nothing was recognised
    std::size_t lines = 0;
    std::vector<PeriodCount> periods;
    std::vector<LedgerControl> totals;
    std::vector<Skipped> skipped;
    std::vector<std::string> facts;  ///< what else is worth a line: software, boekjaar, openingsbalans
    Findings findings;               ///< what is asked is of kind `gevraagd`
    SourceSettings settings;         ///< the reading; what was only proposed is in a finding
    std::optional<Error> refusal;    ///< why the file cannot be read like this
};

/// Looks at a workbook or delimited file. `given` holds what the user decided already; an empty profile is recognised.
/// Never fails: what cannot be read is told in `refusal`.
[[nodiscard]] Inspection inspect(const workbook::Workbook& workbook, SourceSettings given);

/// Looks at an auditfile (see looks_like_audit_file); as inspect.
[[nodiscard]] Inspection inspect_audit_file(std::span<const std::byte> bytes, const std::string& shown_as,
                                            const std::string& sha256, SourceSettings given);

/// Makes the inspection as tables: what it is, the columns, the periods, the totals, what is skipped and what stands
/// out.
[[nodiscard]] Document to_document(const Inspection& inspection);

}  // namespace begroot::exchange
