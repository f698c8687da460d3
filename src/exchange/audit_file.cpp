#include "exchange/audit_file.hpp"

#include "exchange/detail/audit_kind.hpp"
#include "exchange/detail/audit_reader.hpp"
#include "money/format.hpp"
#include "text/encoding.hpp"
#include "text/memory_source.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <optional>
#include <utility>

namespace begroot::exchange {

namespace {

using detail::AuditFindings;

std::string_view as_text(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool is_stray_control(char byte) {
    return static_cast<unsigned char>(byte) < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

/// Tells whether there is a control character in a block; written so that the compiler makes vector code of it.
bool has_stray_control(const char* bytes, std::size_t count) {
    unsigned char any = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        any |= static_cast<unsigned char>((byte < 0x20) & (byte != '\t') & (byte != '\n') & (byte != '\r'));
    }
    return any != 0;
}

/// Counts the control characters of a text, which XML does not allow and which are left as they are.
class StrayControls {
public:
    /// Looks at the next piece of the text.
    void look_at(std::string_view text) {
        constexpr std::size_t block = 4096;
        for (; !text.empty(); text.remove_prefix(std::min(block, text.size()))) {
            const std::string_view piece = text.substr(0, block);
            if (has_stray_control(piece.data(), piece.size())) {
                const auto found =
                    static_cast<std::size_t>(std::ranges::find_if(piece, is_stray_control) - piece.begin());
                if (count_ == 0) first_ = passed_ + found;
                count_ += static_cast<std::uint64_t>(std::ranges::count_if(piece, is_stray_control));
            }
            passed_ += piece.size();
        }
    }

    /// Reports what was found; `text` is the whole of it.
    void report(std::string_view text, AuditFindings& findings) const {
        if (count_ == 0) return;
        const auto line = static_cast<std::uint32_t>(std::ranges::count(text.substr(0, first_), '\n') + 1);
        findings.add(Severity::warning, "auditfile_stuurteken", line,
                     std::to_string(count_) +
                         (count_ == 1 ? " stuurteken, dat in XML niet mag" : " stuurtekens, die in XML niet mogen") +
                         "; het bestand is wel gelezen",
                     "", "meld het de leverancier van het pakket");
    }

private:
    std::uint64_t count_ = 0;
    std::size_t first_ = 0;   // where the first stands
    std::size_t passed_ = 0;  // bytes looked at
};

void report_encoding(const text::DetectedEncoding& encoding, AuditFindings& findings) {
    const bool undeclared = encoding.declared.empty() && encoding.encoding == text::Encoding::windows_1252;
    if (!encoding.contradicted && !undeclared) return;
    findings.add(
        Severity::notice, "auditfile_tekenset", 1,
        (undeclared ? "het auditfile noemt geen tekenset en is geen UTF-8"
                    : "het auditfile noemt tekenset " + detail::quoted_text(encoding.declared) + ", maar is dat niet") +
            "; gelezen als " + text::encoding_name(encoding.encoding),
        "", "controleer namen met accenten");
}

void report_part(std::string_view bytes, AuditFindings& findings) {
    const auto part = detail::find_audit_part(bytes);
    if (!part || part->count < 2) return;
    findings.add(Severity::warning, "auditfile_vervolg", 1,
                 "dit is deel " + std::to_string(part->number) + " van " + std::to_string(part->count) +
                     " van een verdeeld auditfile",
                 "alle delen", "noem elk deel als eigen [[bron]] in het model");
}

void report_ampersands(const text::XmlOddities& oddities, AuditFindings& findings) {
    if (oddities.bare_ampersands == 0) return;
    findings.add(Severity::warning, "auditfile_ampersand", oddities.first_ampersand_line,
                 std::to_string(oddities.bare_ampersands) + "x een & die in XML &amp; moet zijn; gelezen als &", "",
                 "meld het de leverancier van het pakket");
}

/// Compares the control totals with what was counted. They are warnings: many packages print them wrong.
class TotalsCheck {
public:
    TotalsCheck(AuditReading& reading, AuditFindings& findings, std::shared_ptr<const SourceSheet> sheet)
        : reading_(&reading), findings_(&findings), sheet_(std::move(sheet)) {}

    void check(const AuditTotals& totals, const char* what, bool is_ledger) {
        if (totals.lines_printed && *totals.lines_printed != totals.lines &&
            !(is_ledger && *totals.lines_printed == reading_->summary.transactions)) {
            const bool one_too_many = *totals.lines_printed == totals.lines + 1;
            add("linesCount", what, std::to_string(*totals.lines_printed), std::to_string(totals.lines),
                one_too_many ? "een te veel telt Uniconta altijd; anders: controleer of het bestand volledig is"
                             : check_action);
        }
        const bool turned = totals.is_turned();
        amount("totalDebit", what, totals.debit_printed, turned ? totals.turned_debit : totals.debit, is_ledger);
        amount("totalCredit", what, totals.credit_printed, turned ? totals.turned_credit : totals.credit, is_ledger);
    }

private:
    static constexpr const char* check_action = "controleer of de export volledig is";

    void amount(const char* name, const char* what, std::optional<Money> printed, Money counted, bool is_ledger) {
        if (!printed) return;
        if (is_ledger) {
            reading_->ledger.controls.push_back(
                {std::string(name) + " van het auditfile", Origin{sheet_, 0, 0}, *printed, counted});
        }
        if (*printed == counted) return;
        add(name, what, format_euro(*printed, Decimals::cents),
            format_euro(counted, Decimals::cents) + ", verschil " + format_euro(*printed - counted, Decimals::cents),
            check_action);
    }

    void add(const char* name, const char* what, const std::string& printed, const std::string& counted,
             const char* action) {
        findings_->add(Severity::warning, "controletotaal_wijkt_af", 0,
                       std::string(name) + " van de " + what + " is " + printed, "de telling: " + counted, action);
    }

    AuditReading* reading_;
    AuditFindings* findings_;
    std::shared_ptr<const SourceSheet> sheet_;
};

/// Reads the file; `first` makes period 1 that month, whatever the header says.
Result<AuditReading> read_xml(std::string_view bytes, const std::string& shown_as, const std::string& sha256,
                              const SourceSettings& settings, const AuditLimits& limits,
                              std::optional<BookPeriod> first = {}) {
    const text::DetectedEncoding encoding = text::detect_encoding(bytes);
    constexpr const char* again = "maak het auditfile opnieuw en lees het zonder het te bewerken";
    if (encoding.encoding == text::Encoding::unknown) {
        return failure({ErrorKind::input,
                        {},
                        "het auditfile gebruikt de tekenset " + detail::quoted_text(encoding.declared),
                        "UTF-8, UTF-16, ISO-8859-1, ISO-8859-15 of windows-1252",
                        again});
    }
    AuditReading reading;
    AuditFindings findings(shown_as);
    reading.summary.encoding = text::encoding_name(encoding.encoding);
    report_encoding(encoding, findings);
    report_part(bytes, findings);
    const std::string_view body = bytes.substr(encoding.mark_bytes);
    const bool wide =
        encoding.encoding == text::Encoding::utf16_little || encoding.encoding == text::Encoding::utf16_big;
    StrayControls controls;
    text::MemorySource::Watch watch;
    if (!wide) watch = [&controls](std::string_view piece) { controls.look_at(piece); };

    const auto sheet = std::make_shared<const SourceSheet>(SourceSheet{shown_as, sha256, "", true});
    text::XmlScanner scanner(
        text::Utf8Stream(std::make_unique<text::MemorySource>(body, "het auditfile", again, std::move(watch)),
                         encoding.encoding),
        {limits.depth_max, limits.text_bytes_max}, text::XmlManner::lenient);
    detail::AuditBook book(reading, settings, findings, sheet, limits);
    if (auto chosen = book.choose_dimensions(); !chosen) return failure(std::move(chosen).error());
    detail::AuditReader reader(scanner, book, reading, findings);
    if (first) reader.start_with(*first);
    if (auto read = reader.read(); !read) return failure(std::move(read).error());
    if (const auto other = book.periods().better_start()) {
        return read_xml(bytes, shown_as, sha256, settings, limits, other);
    }
    controls.report(body, findings);
    report_ampersands(scanner.oddities(), findings);
    TotalsCheck totals(reading, findings, sheet);
    totals.check(reading.summary.totals, "boekingen", true);
    totals.check(reading.summary.opening.element, "beginbalans", false);
    reading.report.findings = findings.take();
    return reading;
}

}  // namespace

bool looks_like_audit_file(std::span<const std::byte> bytes) {
    return detail::audit_shape(as_text(bytes)) != detail::AuditShape::none;
}

Result<AuditReading> read_audit_file(std::span<const std::byte> bytes, const std::string& shown_as,
                                     const std::string& sha256, const SourceSettings& settings,
                                     const AuditLimits& limits) {
    const std::string_view text = as_text(bytes);
    const detail::AuditShape shape = detail::audit_shape(text);
    if (shape != detail::AuditShape::xml) return failure(detail::refuse_shape(shape, shown_as));
    auto reading = read_xml(text, shown_as, sha256, settings, limits);
    if (!reading) reading.error().place.file = shown_as;
    return reading;
}

}  // namespace begroot::exchange
