#include "exchange/detail/audit_reader.hpp"

#include "exchange/detail/audit_kind.hpp"
#include "exchange/detail/audit_watch.hpp"
#include "exchange/detail/label.hpp"
#include "text/xml_text.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <utility>

namespace begroot::exchange::detail {

using text::XmlEvent;

namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

/// Reads the text of the element that started, without the white space around it.
bool AuditReader::value(std::string& out) {
    out.clear();
    if (!scanner_->read_text(out)) return false;
    const std::string_view trimmed = trim(out);
    if (trimmed.size() != out.size()) out = std::string(trimmed);
    return true;
}

bool AuditReader::refuse(Error error) {
    if (error.place.line == 0) error.place.line = scanner_->line();
    scanner_->fail(std::move(error));
    return false;
}

bool AuditReader::keep(Result<void> result) { return result || refuse(std::move(result).error()); }

Result<void> AuditReader::read() {
    if (!read_root()) return failure(scanner_->error());
    while (true) {  // what stands behind the document
        const XmlEvent event = scanner_->next();
        if (event == XmlEvent::failed) return failure(scanner_->error());
        if (event == XmlEvent::finished) break;
    }
    note_version();
    return book_->finish();
}

bool AuditReader::read_root() {
    const XmlEvent event = scanner_->next();
    if (event != XmlEvent::start) {
        return event != XmlEvent::failed && refuse({ErrorKind::input, {}, "het auditfile is leeg", "", ""});
    }
    note_namespace();
    return children([this](std::string_view) { return read_section(false); });
}

void AuditReader::note_namespace() {
    const std::string_view prefix = scanner_->prefix();
    const std::string attribute = prefix.empty() ? "xmlns" : "xmlns:" + std::string(prefix);
    reading_->summary.name_space = scanner_->attribute(attribute).value_or("");
}

/// Decides the version: by the namespace, or else by the words that only one version has. Reading does not depend on
/// it.
void AuditReader::note_version() {
    AuditSummary& summary = reading_->summary;
    if (summary.version == "CLAIR2") return;
    if (const auto known = version_of_namespace(summary.name_space)) {
        summary.version = *known;
        return;
    }
    summary.version = words_of_4_ && !words_of_3_ ? "4.0" : "3.x";
    findings_->add(
        Severity::notice, "auditfile_naamruimte", 1,
        (summary.name_space.empty() ? "het auditfile heeft geen naamruimte"
                                    : "naamruimte " + quoted_text(summary.name_space) + " hoort bij geen versie") +
            "; gelezen als versie " + summary.version,
        "", "");
}

bool AuditReader::read_section(bool in_company) {
    const std::string_view name = scanner_->name();
    if (name == "header") return read_header();
    if (name == "company" && !in_company) return read_company();
    if (name == "companyName") return value(reading_->summary.company);
    if (name == "generalLedger") return read_general_ledger();
    if (name == "periods") return read_periods();
    if (name == "openingBalance") return read_opening();
    if (name == "transactions") return read_transactions();
    words_of_3_ = words_of_3_ || name == "companyIdent";
    words_of_4_ = words_of_4_ || name == "Commercenr";
    return skip_watching(*scanner_);
}

bool AuditReader::read_company() {
    if (company_seen_) {
        return refuse({ErrorKind::input,
                       {},
                       "er staat een tweede administratie (company) in het auditfile",
                       "een administratie",
                       "exporteer elke administratie apart en noem elk bestand als [[bron]]"});
    }
    company_seen_ = true;
    return children([this](std::string_view) { return read_section(true); });
}

bool AuditReader::read_general_ledger() {
    return children([this](std::string_view name) {
        if (name == "ledgerAccount") return read_account();
        if (name == "basics") return children([this](std::string_view) { return read_basic(); });
        if (name == "basic") return read_basic();
        return skip_watching(*scanner_);
    });
}

bool AuditReader::read_account() {
    AuditAccount account;
    const std::uint32_t line = scanner_->line();
    const bool read = children([&](std::string_view name) {
        if (is_one_of(name, {"accID", "accountID"})) return value(account.code);
        if (is_one_of(name, {"accDesc", "accountDesc"})) return value(account.name);
        if (is_one_of(name, {"accTp", "accountType"})) return value(account.type);
        words_of_3_ = words_of_3_ || name == "leadReference";
        words_of_4_ = words_of_4_ || name == "RGScode";
        if (is_one_of(name, {"leadReference", "RGScode"})) return value(account.rgs);
        return skip_watching(*scanner_);
    });
    if (read && !account.code.empty()) book_->accounts().list(std::move(account), line);
    return read;
}

bool AuditReader::read_basic() {
    std::string code;
    std::string name_of_code;
    const bool read = children([&](std::string_view name) {
        if (name == "basicID") return value(code);
        if (name == "basicDesc") return value(name_of_code);
        return skip_watching(*scanner_);
    });
    if (read) book_->name_code(code, name_of_code);
    return read;
}

bool AuditReader::read_periods() {
    return children([this](std::string_view) {
        AuditPeriod period;
        const bool read = children([&](std::string_view name) {
            if (name == "periodNumber") return value(period.key);
            if (name == "startDatePeriod") return value(period.first_day);
            if (name == "endDatePeriod") return value(period.last_day);
            return skip_watching(*scanner_);
        });
        if (read && !period.key.empty()) book_->periods().list(std::move(period));
        return read;
    });
}

/// Reads a control total when `name` is one; `known` tells whether it was.
bool AuditReader::read_total(std::string_view name, AuditTotals& totals, bool& known) {
    const bool lines = is_one_of(name, {"linesCount", "numberEntries"});
    const bool debit = name == "totalDebit";
    known = lines || debit || name == "totalCredit";
    if (!known) return true;
    totals_line_ = scanner_->line();
    if (!value(text_)) return false;
    if (lines) {
        std::uint64_t count = 0;
        const auto end = std::from_chars(text_.data(), text_.data() + text_.size(), count);
        if (end.ec == std::errc() && end.ptr == text_.data() + text_.size()) totals.lines_printed = count;
        return true;
    }
    const auto amount = book_->read_total(text_, totals_line_);
    if (!amount) return refuse(amount.error());
    (debit ? totals.debit_printed : totals.credit_printed) = *amount;
    return true;
}

bool AuditReader::read_opening() {
    AuditTotals& totals = reading_->summary.opening.element;
    book_->start_opening();
    return children([&](std::string_view name) {
        bool known = false;
        if (!read_total(name, totals, known)) return false;
        if (known) return true;
        words_of_3_ = words_of_3_ || name == "opBalDate";
        if (name != "obLine") return skip_watching(*scanner_);
        const std::uint32_t line = scanner_->line();
        return line_reader_.read(*scanner_, line_) && keep(book_->add_opening(line_, line));
    });
}

bool AuditReader::read_transactions() {
    if (!year_known_) {
        return refuse({ErrorKind::input,
                       {},
                       header_seen_ ? "het auditfile noemt geen boekjaar"
                                    : "er staat geen header met het boekjaar voor de boekingen",
                       "fiscalYear of startDate in header",
                       "maak het auditfile opnieuw"});
    }
    AuditTotals& totals = reading_->summary.totals;
    return children([&](std::string_view name) {
        bool known = false;
        if (!read_total(name, totals, known)) return false;
        if (known) {
            // Room for the postings at once: the file says how many, and it cannot hold more than its bytes.
            constexpr std::uint64_t line_bytes_min = 64;
            const std::uint64_t room = scanner_->source().declared_bytes() / line_bytes_min;
            if (totals.lines_printed) reading_->ledger.make_room(std::min(*totals.lines_printed, room));
            return true;
        }
        return name == "journal" ? read_journal() : skip_watching(*scanner_);
    });
}

bool AuditReader::late(std::string_view name) {
    return refuse({ErrorKind::input,
                   {},
                   std::string(name) + " staat achter de boekingen waar het bij hoort",
                   "eerst het dagboek, dan de journaalpost, dan de regels",
                   "maak het auditfile opnieuw"});
}

bool AuditReader::read_journal() {
    AuditJournal journal;
    bool booked = false;
    return children([&](std::string_view name) {
        std::string* field = nullptr;
        if (is_one_of(name, {"jrnID", "journalID"})) field = &journal.code;
        if (is_one_of(name, {"desc", "description"})) field = &journal.name;
        if (is_one_of(name, {"jrnTp", "type"})) field = &journal.type;
        if (field != nullptr) return booked ? late(name) : value(*field);
        if (name != "transaction") return skip_watching(*scanner_);
        if (!booked) book_->start_journal(journal);
        booked = true;
        return read_transaction();
    });
}

/// Gives the field of a transaction that an element holds; nothing for any other element.
std::string* AuditReader::transaction_field(std::string_view name) {
    if (is_one_of(name, {"nr", "transactionID"})) return &transaction_.number;
    if (is_one_of(name, {"desc", "description"})) return &transaction_.description;
    if (is_one_of(name, {"periodNumber", "period"})) return &transaction_.period;
    if (is_one_of(name, {"trDt", "transactionDate"})) return &transaction_.date;
    return nullptr;
}

bool AuditReader::set_field(std::string_view name, std::string_view value) {
    std::string* const field = transaction_field(name);
    if (field == nullptr) return true;
    if (started_) return late(name);
    if (value.empty()) return true;
    const bool decides = field == &transaction_.period || field == &transaction_.date;
    if (decides && !field->empty() && *field != value) {
        return refuse({ErrorKind::input,
                       {},
                       "een journaalpost heeft twee keer " + std::string(name) + ": " + quoted_text(*field) + " en " +
                           quoted_text(value),
                       std::string(name) + " een keer",
                       "maak het auditfile opnieuw"});
    }
    *field = value;
    return true;
}

bool AuditReader::add_line(std::uint32_t number) {
    if (!started_) book_->start_transaction(transaction_);
    started_ = true;
    return keep(book_->add(line_, number));
}

/// Takes what is plainly written and in memory: fields of the transaction and whole lines.
bool AuditReader::take_plain() {
    std::string_view ahead = scanner_->settle();
    while (true) {
        std::size_t space = 0;
        while (space < ahead.size() && text::is_xml_space(ahead[space])) ++space;
        const std::string_view element = ahead.substr(space);
        const bool is_line = element.starts_with("<trLine>") || element.starts_with("<line>");
        std::string_view name;
        std::string_view text;
        const std::size_t bytes = is_line ? scan_plain_line(element, line_) : scan_plain_element(element, name, text);
        // A line without anything in it is for the scanner, which knows it as a line.
        if (bytes == 0 || (!is_line && is_one_of(name, {"trLine", "line"}))) return true;
        scanner_->consume(space);
        if (!(is_line ? add_line(scanner_->line()) : set_field(name, text))) return false;
        scanner_->consume(bytes);
        ahead.remove_prefix(space + bytes);
    }
}

bool AuditReader::read_transaction() {
    transaction_.number.clear();
    transaction_.description.clear();
    transaction_.period.clear();
    transaction_.date.clear();
    transaction_.line = scanner_->line();
    started_ = false;
    const std::size_t depth = scanner_->depth();
    while (true) {
        if (!take_plain()) return false;
        const XmlEvent event = scanner_->next();
        if (event == XmlEvent::failed || event == XmlEvent::finished) return false;
        if (event == XmlEvent::end && scanner_->depth() == depth) break;
        if (event != XmlEvent::start) continue;
        const std::string_view name = scanner_->name();
        if (is_one_of(name, {"trLine", "line"})) {
            const std::uint32_t line = scanner_->line();
            if (!line_reader_.read(*scanner_, line_) || !add_line(line)) return false;
        } else if (transaction_field(name) != nullptr) {
            const std::string kept(name);
            if (!value(text_) || !set_field(kept, text_)) return false;
        } else if (!skip_watching(*scanner_)) {
            return false;
        }
    }
    if (started_) book_->end_transaction();
    return true;
}

}  // namespace begroot::exchange::detail
