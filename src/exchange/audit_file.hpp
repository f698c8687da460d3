#pragma once
// The auditfile financieel (xaf): the whole ledger of a book year as XML, as every Dutch package can export it.

#include "base/result.hpp"
#include "exchange/source.hpp"
#include "ledger/ledger.hpp"
#include "money/money.hpp"
#include "period/fiscal_year.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace begroot::exchange {

/// Limits on a stranger's auditfile; beyond one it is refused with the line.
struct AuditLimits {
    std::size_t depth_max = 32;                  ///< of nested elements
    std::uint64_t text_bytes_max = 10ULL << 20;  ///< of one text
    std::uint64_t lines_max = 4'000'000;         ///< of transactions; so many of the largest amounts still add up
};

/// A period as the file names it: a text, with its dates as written (empty where the file has none).
struct AuditPeriod {
    std::string key;
    std::string first_day;
    std::string last_day;
    std::uint64_t lines = 0;                 ///< booked in it
    std::optional<BookPeriod> read_as = {};  ///< nothing when it cannot be told
};

/// A control total of the file beside what was counted; nothing is printed where the file leaves it out.
struct AuditTotals {
    std::optional<std::uint64_t> lines_printed;
    std::optional<Money> debit_printed;
    std::optional<Money> credit_printed;
    std::uint64_t lines = 0;
    Money debit;          ///< of what is written on the debit side, a negative amount with its sign
    Money credit;         ///< likewise
    Money turned_debit;   ///< the same, a negative amount as a positive one on the other side: some packages count so
    Money turned_credit;  ///< likewise

    /// Tells whether what is printed counts a negative amount on the other side.
    [[nodiscard]] bool is_turned() const {
        return debit_printed.value_or(turned_debit) == turned_debit &&
               credit_printed.value_or(turned_credit) == turned_credit;
    }
};

/// Where the balance sheet at the start of the year was found. None of these amounts is a posting.
struct AuditOpening {
    bool as_element = false;  ///< the element openingBalance
    bool as_period = false;   ///< bookings in period 0
    bool as_journal = false;  ///< a journal of type O, or named beginbalans
    AuditTotals element;
    AuditTotals booked;  ///< what period and journal hold
};

/// All that a file tells about itself, and how it was understood; a command can print it.
struct AuditSummary {
    std::string version;     ///< `3.2`, `4.0`, `CLAIR2`; `3.x` where the file does not tell
    std::string name_space;  ///< as written
    std::string encoding;
    std::string software;  ///< name and version
    std::string company;
    std::string fiscal_year;  ///< as written: `2025`, `2024-2025`
    std::string first_day;
    std::string last_day;
    std::string created;
    std::vector<AuditPeriod> periods;  ///< as listed, then those that only bookings name
    std::size_t accounts = 0;
    std::size_t journals = 0;
    std::size_t transactions = 0;
    AuditTotals totals;
    AuditOpening opening;
    std::map<std::string, std::string> cost_centre_names;  ///< of codes that occur, where the file names them
    std::map<std::string, std::string> cost_unit_names;
};

/// A ledger and how it was read.
struct AuditReading {
    Ledger ledger;
    ReadReport report;
    AuditSummary summary;
};

/// Tells whether bytes are an auditfile: XML with that root, the fixed columns of 1999 (ADF), or one of these in a zip
/// or gzip that says so by name. Only the first is read; read_audit_file says what to do with the others.
[[nodiscard]] bool looks_like_audit_file(std::span<const std::byte> bytes);

/// Reads the postings of an auditfile, version CLAIR2 to 4.0, whatever namespace it gives. `shown_as` names it in
/// messages. Amounts are exact: debit > 0, a negative amount keeps its sign. Opening balances are reported and are no
/// postings. Refused (Error, with the line): a truncated or hostile file, an amount that cannot be told, another
/// currency than euro, and accounts of which neither the settings nor the file tell whether they are income, expense or
/// balance. Control totals that differ are findings.
[[nodiscard]] Result<AuditReading> read_audit_file(std::span<const std::byte> bytes, const std::string& shown_as,
                                                   const std::string& sha256, const SourceSettings& settings,
                                                   const AuditLimits& limits = {});

}  // namespace begroot::exchange
