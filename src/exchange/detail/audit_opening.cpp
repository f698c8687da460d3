// The balance sheet at the start of the year: what its lines hold that is no balance, and where it stands twice.

#include "exchange/detail/audit_book.hpp"
#include "money/format.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace begroot::exchange::detail {

namespace {

std::string shown_euros(Money amount) { return format_euro(amount, Decimals::cents); }

std::string debit_and_credit(const AuditTotals& totals) {
    return "debet " + shown_euros(totals.debit) + ", credit " + shown_euros(totals.credit);
}

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

Result<void> AuditBook::add_opening(const AuditLine& line, std::uint32_t number) {
    AuditOpening& opening = reading_->summary.opening;
    opening.as_element = true;
    if (++opening.element.lines > limits_.lines_max) {
        Error error{ErrorKind::input,
                    {},
                    "de beginbalans heeft te veel regels",
                    "hoogstens " + std::to_string(limits_.lines_max),
                    ""};
        error.place.line = number;
        return failure(std::move(error));
    }
    const auto amount = read_amount(line, number);
    if (!amount) return failure(amount.error());
    count(*amount, opening.element);
    judge_opening(line, amount->value, number);
    return {};
}

/// Reports a line of openingBalance that is no balance of a balance account; it is no posting either.
void AuditBook::judge_opening(const AuditLine& line, std::optional<Money> amount, std::uint32_t number) {
    const std::string code = shown_text(line[LineField::account]);
    const AuditAccounts::Known known = accounts_.look_up(line[LineField::account]);
    const bool unknown = !code.empty() && !known.listed && !known.side && accounts_.listed() > 0;
    if (!amount || code.empty() || unknown) {
        std::string found = "een regel van openingBalance";
        found += code.empty() ? " heeft geen rekening" : " op rekening " + code;
        if (unknown) found += ", die niet in het rekeningschema staat,";
        if (code.empty()) {
            found += amount ? ": " + shown_euros(*amount) : " en geen bedrag";
        } else {
            found += amount ? " heeft " + shown_euros(*amount) : " heeft geen bedrag";
        }
        findings_->add(Severity::warning, "beginbalans_onvolledig", number, std::move(found),
                       "bij elke regel een bedrag en een rekening uit het rekeningschema", "controleer de export");
        return;
    }
    if (known.balance || amount->is_zero()) return;
    findings_->add(Severity::warning, "resultaat_in_beginbalans", number,
                   "rekening " + code + " is geen balansrekening en staat met " + shown_euros(*amount) +
                       " in openingBalance; dat is geen boeking en telt niet mee in baten en lasten",
                   "alleen balansrekeningen in de beginbalans",
                   "loopt dit bestand over een deel van het jaar, neem dan ook het deel ervoor als [[bron]] op");
}

void AuditBook::report_doubled_opening() {
    const AuditOpening& opening = reading_->summary.opening;
    const AuditTotals& in_period = opening_in_period_;
    const bool halves = in_period.debit + in_period.debit == opening.booked.debit &&
                        in_period.credit + in_period.credit == opening.booked.credit;
    std::string found;
    if (opening_elements_ > 1 && opening.as_element) {
        found = "openingBalance staat " + std::to_string(opening_elements_) + " keer in het bestand, samen " +
                debit_and_credit(opening.element);
    } else if (opening.as_element && opening.booked.lines > 0) {
        found = "de beginbalans staat twee keer in het bestand, " + opening_ways(opening);
        found += same_opening(opening) ? ", met dezelfde totalen"
                                       : ", met andere totalen: " + debit_and_credit(opening.booked);
    } else if (opening.as_period && opening.as_journal && halves) {
        found = "de beginbalans staat twee keer in het bestand, " + opening_ways(opening) + ", met dezelfde totalen";
    }
    if (found.empty()) return;
    findings_->add(Severity::warning, "beginbalans_dubbel", first_opening_line_, std::move(found), "een beginbalans",
                   "controleer de instellingen van de export");
}

void AuditBook::report_opening() {
    const AuditOpening& opening = reading_->summary.opening;
    const std::string ways = opening_ways(opening);
    if (ways.empty()) return;
    const AuditTotals& totals = opening.as_element ? opening.element : opening.booked;
    findings_->add(Severity::notice, "beginbalans", first_opening_line_,
                   "de beginbalans staat er " + ways + ": " + std::to_string(totals.lines) +
                       (totals.lines == 1 ? " regel, " : " regels, ") + debit_and_credit(totals) +
                       "; zij telt niet mee in baten en lasten",
                   "", "");
    report_doubled_opening();
    if (totals.debit != totals.credit) {
        findings_->add(Severity::warning, "beginbalans_niet_in_evenwicht", first_opening_line_,
                       "de beginbalans heeft een verschil van " + shown_euros(totals.debit - totals.credit),
                       "debet gelijk aan credit", "");
    }
}

}  // namespace begroot::exchange::detail
