// What is said about an auditfile once all of it is read.

#include "exchange/detail/audit_book.hpp"
#include "money/format.hpp"

#include <utility>

namespace begroot::exchange::detail {

namespace {

std::string shown_euros(Money amount) { return format_euro(amount, Decimals::cents); }

std::string shown_lines(std::uint64_t lines) { return std::to_string(lines) + (lines == 1 ? " regel" : " regels"); }

/// Names the ways in which the balance sheet at the start was found.
std::string opening_ways(const AuditOpening& opening) {
    std::string ways;
    const auto add = [&ways](bool present, const char* way) {
        if (present) ways += (ways.empty() ? "" : " en ") + std::string(way);
    };
    add(opening.as_element, "als openingBalance");
    add(opening.as_period, "als boekingen in periode 0");
    add(opening.as_journal, "als dagboek");
    return ways;
}

bool same_opening(const AuditOpening& opening) {
    return opening.element.debit == opening.booked.debit && opening.element.credit == opening.booked.credit;
}

}  // namespace

void AuditBook::report_opening() {
    const AuditOpening& opening = reading_->summary.opening;
    const std::string ways = opening_ways(opening);
    if (ways.empty()) return;
    const AuditTotals& totals = opening.as_element ? opening.element : opening.booked;
    findings_->add(Severity::notice, "beginbalans", first_opening_line_,
                   "de beginbalans staat er " + ways + ": " + shown_lines(totals.lines) + ", debet " +
                       shown_euros(totals.debit) + ", credit " + shown_euros(totals.credit) +
                       "; zij telt niet mee in baten en lasten",
                   "", "");
    if (opening.as_element && opening.booked.lines > 0) {
        findings_->add(Severity::warning, "beginbalans_dubbel", first_opening_line_,
                       "de beginbalans staat twee keer in het bestand, " + ways +
                           (same_opening(opening) ? ", met dezelfde totalen"
                                                  : ", met andere totalen: debet " + shown_euros(opening.booked.debit) +
                                                        ", credit " + shown_euros(opening.booked.credit)),
                       "een beginbalans", "controleer de instellingen van de export");
    }
    if (totals.debit != totals.credit) {
        findings_->add(Severity::warning, "beginbalans_niet_in_evenwicht", first_opening_line_,
                       "de beginbalans heeft een verschil van " + shown_euros(totals.debit - totals.credit),
                       "debet gelijk aan credit", "");
    }
}

void AuditBook::report_dimensions() {
    if (both_lines_ > 0) {
        findings_->add(Severity::warning, "kostendrager_en_project", first_both_line_,
                       shown_lines(both_lines_) + " met een kostendrager (prodID) en een project (projID); " +
                           "de kostendrager is gelezen",
                       "", "noem in het model onder kolommen kostendrager = \"prodID\" of \"projID\"");
    }
    if (any_dimension_ || result_lines_ == 0) return;
    findings_->add(
        Severity::warning, "verbijzondering_ontbreekt", 0,
        "geen enkele boeking heeft een kostenplaats of kostendrager: tabellen per kostenplaats kunnen niet",
        "costID, prodID of projID bij de boekingen",
        "exporteer de mutaties met verbijzonderingen naar Excel en noem die werkmap als bron; in AFAS is dat "
        "de weergave Financiële mutaties, want het auditfile van AFAS bevat ze nooit");
}

/// Fills in the names of the codes that occur, where the file gives exactly one.
void AuditBook::collect_names() {
    for (auto* names : {&reading_->summary.cost_centre_names, &reading_->summary.cost_unit_names}) {
        for (auto& [code, name] : *names) {
            const auto found = names_.find(code);
            if (found != names_.end() && found->second.size() == 1) name = *found->second.begin();
        }
        std::erase_if(*names, [](const auto& entry) { return entry.second.empty(); });
    }
}

Result<void> AuditBook::finish() {
    if (auto error = amounts_.contradiction()) return failure(std::move(*error));
    if (auto error = accounts_.undecided()) return failure(std::move(*error));
    if (reading_->ledger.postings.empty()) {
        return failure({ErrorKind::input,
                        {},
                        "geen enkele boeking",
                        "boekingen onder transactions",
                        "controleer jaar en periode van de export"});
    }
    if (amounts_.commas() > 0) {
        findings_->add(Severity::warning, "bedragen_met_komma", amounts_.comma_line(),
                       std::to_string(amounts_.commas()) + " bedragen met een decimale komma; " +
                           amounts_.comma_text() + " is het eerste",
                       "een decimale punt", "meld het de leverancier van het pakket");
    }
    if (dated_lines_ > 0) {
        findings_->add(Severity::warning, "periode_uit_datum", first_dated_line_,
                       shown_lines(dated_lines_) + " zonder periode; de maand van de datum is genomen",
                       "een periode bij elke journaalpost", "");
    }
    accounts_.report_missing();
    periods_.report(*findings_);
    report_opening();
    report_dimensions();
    collect_names();
    reading_->summary.accounts = accounts_.listed();
    reading_->summary.periods = periods_.all();
    return {};
}

}  // namespace begroot::exchange::detail
