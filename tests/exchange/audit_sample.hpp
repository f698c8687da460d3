#pragma once
// Small auditfiles made of parts, and short ways to read them.

#include "exchange/audit_file.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace begroot::exchange::test {

/// The parts of a file, each of which a test may change. The default books 121.00 on 4000 against the bank.
struct AuditSample {
    std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    std::string name_space = "http://www.auditfiles.nl/XAF/3.2";
    std::string header =
        "<fiscalYear>2025</fiscalYear><startDate>2025-01-01</startDate><endDate>2025-12-31</endDate>"
        "<curCode>EUR</curCode><softwareDesc>Pakket</softwareDesc><softwareVersion>7</softwareVersion>";
    std::string accounts =
        "<ledgerAccount><accID>1500</accID><accDesc>Bank</accDesc><accTp>B</accTp></ledgerAccount>\n"
        "<ledgerAccount><accID>4000</accID><accDesc>Salarissen</accDesc><accTp>P</accTp>"
        "<leadReference>WPerLes</leadReference></ledgerAccount>\n"
        "<ledgerAccount><accID>8000</accID><accDesc>Rijksbijdrage</accDesc><accTp>P</accTp>"
        "<leadReference>WOvbOvs</leadReference></ledgerAccount>\n";
    std::string before;  ///< periods, openingBalance
    std::string totals;
    std::string journal = "<jrnID>70</jrnID><desc>Inkoop</desc><jrnTp>P</jrnTp>";
    std::string head = "<nr>12</nr><desc>Januari</desc><periodNumber>1</periodNumber><trDt>2025-01-31</trDt>\n";
    std::string lines =
        "<trLine><nr>1</nr><accID>4000</accID><desc>Salaris</desc><amnt>121.00</amnt><amntTp>D</amntTp>"
        "<costID>100</costID><projID>P1</projID></trLine>\n"
        "<trLine><nr>2</nr><accID>1500</accID><amnt>121.00</amnt><amntTp>C</amntTp></trLine>\n";
    std::string after;  ///< behind the document

    [[nodiscard]] std::string text() const {
        return declaration + "<auditfile" + (name_space.empty() ? "" : " xmlns=\"" + name_space + "\"") +
               ">\n<header>" + header + "</header>\n<company><companyIdent>1</companyIdent>" +
               "<companyName>SWV Voorbeeld</companyName>\n<generalLedger>\n" + accounts + "</generalLedger>\n" +
               before + "<transactions>" + totals + "\n<journal>" + journal + "\n<transaction>" + head + lines +
               "</transaction></journal>\n</transactions></company></auditfile>" + after;
    }
};

/// Makes a line of a transaction.
inline std::string audit_line(std::string_view account, std::string_view amount, std::string_view type,
                              std::string_view more = {}) {
    return "<trLine><nr>1</nr><accID>" + std::string(account) + "</accID><amnt>" + std::string(amount) +
           "</amnt><amntTp>" + std::string(type) + "</amntTp>" + std::string(more) + "</trLine>\n";
}

inline Result<AuditReading> read_audit(std::string_view text, const SourceSettings& settings = {"", "", {}, {2025}, {}},
                                       const AuditLimits& limits = {}) {
    return read_audit_file(std::as_bytes(std::span(text)), "mutaties.xaf", "ab", settings, limits);
}

inline Result<AuditReading> read_audit(const AuditSample& sample,
                                       const SourceSettings& settings = {"", "", {}, {2025}, {}},
                                       const AuditLimits& limits = {}) {
    const std::string text = sample.text();
    return read_audit(std::string_view(text), settings, limits);
}

/// Writes the postings, a line each: `2025/1 4000 12/1 121,00 100 P1`.
inline std::string posting_lines(const Result<AuditReading>& reading) {
    if (!reading) return to_text(reading.error());
    std::string lines;
    for (const Posting& posting : reading->ledger.postings) {
        const Coding& coding = *posting.coding;
        lines += std::to_string(posting.period().year) + "/" + std::to_string(posting.period().number) + " " +
                 coding.account.text() + " " + std::string(posting.entry.text()) + " " +
                 std::to_string(posting.amount.cents());
        if (!coding.cost_centre.empty()) lines += " kp=" + coding.cost_centre.text();
        if (!coding.cost_unit.empty()) lines += " kd=" + coding.cost_unit.text();
        lines += "\n";
    }
    return lines;
}

/// Writes the findings of one kind, or the error.
inline std::string findings_of(const Result<AuditReading>& reading, std::string_view kind) {
    if (!reading) return to_text(reading.error());
    std::string lines;
    for (const Finding& finding : reading->report.findings) {
        if (finding.kind == kind) lines += to_text(finding) + "\n";
    }
    return lines;
}

/// Writes the kinds of all findings, in order.
inline std::string finding_kinds(const Result<AuditReading>& reading) {
    if (!reading) return to_text(reading.error());
    std::string kinds;
    for (const Finding& finding : reading->report.findings) kinds += finding.kind + " ";
    return kinds;
}

}  // namespace begroot::exchange::test
