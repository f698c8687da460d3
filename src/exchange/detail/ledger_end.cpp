// What is decided and told of a ledger once all its rows are taken.

#include "exchange/detail/label.hpp"
#include "exchange/detail/ledger_doubts.hpp"
#include "exchange/detail/ledger_rows.hpp"
#include "exchange/profile.hpp"
#include "ledger/cumulative.hpp"
#include "money/format.hpp"

#include <string>
#include <utility>

namespace begroot::exchange::detail {

/// Doubts a column of signed amounts in which income adds up to debit, unless the user said what its sign means.
std::optional<Error> LedgerRows::doubt_sign() const {
    if (paired_ || settings_->sign || incomes_ == 0 || income_ <= Money()) return std::nullopt;
    const auto& column = opened_->header.columns[amount_columns_[signed_index]];
    return Error{ErrorKind::input, to_place(opened_->grid.origin(opened_->header.row, column->column)),
                 "in deze kolom zijn de baten samen positief: " + format_euro(income_, Decimals::cents),
                 "baten negatief (credit), zoals in het grootboek",
                 "zeg in [[bron]] wat het teken betekent: teken = \"credit_positief\" (baten +, lasten -), "
                 "\"alles_positief\" (beide +) of \"debet_positief\" (het klopt zo)"};
}

Result<void> LedgerRows::finish() {
    if (auto error = doubt_sign()) return failure(std::move(*error));
    if (auto told = periods_.finish(*opened_); !told) return told;
    checks_.finish(*opened_, *ledger_, amount_columns_);
    report_doubts();
    return settle_accumulation();
}

/// Tells of what is doubtful about the whole, with the amounts as they were printed.
void LedgerRows::report_doubts() {
    if (first_foreign_) {
        add(Severity::warning, "vreemde_valuta", origin(ledger_currency, *first_foreign_),
            std::to_string(foreign_) + (foreign_ == 1 ? " rij is" : " rijen zijn") +
                " in een andere valuta; debet en credit zijn gelezen als euro's",
            "debet en credit in euro's", "controleer of het pakket debet en credit in euro's geeft");
    }
    if (paired_) {
        const auto& debit = opened_->header.columns[amount_columns_[0]];
        report_exchanged_sides(*opened_, income_, expense_, opened_->grid.origin(opened_->header.row, debit->column));
    }
    if (checks_.has_entries()) return;
    report_group_accounts(*opened_, *ledger_);
    if (settings_->sign != SignRule::all_positive) report_unbalanced_periods(*opened_, *ledger_);
}

FileAmounts LedgerRows::amounts() const {
    if (settings_->cumulative) return *settings_->cumulative ? FileAmounts::running : FileAmounts::of_periods;
    if (checks_.has_entries()) return FileAmounts::of_periods;
    if (periods_.source() == PeriodSource::fixed) return FileAmounts::standing;
    const Profile* profile = find_profile(settings_->profile);
    return profile != nullptr && profile->may_be_cumulative ? FileAmounts::often_running : FileAmounts::unsaid;
}

/// Turns running totals into amounts a period when the user says so; asks when a balance list looks like it.
Result<void> LedgerRows::settle_accumulation() {
    const Origin at = opened_->grid.origin(opened_->header.row, 0);
    if (settings_->cumulative == true) {
        for (Finding& finding : to_period_amounts(*ledger_)) opened_->report.findings.push_back(std::move(finding));
        ledger_->source_total = Money();
        for (const Posting& posting : ledger_->postings) ledger_->source_total += posting.amount;
        add(Severity::notice, "bedragen_cumulatief", at,
            "elk bedrag bevat de perioden ervoor, zoals het model zegt; gelezen is het verschil met de periode ervoor",
            "", "");
        return {};
    }
    const Profile* profile = find_profile(settings_->profile);
    const bool asked = settings_->cumulative.has_value() || periods_.source() == PeriodSource::fixed;
    if (asked || profile == nullptr) return {};
    const Accumulation seen = accumulation_of(*ledger_);
    const bool doubtful =
        profile->may_be_cumulative && (seen == Accumulation::undecided || seen == Accumulation::mostly_up);
    if (seen != Accumulation::cumulative && !doubtful) return {};
    return failure({ErrorKind::input, to_place(at),
                    "de bedragen lopen op: geen rekening, of een enkele, heeft in een latere periode minder",
                    "bedragen per periode, of de mededeling dat ze cumulatief zijn",
                    "zet in [[bron]] cumulatief = true (elk bedrag bevat de perioden ervoor) of cumulatief = false"});
}

}  // namespace begroot::exchange::detail
