#pragma once
// Walks through an auditfile from its first element to its last, and hands every part to the book.

#include "exchange/detail/audit_book.hpp"
#include "text/xml_scanner.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace begroot::exchange::detail {

/// Reads one file, streaming: elements by local name, in any namespace, and in whatever order a section has them.
class AuditReader {
public:
    /// All must outlive this.
    AuditReader(text::XmlScanner& scanner, AuditBook& book, AuditReading& reading, AuditFindings& findings)
        : scanner_(&scanner), book_(&book), reading_(&reading), findings_(&findings) {}

    /// Makes period 1 this month, whatever the header says: the bookings told so.
    void start_with(BookPeriod first) { forced_first_ = first; }

    /// Reads the whole file; an error names the line.
    [[nodiscard]] Result<void> read();

private:
    /// Visits the elements directly inside the one that started, up to and with its end. `visit` is given the name and
    /// must take the whole element; false stops.
    template <typename Visit>
    [[nodiscard]] bool children(Visit visit) {
        const std::size_t depth = scanner_->depth();
        while (true) {
            const text::XmlEvent event = scanner_->next();
            if (event == text::XmlEvent::failed || event == text::XmlEvent::finished) return false;
            if (event == text::XmlEvent::end && scanner_->depth() == depth) return true;
            if (event == text::XmlEvent::start && !visit(scanner_->name())) return false;
        }
    }
    [[nodiscard]] bool value(std::string& out);
    [[nodiscard]] bool refuse(Error error);
    [[nodiscard]] bool keep(Result<void> result);
    [[nodiscard]] bool read_root();
    void note_namespace();
    [[nodiscard]] bool read_section(bool in_company);
    [[nodiscard]] bool read_company();
    [[nodiscard]] bool read_header();
    [[nodiscard]] bool set_year();
    void report_year(const AuditYear& year);
    [[nodiscard]] bool read_general_ledger();
    [[nodiscard]] bool read_account();
    [[nodiscard]] bool read_basic();
    [[nodiscard]] bool read_periods();
    [[nodiscard]] bool read_opening();
    [[nodiscard]] bool read_transactions();
    [[nodiscard]] bool read_journal();
    [[nodiscard]] bool read_transaction();
    [[nodiscard]] bool take_plain();
    [[nodiscard]] bool add_line(std::uint32_t number);
    [[nodiscard]] std::string* transaction_field(std::string_view name);
    [[nodiscard]] bool set_field(std::string_view name, std::string_view value);
    [[nodiscard]] bool read_total(std::string_view name, AuditTotals& totals, bool& known);
    [[nodiscard]] bool late(std::string_view name);
    void note_version();

    text::XmlScanner* scanner_;
    AuditBook* book_;
    AuditReading* reading_;
    AuditFindings* findings_;
    LineReader line_reader_;
    AuditLine line_;
    AuditTransaction transaction_;
    bool started_ = false;  // the transaction has been told to the book
    std::string text_;
    std::uint32_t totals_line_ = 0;
    bool header_seen_ = false;
    bool company_seen_ = false;
    bool year_known_ = false;
    std::uint32_t first_day_line_ = 0;
    std::optional<BookPeriod> forced_first_;
    bool words_of_3_ = false;  // elements that only versions 3.x have
    bool words_of_4_ = false;
};

}  // namespace begroot::exchange::detail
