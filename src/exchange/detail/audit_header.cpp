// The header of an auditfile: who made it, and which book year it holds.

#include "exchange/detail/audit_amounts.hpp"
#include "exchange/detail/audit_reader.hpp"
#include "exchange/detail/audit_watch.hpp"
#include "exchange/detail/label.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace begroot::exchange::detail {

bool AuditReader::read_header() {
    if (header_seen_) {
        return refuse({ErrorKind::input,
                       {},
                       "er staat een tweede header in het auditfile",
                       "een header",
                       "maak het auditfile opnieuw en lees het zonder het te bewerken"});
    }
    header_seen_ = true;
    AuditSummary& summary = reading_->summary;
    std::string version;
    std::string currency;
    const bool read = children([&](std::string_view name) {
        if (name == "fiscalYear") return value(summary.fiscal_year);
        if (name == "startDate") {
            first_day_line_ = scanner_->line();
            return value(summary.first_day);
        }
        if (name == "endDate") return value(summary.last_day);
        if (name == "dateCreated") return value(summary.created);
        if (name == "companyName") return value(summary.company);
        if (name == "curCode" || name == "currencyCode") return value(currency);
        if (name == "softwareDesc" || name == "productID") return value(summary.software);
        if (name == "softwareVersion" || name == "productVersion") return value(version);
        if (name == "auditfileVersion") {
            if (!value(text_)) return false;
            if (text_.starts_with("CLAIR2")) summary.version = "CLAIR2";
            return true;
        }
        words_of_4_ = words_of_4_ || name == "RGSVersion";
        return skip_watching(*scanner_);
    });
    if (!read) return false;
    if (!version.empty()) summary.software += (summary.software.empty() ? "" : " ") + version;
    if (!currency.empty() && !equals_folded(currency, "eur")) {
        return refuse({ErrorKind::input,
                       {},
                       "de bedragen zijn in " + quoted_text(currency),
                       "EUR",
                       "exporteer de administratie in euro's"});
    }
    return set_year();
}

bool AuditReader::set_year() {
    const AuditSummary& summary = reading_->summary;
    if (!summary.first_day.empty() && !read_audit_day(summary.first_day)) {
        Error error{ErrorKind::input,
                    {},
                    "startDate " + quoted_text(summary.first_day) + " is geen datum",
                    "een datum als 2025-01-31: daarmee begint periode 1",
                    "maak het auditfile opnieuw; blijft het zo, meld het de leverancier van het pakket"};
        error.place.line = first_day_line_;
        return refuse(std::move(error));
    }
    auto year = choose_year({summary.fiscal_year, summary.first_day, summary.last_day});
    if (year && forced_first_) {
        year->first = *forced_first_;
        year->other.reset();
    }
    year_known_ = year.has_value();
    if (!year) return true;
    book_->periods().start(*year);
    report_year(*year);
    return true;
}

void AuditReader::report_year(const AuditYear& year) {
    const AuditSummary& summary = reading_->summary;
    const std::string month = "periode 1 is gelezen als maand " + std::to_string(year.first.number) + " van " +
                              std::to_string(year.first.year);
    if (year.first.number != 1) {
        findings_->add(Severity::notice, "boekjaar_gebroken", scanner_->line(),
                       "het boekjaar begint op " + summary.first_day + ": " + month, "", "");
    } else if (year.first_day && BookPeriod{year.first_day->year, year.first_day->month} != year.first) {
        findings_->add(Severity::notice, "startdatum_niet_gevolgd", first_day_line_,
                       "startDate is " + summary.first_day +
                           (summary.last_day.empty() ? "" : " en endDate " + summary.last_day) + ", maar " + month +
                           (forced_first_ ? ": daar passen de boekingen bij" : ": dat is geen heel boekjaar"),
                       "", "");
    }
}

}  // namespace begroot::exchange::detail
