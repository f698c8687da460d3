#pragma once
// What a ledger export says about itself: total rows, and journal entries that must balance.

#include "exchange/detail/label.hpp"
#include "exchange/detail/opened_sheet.hpp"
#include "ledger/ledger.hpp"

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace begroot::exchange::detail {

/// Counts the amount columns a ledger may have: debit, credit, signed amount.
inline constexpr std::size_t amount_sides = 3;
using AmountSideColumns = std::array<LedgerColumn, amount_sides>;
using SideAmounts = std::array<Money, amount_sides>;

/// Collects while rows are read, judges at the end.
class LedgerChecks {
public:
    /// Adds a posting's amounts as printed, and its amount to its journal entry of a year (the ledger keeps `entry`); a
    /// balance, whose `entry` is empty, is added to its account.
    void add_posting(const SideAmounts& printed, const Posting& posting, std::string_view entry, FiscalYear year,
                     CodeNumber account);
    /// Remembers a total row to be checked.
    void add_total(std::uint32_t row, std::string text, LabelKind kind,
                   const std::array<std::optional<Money>, amount_sides>& printed);
    /// Remembers a total row of one account.
    void add_account_total(std::uint32_t row, std::string text, CodeNumber account,
                           const std::array<std::optional<Money>, amount_sides>& printed);
    /// Tells whether the balances of an account since its last total are together what is printed.
    [[nodiscard]] bool adds_up(CodeNumber account, const std::array<std::optional<Money>, amount_sides>& printed) const;
    /// Compares every total with its postings, and every journal entry with 0; the amounts are those of `columns`.
    void finish(OpenedSheet& opened, Ledger& ledger, const AmountSideColumns& columns);
    /// Tells whether a posting had the number of its entry: then it is a booking, not a balance.
    [[nodiscard]] bool has_entries() const { return !entries_.empty(); }

private:
    struct Total {
        std::uint32_t row;
        std::string text;
        LabelKind kind;
        std::array<std::optional<Money>, amount_sides> printed;
        SideAmounts all;    ///< of all postings above
        SideAmounts block;  ///< of the postings since the total row before
        std::size_t postings;
        bool of_account = false;  ///< then the block is that account's
    };
    struct Entry {
        std::string_view number;  ///< kept by the ledger
        std::int32_t year;
        Money sum;
        std::uint32_t row;
        std::uint32_t column;
    };

    void check_total(OpenedSheet& opened, Ledger& ledger, const Total& total, const AmountSideColumns& columns,
                     bool first) const;
    void check_entries(OpenedSheet& opened, const Ledger& ledger);

    std::vector<Total> totals_;
    std::deque<Entry> entries_;  ///< runs of rows with the same number, merged at the end
    SideAmounts all_{};
    SideAmounts block_{};
    std::unordered_map<CodeNumber, SideAmounts> accounts_;  ///< of balances, since the last total of each
    std::size_t postings_ = 0;
};

}  // namespace begroot::exchange::detail
