#include "exchange/detail/row_balance.hpp"

#include "money/format.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace begroot::exchange::detail {

namespace {

/// The columns of a balance: two sides, or one with a sign.
struct BalanceColumns {
    LedgerColumn debit;
    LedgerColumn credit;
    LedgerColumn both;
};

constexpr BalanceColumns opening_columns{ledger_opening_debit, ledger_opening_credit, ledger_opening};
constexpr BalanceColumns closing_columns{ledger_closing_debit, ledger_closing_credit, ledger_closing};

std::optional<Money> read_balance(OpenedSheet& opened, const RowCells<ledger_columns>& cells,
                                  const BalanceColumns& columns) {
    const auto read = [&](LedgerColumn column) -> std::optional<Money> {
        const workbook::Cell* cell = cells[column];
        if (cell == nullptr) return std::nullopt;
        const Amount amount = opened.amounts.read(*cell);
        return amount.state == AmountState::value ? std::optional(amount.value) : std::nullopt;
    };
    const auto left = read(columns.debit);
    const auto right = read(columns.credit);
    if (left || right) return left.value_or(Money()) - right.value_or(Money());
    return read(columns.both);
}

}  // namespace

bool has_balances(const Header& header) {
    const auto any = [&header](const BalanceColumns& columns) {
        return header.has(columns.debit) || header.has(columns.credit) || header.has(columns.both);
    };
    return any(opening_columns) && any(closing_columns);
}

void check_balance(OpenedSheet& opened, const RowCells<ledger_columns>& cells, std::uint32_t row, Money movement) {
    const auto opening = read_balance(opened, cells, opening_columns);
    const auto closing = read_balance(opened, cells, closing_columns);
    if (!opening || !closing) return;
    const Money difference = *opening + movement - *closing;
    if (difference.is_zero()) return;
    constexpr std::array shown{closing_columns.debit, closing_columns.credit};
    const auto* const found = std::ranges::find_if(shown, [&cells](LedgerColumn one) { return cells[one] != nullptr; });
    const LedgerColumn column = found == shown.end() ? closing_columns.both : *found;
    opened.report.findings.push_back(
        {Severity::error, "saldo_klopt_niet", to_place(opened.grid.origin(row, opened.header.columns[column]->column)),
         "het eindsaldo is " + format_euro(*closing, Decimals::cents),
         "beginsaldo en mutatie samen: " + format_euro(*opening + movement, Decimals::cents) + ", verschil " +
             format_euro(difference, Decimals::cents),
         "controleer of de export alle mutaties bevat"});
}

}  // namespace begroot::exchange::detail
