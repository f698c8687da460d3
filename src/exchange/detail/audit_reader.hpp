#pragma once
// Walks through an auditfile from its first element to its last, and hands every part to the book.

#include "exchange/detail/audit_book.hpp"
#include "text/xml_scanner.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace begroot::exchange::detail {

/// Reads one file, streaming: elements by local name, in any namespace, and in whatever order a section has them.
class AuditReader {
public:
    /// All must outlive this.
    AuditReader(text::XmlScanner& scanner, AuditBook& book, AuditReading& reading, AuditFindings& findings)
        : scanner_(&scanner), book_(&book), reading_(&reading), findings_(&findings) {}

    /// Reads the whole file; an error names the line.
    [[nodiscard]] Result<void> read();

private:
    template <typename Visit>
    [[nodiscard]] bool children(Visit visit);
    [[nodiscard]] bool value(std::string& out);
    [[nodiscard]] bool refuse(Error error);
    [[nodiscard]] bool keep(Result<void> result);
    [[nodiscard]] bool read_root();
    void note_namespace();
    [[nodiscard]] bool read_section(bool in_company);
    [[nodiscard]] bool read_header();
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
    bool year_known_ = false;
    bool words_of_3_ = false;  // elements that only versions 3.x have
    bool words_of_4_ = false;
};

}  // namespace begroot::exchange::detail
