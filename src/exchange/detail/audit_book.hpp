#pragma once
// From the lines of an auditfile to postings: amounts, periods, sides and what must add up.

#include "base/result.hpp"
#include "exchange/audit_file.hpp"
#include "exchange/detail/audit_accounts.hpp"
#include "exchange/detail/audit_amounts.hpp"
#include "exchange/detail/audit_findings.hpp"
#include "exchange/detail/audit_lines.hpp"
#include "exchange/detail/audit_periods.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::exchange::detail {

/// What a journal says before its transactions.
struct AuditJournal {
    std::string code;
    std::string name;
    std::string type;
};

/// What a transaction says before its lines.
struct AuditTransaction {
    std::string number;
    std::string description;
    std::string period;
    std::string date;
    std::uint32_t line = 0;
};

/// Builds the ledger of one file. Journals and transactions must be told before their lines.
class AuditBook {
public:
    /// `reading`, `settings` and `findings` must outlive this.
    AuditBook(AuditReading& reading, const SourceSettings& settings, AuditFindings& findings,
              std::shared_ptr<const SourceSheet> sheet, const AuditLimits& limits);

    /// Takes the model's choice of cost centre and cost unit; fails on names that an auditfile does not have.
    [[nodiscard]] Result<void> choose_dimensions();

    [[nodiscard]] AuditAccounts& accounts() { return accounts_; }
    [[nodiscard]] AuditPeriods& periods() { return periods_; }

    /// Starts an element openingBalance.
    void start_opening() { ++opening_elements_; }

    void start_journal(const AuditJournal& journal);
    void start_transaction(const AuditTransaction& transaction);
    /// Adds a line of the transaction; an error refuses the file.
    [[nodiscard]] Result<void> add(const AuditLine& line, std::uint32_t number);
    void end_transaction();
    /// Adds a line of the element openingBalance.
    [[nodiscard]] Result<void> add_opening(const AuditLine& line, std::uint32_t number);
    /// Reads an amount outside the lines (a control total); nothing for an empty text.
    [[nodiscard]] Result<std::optional<Money>> read_total(std::string_view text, std::uint32_t number);
    /// Keeps the name of a code (kostenplaats, kostendrager), as `basics` gives them.
    void name_code(const std::string& code, const std::string& name);

    /// Judges the whole once all is read; an error refuses the file.
    [[nodiscard]] Result<void> finish();

private:
    /// The amount of a line with its sign; nothing when the line has none.
    struct SignedAmount {
        std::optional<Money> value;
        Money debit;
        Money credit;
    };

    /// A coding that lines had lately, with the account's name, as the ledger keeps them.
    struct KnownCoding {
        const AuditAccount* account = nullptr;
        std::size_t journal = 0;  ///< which of the file's journals, for a coding names it
        const Coding* coding = nullptr;
        KeptText account_name;
    };

    [[nodiscard]] const KnownCoding& coding_of(const AuditAccount& account, std::int32_t year,
                                               std::string_view cost_centre, std::string_view cost_unit);
    [[nodiscard]] Result<SignedAmount> read_amount(const AuditLine& line, std::uint32_t number);
    [[nodiscard]] Result<SignedAmount> read_written(const AuditLine& line, std::uint32_t number);
    [[nodiscard]] Result<SignedAmount> read_sides(const AuditLine& line, std::uint32_t number);
    [[nodiscard]] Result<std::optional<Money>> read_one(std::string_view text, std::uint32_t number);
    [[nodiscard]] const TakenPeriod* period_of(const AuditLine& line, std::uint32_t number);
    void compare_date(const TakenPeriod& taken, const AuditLine& line, std::uint32_t number);
    void report_unread_period(const TakenPeriod* taken, const AuditLine& line, std::uint32_t number);
    void post(const AuditLine& line, const AuditAccount& account, BookPeriod period, Money amount,
              std::uint32_t number);
    static void count(const SignedAmount& amount, AuditTotals& totals);
    void note_dimensions(std::string_view cost_centre, std::string_view cost_unit, const AuditLine& line);
    void skip(const char* reason, std::string_view account, std::uint32_t number);
    void judge_opening(const AuditLine& line, std::optional<Money> amount, std::uint32_t number);
    void report_opening();
    void report_doubled_opening();
    void report_dimensions();
    void report_amounts();
    [[nodiscard]] Error no_postings() const;
    void collect_names();

    AuditReading* reading_;
    const SourceSettings* settings_;
    AuditFindings* findings_;
    std::shared_ptr<const SourceSheet> sheet_;
    AuditLimits limits_;
    AuditAccounts accounts_;
    AuditPeriods periods_;
    AuditAmounts amounts_;

    LineField cost_centre_ = LineField::cost;
    std::optional<LineField> cost_unit_;  ///< nothing: the product, or the project where there is no product

    const AuditJournal* journal_ = nullptr;
    bool journal_opens_ = false;
    const AuditTransaction* transaction_ = nullptr;
    Money transaction_sum_;
    bool compared_ = false;  ///< the date of the transaction, with its period

    std::vector<KnownCoding> known_codings_;  ///< by hash: the last that had it
    std::string entry_;

    TakenPeriod dated_;  ///< of the line that has a date and no period
    std::uint64_t dated_lines_ = 0;
    std::uint32_t first_dated_line_ = 0;
    std::uint64_t result_lines_ = 0;
    bool any_dimension_ = false;
    std::uint64_t both_lines_ = 0;  ///< that have a product and a project
    std::uint32_t first_both_line_ = 0;
    std::uint32_t first_opening_line_ = 0;
    std::size_t opening_elements_ = 0;
    AuditTotals opening_in_period_;  ///< what of the opening stands in period 0, outside its own journal
    std::map<std::string, std::set<std::string>, std::less<>> names_;  ///< of codes, as the file gives them
};

}  // namespace begroot::exchange::detail
