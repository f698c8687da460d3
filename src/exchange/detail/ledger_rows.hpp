#pragma once
// The rows of a ledger export, one at a time: postings and total rows.

#include "base/result.hpp"
#include "exchange/detail/account.hpp"
#include "exchange/detail/ledger_checks.hpp"
#include "exchange/detail/opened_sheet.hpp"
#include "ledger/ledger.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace begroot::exchange::detail {

/// Takes the rows of an opened sheet in order and builds the ledger.
class LedgerRows {
public:
    /// `ledger` and `opened` must outlive this.
    LedgerRows(OpenedSheet& opened, Ledger& ledger);

    /// Decides how debit and credit are to be read; fails when the amount columns do not make a pair.
    [[nodiscard]] Result<void> prepare();
    /// Reads one row; an error refuses the file.
    [[nodiscard]] Result<void> take(std::uint32_t row);
    /// Checks totals and journal entries once all rows are taken.
    void finish();
    [[nodiscard]] std::uint32_t last_data_row() const { return last_data_row_; }

private:
    using Cells = RowCells<ledger_columns>;
    /// The amounts of a row, by column: debit, credit, signed amount.
    struct RowAmounts {
        std::array<std::optional<Money>, amount_sides> values{};
        bool marked = false;
    };

    [[nodiscard]] Result<void> take_posting(std::uint32_t row, CodeAndName account);
    [[nodiscard]] Result<void> take_other(std::uint32_t row);
    [[nodiscard]] Result<RowAmounts> read_amounts();
    [[nodiscard]] Result<Money> signed_amount(std::uint32_t row, const RowAmounts& amounts);
    [[nodiscard]] Error unknown_type(std::uint32_t row) const;
    [[nodiscard]] Origin origin(unsigned meaning, std::uint32_t row) const;
    void decide_sign();
    void add(Severity severity, const char* kind, const Origin& origin, std::string found, std::string expected,
             std::string action);

    OpenedSheet* opened_;
    Ledger* ledger_;
    Cells cells_;
    LedgerChecks checks_;
    bool paired_ = false;        ///< debit and credit columns; otherwise one amount
    bool credit_flips_ = false;  ///< the amount has no sign of its own: C makes it negative
    std::uint32_t last_data_row_ = 0;
};

}  // namespace begroot::exchange::detail
