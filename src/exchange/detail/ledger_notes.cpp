// What the rows of a ledger say beside their codes and amounts: currency, administration, type of the account.

#include "exchange/detail/label.hpp"
#include "exchange/detail/ledger_rows.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace begroot::exchange::detail {

using workbook::Cell;

/// Tells of an account that is of another type here than in an earlier row.
void LedgerRows::note_type(std::uint32_t row, KnownAccount& account, Side side) {
    account.typed = side;
    const auto [first, is_new] = typed_sides_.emplace(account.number, side);
    if (is_new || first->second == side || !told_accounts_.insert(account.number).second) return;
    add(Severity::warning, "rekeningsoort_tegenstrijdig", origin(ledger_type, row),
        "rekening " + account.text.code + " is hier " + shown_text(*cells_[ledger_type]) + " en eerder iets anders",
        "elke rekening één soort", "vraag het kantoor welke soort geldt");
}

/// Tells whether the amounts are in euros by their own head, or because the user chose the column.
bool LedgerRows::is_in_euros() const {
    for (std::size_t i = 0; i < amount_sides; ++i) {
        const auto& column = opened_->header.columns[amount_columns_[i]];
        if (!column || (i == signed_index) == paired_) continue;
        const bool named = settings_->columns.contains(std::string(ledger_heads[amount_columns_[i]].meaning));
        const bool is_euro = std::ranges::find(euro_heads, normalise(column->head)) != euro_heads.end();
        if (!named && !is_euro) return false;
    }
    return true;
}

/// Refuses one amount in another currency; debit and credit are those of the administration in most packages, so there
/// it is told.
Result<void> LedgerRows::check_currency(std::uint32_t row) {
    const Cell* cell = cells_[ledger_currency];
    if (cell == nullptr) return {};
    const std::string_view currency = shown_text(*cell, shown_name_);
    constexpr std::array<std::string_view, 4> euro_words{"eur", "euro", "euros", "\xE2\x82\xAC"};
    const auto is_euro = [currency](std::string_view word) { return equals_folded(currency, word); };
    if (currency.empty() || std::ranges::any_of(euro_words, is_euro)) return {};
    if (paired_) {
        if (foreign_++ == 0) first_foreign_ = row;
        return {};
    }
    return failure({ErrorKind::input, to_place(origin(ledger_currency, row)),
                    "dit bedrag is in " + std::string(currency) + " en niet in euro's", "bedragen in euro's",
                    "exporteer met een kolom Basisbedrag of Bedrag EUR, of zeg in het model dat de kolom euro's heeft: "
                    "kolommen = { bedrag = \"" +
                        opened_->header.columns[ledger_amount]->head + "\" }"});
}

/// Tells of a row of another administration than the first.
void LedgerRows::note_administration(std::uint32_t row) {
    const Cell* cell = cells_[ledger_administration];
    if (cell == nullptr) return;
    const CodeNumber number = known_.code(ledger_administration, cell);
    if (administrations_ == 0) {
        administrations_ = 1;
        first_administration_ = number;
        administration_ = read_code(cell);
    } else if (administrations_ == 1 && number != first_administration_) {
        administrations_ = 2;
        add(Severity::warning, "meer_administraties", origin(ledger_administration, row),
            "deze rij is van administratie " + read_code(cell) + " en rijen erboven van " + administration_ +
                "; alle tellen mee",
            "de boekingen van één administratie",
            "exporteer één administratie, of laat het zo als zij samen uw organisatie zijn");
    }
}

}  // namespace begroot::exchange::detail
