#include "exchange/detail/audit_book.hpp"

#include "exchange/detail/label.hpp"
#include "money/format.hpp"

#include <algorithm>
#include <utility>

namespace begroot::exchange::detail {

namespace {

std::string in_euros(Money amount) { return format_euro(amount, Decimals::cents); }

/// Tells D from C; nothing for any other text.
std::optional<bool> says_credit(std::string_view text) {
    if (text == "D") return false;
    if (text == "C") return true;
    for (const std::string_view word : {"d", "debet", "debit"}) {
        if (equals_folded(text, word)) return false;
    }
    for (const std::string_view word : {"c", "credit"}) {
        if (equals_folded(text, word)) return true;
    }
    return std::nullopt;
}

bool is_opening_journal(const AuditJournal& journal) {
    if (equals_folded(journal.type, "o")) return true;
    const std::string name = normalise(journal.name);
    return name.starts_with("beginbalans") || name.starts_with("openingsbalans") ||
           normalise(journal.code) == "beginbalans";
}

Error line_error(std::uint32_t number, std::string found, std::string expected, std::string action) {
    Error error{ErrorKind::input, {}, std::move(found), std::move(expected), std::move(action)};
    error.place.line = number;
    return error;
}

constexpr const char* ask_vendor = "maak het auditfile opnieuw; blijft het zo, meld het de leverancier van het pakket";

}  // namespace

AuditBook::AuditBook(AuditReading& reading, const SourceSettings& settings, AuditFindings& findings,
                     std::shared_ptr<const SourceSheet> sheet, const AuditLimits& limits)
    : reading_(&reading),
      settings_(&settings),
      findings_(&findings),
      sheet_(std::move(sheet)),
      limits_(limits),
      accounts_(settings.account_kinds, findings) {}

Result<void> AuditBook::choose_dimensions() {
    for (const auto& [meaning, head] : settings_->columns) {
        const auto field = line_field(head);
        const bool dimension = field && *field >= LineField::cost;  // the last of the fields
        if (meaning != "kostenplaats" && meaning != "kostendrager") {
            return failure(line_error(0, "kolommen noemt " + meaning + ", en dat ligt in een auditfile vast",
                                      "alleen kostenplaats en kostendrager", "haal " + meaning + " uit kolommen"));
        }
        if (!dimension) {
            std::string found = "\"" + head;
            found += "\" is in een auditfile geen ";
            found += meaning;
            return failure(
                line_error(0, std::move(found), "costID, prodID of projID", "verbeter kolommen in het model"));
        }
        if (meaning == "kostenplaats") {
            cost_centre_ = *field;
        } else {
            cost_unit_ = field;
        }
    }
    return {};
}

void AuditBook::start_journal(const AuditJournal& journal) {
    journal_ = &journal;
    journal_opens_ = is_opening_journal(journal);
    ++reading_->summary.journals;
}

void AuditBook::start_transaction(const AuditTransaction& transaction) {
    transaction_ = &transaction;
    transaction_sum_ = Money();
    compared_ = false;
    ++reading_->summary.transactions;
}

Result<std::optional<Money>> AuditBook::read_one(std::string_view text, std::uint32_t number) {
    const Amount amount = amounts_.read(text, number);
    if (auto error = refuse_amount(amount, text, number)) return failure(std::move(*error));
    if (amount.state == AmountState::blank) return std::optional<Money>();
    if (amount.rounded) {
        findings_->add(Severity::warning, "meer_dan_twee_decimalen", number,
                       quoted_text(text) + " is gelezen als " + in_euros(amount.value), "hoogstens twee decimalen", "");
    }
    return std::optional(amount.value);
}

Result<std::optional<Money>> AuditBook::read_total(std::string_view text, std::uint32_t number) {
    return read_one(text, number);
}

/// Reads debitAmount and creditAmount, as CLAIR2 has them.
Result<AuditBook::SignedAmount> AuditBook::read_sides(const AuditLine& line, std::uint32_t number) {
    SignedAmount amount;
    const auto debit = read_one(line[LineField::debit], number);
    if (!debit) return failure(debit.error());
    const auto credit = read_one(line[LineField::credit], number);
    if (!credit) return failure(credit.error());
    amount.debit = debit->value_or(Money());
    amount.credit = credit->value_or(Money());
    if (*debit || *credit) amount.value = amount.debit - amount.credit;
    return amount;
}

/// Reads amnt, with its side in amntTp.
Result<AuditBook::SignedAmount> AuditBook::read_written(const AuditLine& line, std::uint32_t number) {
    SignedAmount amount;
    const auto written = read_one(line[LineField::amount], number);
    if (!written) return failure(written.error());
    if (!*written) return amount;
    const auto credit = says_credit(line[LineField::amount_type]);
    if (!credit) {
        const std::string_view type = line[LineField::amount_type];
        return failure(line_error(number,
                                  type.empty() ? "niet te zien of dit bedrag debet of credit is"
                                               : quoted_text(type) + " is geen debet of credit",
                                  "D of C in amntTp", ask_vendor));
    }
    (*credit ? amount.credit : amount.debit) = **written;
    amount.value = *credit ? -**written : **written;
    return amount;
}

Result<AuditBook::SignedAmount> AuditBook::read_amount(const AuditLine& line, std::uint32_t number) {
    if (!line.has(LineField::debit) && !line.has(LineField::credit)) return read_written(line, number);
    const auto sides = read_sides(line, number);
    if (sides && !sides->value) return read_written(line, number);
    if (!sides || line[LineField::amount].empty()) return sides;
    const auto written = read_written(line, number);
    if (written && *written->value != *sides->value) {
        return failure(line_error(number,
                                  "debitAmount en creditAmount geven " + in_euros(*sides->value) +
                                      ", maar amnt geeft " + in_euros(*written->value),
                                  "een bedrag bij elke boeking", ask_vendor));
    }
    return written ? sides : written;
}

/// Gives the period of a line: that of its transaction, or its date where the transaction names none.
const TakenPeriod* AuditBook::period_of(const AuditLine& line, std::uint32_t number) {
    if (!transaction_->period.empty()) return &periods_.take(transaction_->period, number);
    auto day = read_audit_day(transaction_->date);
    if (!day) day = read_audit_day(line[LineField::date]);
    if (!day) return nullptr;
    if (dated_lines_++ == 0) first_dated_line_ = number;
    dated_.period.read_as = BookPeriod{day->year, day->month};
    return &dated_;
}

/// Compares the period of a transaction with its date, once; that of a booking without a period is its date.
void AuditBook::compare_date(const TakenPeriod& taken, const AuditLine& line, std::uint32_t number) {
    if (compared_ || journal_opens_ || transaction_->period.empty()) return;
    compared_ = true;
    auto day = read_audit_day(transaction_->date);
    if (!day) day = read_audit_day(line[LineField::date]);
    if (day) periods_.compare(taken, *day, number);
}

void AuditBook::report_unread_period(const TakenPeriod* taken, const AuditLine& line, std::uint32_t number) {
    const std::string code = shown_text(line[LineField::account]);
    const std::string_view date = transaction_->date.empty() ? line[LineField::date] : transaction_->date;
    std::string why = " ontbreekt, en er is geen datum";
    if (taken != nullptr) {
        why = " is niet te lezen: " + quoted_text(transaction_->period);
    } else if (!date.empty()) {
        why = " ontbreekt, en " + quoted_text(date) + " is geen datum";
    }
    findings_->add(Severity::error, "periode_onleesbaar", number,
                   "de periode van de boeking op rekening " + code + why + "; de boeking telt niet mee",
                   "een periode van 1 tot en met 12, of een die het bestand zelf noemt", ask_vendor);
    skip("periode onleesbaar", code, number);
}

void AuditBook::count(const SignedAmount& amount, AuditTotals& totals) {
    totals.debit += amount.debit;
    totals.credit += amount.credit;
    (amount.debit < Money() ? totals.turned_credit : totals.turned_debit) += amount.debit.abs();
    (amount.credit < Money() ? totals.turned_debit : totals.turned_credit) += amount.credit.abs();
}

void AuditBook::skip(const char* reason, std::string_view account, std::uint32_t number) {
    reading_->report.skipped.push_back({Origin{sheet_, number - 1, 0}, reason, std::string(account)});
}

Result<void> AuditBook::add(const AuditLine& line, std::uint32_t number) {
    AuditSummary& summary = reading_->summary;
    if (++summary.totals.lines > limits_.lines_max) {
        return failure(line_error(number, "het auditfile heeft te veel boekingsregels",
                                  "hoogstens " + std::to_string(limits_.lines_max),
                                  "exporteer per periode en noem elk deel als [[bron]]"));
    }
    const auto amount = read_amount(line, number);
    if (!amount) return failure(amount.error());
    const std::string_view code = line[LineField::account];
    if (!amount->value) {
        findings_->add(Severity::warning, "boeking_zonder_bedrag", number,
                       (code.empty() ? "een boekingsregel" : "de boeking op rekening " + shown_text(code)) +
                           std::string(code.empty() ? " heeft geen rekening en geen bedrag" : " heeft geen bedrag") +
                           " en telt niet mee",
                       "een bedrag, ook als het 0 is", "controleer de export");
        skip("geen bedrag", code, number);
        return {};
    }
    count(*amount, summary.totals);
    transaction_sum_ += *amount->value;
    if (code.empty()) {
        findings_->add(Severity::error, "regel_zonder_rekening", number,
                       "de boeking van " + in_euros(*amount->value) + " heeft geen rekening en telt niet mee",
                       "een grootboekrekening", "controleer de export");
        skip("geen rekening", in_euros(*amount->value), number);
        return {};
    }
    const AuditAccount& account = accounts_.book(code, number);
    const TakenPeriod* const taken = period_of(line, number);
    if (taken == nullptr || !taken->period.read_as) {
        report_unread_period(taken, line, number);
        return {};
    }
    compare_date(*taken, line, number);
    if (taken->opening || journal_opens_) {
        if (first_opening_line_ == 0) first_opening_line_ = number;
        if (account.side == Side::balance) {
            AuditOpening& opening = summary.opening;
            (taken->opening ? opening.as_period : opening.as_journal) = true;
            ++opening.booked.lines;
            count(*amount, opening.booked);
            if (!journal_opens_) count(*amount, opening_in_period_);
            return {};
        }
        findings_->add(Severity::warning, "resultaat_in_beginbalans", number,
                       "rekening " + account.code + " is " + (account.side == Side::income ? "baten" : "lasten") +
                           " en staat met " + in_euros(*amount->value) + " in de beginbalans; gelezen als boeking in " +
                           "periode " + std::to_string(taken->period.read_as->number),
                       "alleen balansrekeningen in de beginbalans", "controleer de boeking");
    }
    post(line, account, *taken->period.read_as, *amount->value, number);
    return {};
}

void AuditBook::note_dimensions(std::string_view cost_centre, std::string_view cost_unit, const AuditLine& line) {
    if (!cost_centre.empty() || !cost_unit.empty()) any_dimension_ = true;
    const bool both =
        !cost_unit_ && !line.dimension(LineField::product).empty() && !line.dimension(LineField::project).empty();
    if (both && both_lines_++ == 0) first_both_line_ = static_cast<std::uint32_t>(transaction_->line);
    if (names_.empty()) return;
    AuditSummary& summary = reading_->summary;
    if (!cost_centre.empty()) summary.cost_centre_names.try_emplace(std::string(cost_centre));
    if (!cost_unit.empty()) summary.cost_unit_names.try_emplace(std::string(cost_unit));
}

/// Gives the coding of a line; most lines have one that a line not long before had.
const AuditBook::KnownCoding& AuditBook::coding_of(const AuditAccount& account, std::int32_t year,
                                                   std::string_view cost_centre, std::string_view cost_unit) {
    constexpr std::size_t known_max = std::size_t{1} << 14;
    if (known_codings_.empty()) known_codings_.resize(known_max);
    const std::size_t journals = reading_->summary.journals;
    const std::hash<std::string_view> hash;
    const std::size_t mixed = (hash(cost_centre) * 31 + hash(cost_unit)) * 31 + hash(account.code);
    KnownCoding& known = known_codings_[mixed % known_max];
    if (known.account == &account && known.journal == journals && known.coding->year.year == year &&
        known.coding->cost_centre.text() == cost_centre && known.coding->cost_unit.text() == cost_unit)
        return known;
    PostingStore& store = reading_->ledger.store;
    // Without a side the file is refused at the end.
    const Coding* const coding = store.keep(NumberedCoding{.year = {year},
                                                           .side = account.side.value_or(Side::expense),
                                                           .account = store.number(account.code),
                                                           .cost_centre = store.number(cost_centre),
                                                           .cost_unit = store.number(cost_unit),
                                                           .journal = store.number(journal_->code)},
                                            sheet_);
    known = {&account, journals, coding, store.keep(account.name)};
    return known;
}

void AuditBook::post(const AuditLine& line, const AuditAccount& account, BookPeriod period, Money amount,
                     std::uint32_t number) {
    const std::string_view cost_centre = line.dimension(cost_centre_);
    std::string_view cost_unit = line.dimension(cost_unit_.value_or(LineField::product));
    if (!cost_unit_ && cost_unit.empty()) cost_unit = line.dimension(LineField::project);
    note_dimensions(cost_centre, cost_unit, line);
    std::string_view description = line[LineField::description];
    if (description.empty()) description = transaction_->description;
    entry_ = transaction_->number;
    if (!line[LineField::number].empty()) {
        entry_ += '/';
        entry_ += line[LineField::number];
    }
    const KnownCoding& known = coding_of(account, period.year, cost_centre, cost_unit);
    if (known.coding->side != Side::balance) ++result_lines_;
    Ledger& ledger = reading_->ledger;
    Posting& posting = ledger.postings.emplace_back();  // filled where it stands
    posting.coding = known.coding;
    posting.account_name = known.account_name;
    posting.entry = ledger.store.keep_apart(entry_);
    posting.description = ledger.store.keep(description);
    posting.amount = amount;
    posting.row = number - 1;
    posting.period_number = static_cast<std::uint16_t>(period.number);
    ledger.source_total += amount;
}

void AuditBook::end_transaction() {
    if (transaction_sum_.is_zero()) return;
    findings_->add(Severity::warning, "journaalpost_niet_in_evenwicht", transaction_->line,
                   "journaalpost " + transaction_->number + " heeft een verschil van " + in_euros(transaction_sum_),
                   "debet gelijk aan credit", "controleer of de export de hele journaalpost bevat");
}

void AuditBook::name_code(const std::string& code, const std::string& name) {
    constexpr std::size_t names_max = 100'000;
    if (names_.size() < names_max && !code.empty() && !name.empty()) names_[code].insert(name);
}

}  // namespace begroot::exchange::detail
