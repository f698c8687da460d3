// What is said about an auditfile once all of it is read.

#include "exchange/detail/audit_book.hpp"

#include <utility>

namespace begroot::exchange::detail {

namespace {

std::string shown_lines(std::uint64_t lines) { return std::to_string(lines) + (lines == 1 ? " regel" : " regels"); }

}  // namespace

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

/// Makes the error for a file without postings: the first line that was left out says why.
Error AuditBook::no_postings() const {
    if (!reading_->report.skipped.empty()) {
        const std::uint32_t line = reading_->report.skipped.front().origin.row + 1;
        if (const Finding* const first = findings_->at_line(line)) {
            Error error{
                ErrorKind::input, {}, "geen enkele boeking gelezen: " + first->found, first->expected, first->action};
            error.place.line = line;
            return error;
        }
    }
    return {ErrorKind::input,
            {},
            reading_->summary.opening.booked.lines > 0 ? "alleen een beginbalans, en geen enkele boeking"
                                                       : "geen enkele boeking",
            "boekingen onder transactions",
            "controleer jaar en periode van de export"};
}

void AuditBook::report_amounts() {
    if (amounts_.commas() > 0) {
        findings_->add(Severity::warning, "bedragen_met_komma", amounts_.comma_line(),
                       std::to_string(amounts_.commas()) + " bedragen met een decimale komma; " +
                           amounts_.comma_text() + " is het eerste",
                       "een decimale punt", "meld het de leverancier van het pakket");
    }
    if (amounts_.groups() > 0 && settings_->decimal_mark != DecimalMark::point) {
        findings_->add(Severity::warning, "bedragen_met_drie_decimalen", amounts_.groups_line(),
                       std::to_string(amounts_.groups()) + "x precies drie decimalen; " + amounts_.groups_text() +
                           " is het eerste, en gelezen met een decimale punt",
                       "twee decimalen",
                       "vergelijk dit bedrag met het pakket; is het duizend, maak het auditfile dan opnieuw");
    }
}

Result<void> AuditBook::finish() {
    if (auto error = amounts_.contradiction(settings_->decimal_mark == DecimalMark::point))
        return failure(std::move(*error));
    if (auto error = periods_.contradiction()) return failure(std::move(*error));
    if (auto error = accounts_.undecided()) return failure(std::move(*error));
    if (reading_->ledger.postings.empty()) return failure(no_postings());
    report_amounts();
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
