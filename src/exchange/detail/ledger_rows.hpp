#pragma once
// The rows of a ledger export, one at a time: postings and total rows.

#include "base/result.hpp"
#include "exchange/detail/account.hpp"
#include "exchange/detail/known_codes.hpp"
#include "exchange/detail/ledger_checks.hpp"
#include "exchange/detail/opened_sheet.hpp"
#include "exchange/detail/row_period.hpp"
#include "ledger/imports.hpp"
#include "ledger/ledger.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace begroot::exchange::detail {

/// Where the one amount with a sign stands among the sides, behind debit and credit.
inline constexpr std::size_t signed_index = 2;

/// Takes the rows of an opened sheet in order and builds the ledger.
class LedgerRows {
public:
    /// `opened`, `ledger` and `settings` must outlive this.
    LedgerRows(OpenedSheet& opened, Ledger& ledger, const SourceSettings& settings);

    /// Decides which columns hold the amounts and how debit, credit, period and side are to be read; fails when the
    /// file and the settings do not tell.
    [[nodiscard]] Result<void> prepare();
    /// Reads one row, which has cells; an error refuses the file.
    [[nodiscard]] Result<void> take(std::span<const workbook::Cell> cells);
    /// Checks totals, journal entries, balances and the sign of income once all rows are taken; fails when the sign
    /// cannot be right.
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] std::uint32_t last_data_row() const { return last_data_row_; }
    /// Says what is known of the amounts once all rows are taken.
    [[nodiscard]] FileAmounts amounts() const;
    /// Gives the one administration that the rows name; empty where they name none or several.
    [[nodiscard]] std::string administration() const { return administrations_ == 1 ? administration_ : std::string(); }

private:
    using Cells = RowCells<ledger_columns>;
    /// The amounts of a row, by column: debit, credit, signed amount.
    struct RowAmounts {
        std::array<std::optional<Money>, amount_sides> values{};
        bool marked = false;
    };

    [[nodiscard]] Result<void> take_posting(std::uint32_t row, KnownAccount& account);
    [[nodiscard]] Result<const Coding*> coding_of(std::uint32_t row, KnownAccount& account, std::int32_t year);
    [[nodiscard]] Result<void> take_other(std::uint32_t row);
    enum class RowKind : std::uint8_t { posting, total };
    [[nodiscard]] Result<RowAmounts> read_amounts(RowKind kind);
    [[nodiscard]] std::optional<Error> two_sides(std::uint32_t row) const;
    [[nodiscard]] Result<Money> signed_amount(std::uint32_t row, const RowAmounts& amounts);
    [[nodiscard]] Result<void> choose_amounts();
    [[nodiscard]] Result<void> choose_sides();
    [[nodiscard]] Result<Side> read_row_side(std::uint32_t row, KnownAccount& account);
    [[nodiscard]] bool stands_alone() const;
    [[nodiscard]] bool is_account_head() const;
    [[nodiscard]] std::string total_text(const KnownAccount& account, const RowAmounts& amounts);
    [[nodiscard]] bool is_entry_head() const;
    [[nodiscard]] CodeNumber read_cost_centre();
    [[nodiscard]] std::optional<Error> doubt_sign() const;
    void report_doubts();
    void note_type(std::uint32_t row, KnownAccount& account, Side side);
    void note_administration(std::uint32_t row);
    [[nodiscard]] Result<void> check_currency(std::uint32_t row);
    [[nodiscard]] bool is_in_euros() const;
    [[nodiscard]] Result<void> settle_accumulation();
    [[nodiscard]] Error unknown_type(std::uint32_t row) const;
    void report_axes();
    [[nodiscard]] Origin origin(unsigned meaning, std::uint32_t row) const;
    void decide_sign();
    void add(Severity severity, const char* kind, const Origin& origin, std::string found, std::string expected,
             std::string action);

    OpenedSheet* opened_;
    Ledger* ledger_;
    const SourceSettings* settings_;
    Cells cells_;
    RowPeriods periods_;
    KnownCodes known_;
    std::optional<workbook::Cell> card_;  ///< the account of all rows, where no column has it
    LedgerChecks checks_;
    bool checks_balances_ = false;  ///< opening + movement against closing
    bool paired_ = false;           ///< debit and credit columns; otherwise one amount
    bool credit_flips_ = false;     ///< the amount has no sign of its own: C makes it negative
    std::array<LedgerColumn, amount_sides> amount_columns_{ledger_debit, ledger_credit, ledger_amount};
    bool checks_currency_ = false;  ///< a column names the currency of the amounts
    std::size_t foreign_ = 0;       ///< rows in another currency
    std::optional<std::uint32_t> first_foreign_;
    std::map<CodeNumber, Side> typed_sides_;  ///< of accounts, by the first row that told
    std::set<CodeNumber> told_accounts_;      ///< accounts of two types
    CodeNumber first_administration_ = no_code;
    std::string administration_;  ///< of the first row
    std::size_t administrations_ = 0;
    Money income_;             ///< of all income postings, debit positive
    Money expense_;            ///< of all expense postings
    std::size_t incomes_ = 0;  ///< postings on income accounts
    std::uint32_t last_data_row_ = 0;
    std::string shown_name_;  ///< room for what a cell shows and does not hold
    std::string shown_description_;
};

}  // namespace begroot::exchange::detail
