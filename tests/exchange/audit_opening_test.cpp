// The balance sheet at the start of the year: found in three ways, counted in none.

#include "audit_sample.hpp"

#include "exchange/audit_file.hpp"

#include <gtest/gtest.h>

namespace begroot::exchange::test {
namespace {

constexpr const char* element =
    "<openingBalance><opBalDate>2025-01-01</opBalDate><linesCount>2</linesCount><totalDebit>50</totalDebit>"
    "<totalCredit>50</totalCredit><obLine><nr>1</nr><accID>1500</accID><amnt>50</amnt><amntTp>D</amntTp></obLine>"
    "<obLine><nr>2</nr><accID>1100</accID><amnt>50</amnt><amntTp>C</amntTp></obLine></openingBalance>\n";

constexpr const char* equity =
    "<ledgerAccount><accID>1100</accID><accDesc>Reserve</accDesc><accTp>B</accTp></ledgerAccount>";

/// A file with a second transaction, of the opening.
AuditSample with_opening(const std::string& head, const std::string& lines) {
    AuditSample sample;
    sample.accounts += equity;
    sample.lines += "</transaction><transaction>" + head + lines;
    return sample;
}

TEST(AuditOpening, AsElementIsReportedAndNoPosting) {
    AuditSample sample;
    sample.accounts += equity;
    sample.before = element;
    const auto reading = read_audit(sample);
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->ledger.postings.size(), 2U);
    EXPECT_TRUE(reading->summary.opening.as_element);
    EXPECT_EQ(reading->summary.opening.element.debit.cents(), 5'000);
    EXPECT_EQ(findings_of(reading, "beginbalans"),
              "melding beginbalans: mutaties.xaf: de beginbalans staat er als openingBalance: 2 regels, debet € 50,00, "
              "credit € 50,00; zij telt niet mee in baten en lasten.\n");
    EXPECT_EQ(finding_kinds(reading), "beginbalans ");
}

TEST(AuditOpening, AsPeriodNoughtIsNoPosting) {
    for (const char* key : {"0", "00", "000"}) {
        const auto reading = read_audit(with_opening("<nr>0</nr><periodNumber>" + std::string(key) + "</periodNumber>",
                                                     audit_line("1500", "50", "D") + audit_line("1100", "50", "C")));
        ASSERT_TRUE(reading) << to_text(reading.error());
        EXPECT_EQ(reading->ledger.postings.size(), 2U);
        EXPECT_TRUE(reading->summary.opening.as_period);
        EXPECT_EQ(reading->summary.opening.booked.credit.cents(), 5'000);
        EXPECT_EQ(finding_kinds(reading), "beginbalans ");
    }
}

TEST(AuditOpening, AsJournalIsNoPosting) {
    for (const char* journal : {"<jrnID>OB</jrnID><jrnTp>O</jrnTp>", "<jrnID>B1</jrnID><desc>Begin balans</desc>",
                                "<jrnID>BEGINBALANS</jrnID>"}) {
        AuditSample sample;
        sample.accounts += equity;
        sample.lines += "</transaction></journal><journal>" + std::string(journal) +
                        "<transaction><nr>1</nr><periodNumber>1</periodNumber>" + audit_line("1500", "50", "D") +
                        audit_line("1100", "50", "C");
        const auto reading = read_audit(sample);
        ASSERT_TRUE(reading) << to_text(reading.error());
        EXPECT_EQ(reading->ledger.postings.size(), 2U) << journal;
        EXPECT_TRUE(reading->summary.opening.as_journal);
    }
}

TEST(AuditOpening, InTwoWaysIsReportedAndStillNotCounted) {
    AuditSample sample = with_opening("<nr>0</nr><periodNumber>0</periodNumber>",
                                      audit_line("1500", "50", "D") + audit_line("1100", "50", "C"));
    sample.before = element;
    const auto reading = read_audit(sample);
    EXPECT_EQ(finding_kinds(reading), "beginbalans beginbalans_dubbel ");
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->ledger.postings.size(), 2U);
    EXPECT_NE(findings_of(reading, "beginbalans_dubbel").find("met dezelfde totalen"), std::string::npos);
}

TEST(AuditOpening, ThatDoesNotBalanceIsReported) {
    AuditSample sample;
    sample.accounts += equity;
    sample.before =
        "<openingBalance><obLine><accID>1500</accID><amnt>50</amnt><amntTp>D</amntTp></obLine>"
        "</openingBalance>";
    EXPECT_EQ(finding_kinds(read_audit(sample)), "beginbalans beginbalans_niet_in_evenwicht ");
}

TEST(AuditOpening, WithIncomeOrExpenseKeepsThatAsAPosting) {
    const auto reading = read_audit(with_opening("<nr>0</nr><periodNumber>0</periodNumber>",
                                                 audit_line("4000", "7", "D") + audit_line("1100", "7", "C")));
    EXPECT_EQ(posting_lines(reading),
              "2025/1 4000 12/1 12100 kp=100 kd=P1\n2025/1 1500 12/2 -12100\n2025/0 4000 0/1 700\n");
    EXPECT_EQ(finding_kinds(reading), "resultaat_in_beginbalans beginbalans beginbalans_niet_in_evenwicht ");
}

TEST(AuditOpening, AsElementReportsWhatIsNoBalanceOfABalanceAccount) {
    AuditSample sample;
    sample.before =
        "<openingBalance><obLine><accID>1500</accID><amnt>50</amnt><amntTp>C</amntTp></obLine>\n"
        "<obLine><accID>4000</accID><amnt>50</amnt><amntTp>D</amntTp></obLine>\n"
        "<obLine><accID>8000</accID><amnt>0.00</amnt><amntTp>D</amntTp></obLine>\n"
        "<obLine><accID>1500</accID><amntTp>D</amntTp></obLine>\n"
        "<obLine><amnt>7</amnt><amntTp>D</amntTp></obLine>\n"
        "<obLine><accID>9999</accID><amnt>7</amnt><amntTp>C</amntTp></obLine></openingBalance>";
    const auto reading = read_audit(sample);
    EXPECT_EQ(
        findings_of(reading, "resultaat_in_beginbalans"),
        "waarschuwing resultaat_in_beginbalans: mutaties.xaf, regel 11: rekening 4000 is geen balansrekening en "
        "staat met € 50,00 in openingBalance; dat is geen boeking en telt niet mee in baten en lasten (verwacht: "
        "alleen balansrekeningen in de beginbalans). Loopt dit bestand over een deel van het jaar, neem dan ook het "
        "deel ervoor als [[bron]] op.\n");
    const std::string incomplete = findings_of(reading, "beginbalans_onvolledig");
    EXPECT_NE(incomplete.find("regel 13: een regel van openingBalance op rekening 1500 heeft geen bedrag"),
              std::string::npos)
        << incomplete;
    EXPECT_NE(incomplete.find("regel 14: een regel van openingBalance heeft geen rekening: € 7,00"), std::string::npos);
    EXPECT_NE(incomplete.find("op rekening 9999, die niet in het rekeningschema staat, heeft € -7,00"),
              std::string::npos);
    EXPECT_EQ(
        finding_kinds(reading),
        "resultaat_in_beginbalans beginbalans_onvolledig beginbalans_onvolledig beginbalans_onvolledig beginbalans ");
}

TEST(AuditOpening, AsElementReportsAResultAccountWhoseSideIsUnknown) {
    AuditSample sample;
    sample.accounts += "<ledgerAccount><accID>4100</accID><accTp>P</accTp></ledgerAccount>";
    sample.before =
        "<openingBalance><obLine><accID>4100</accID><amnt>5</amnt><amntTp>D</amntTp></obLine></openingBalance>";
    EXPECT_NE(findings_of(read_audit(sample), "resultaat_in_beginbalans").find("rekening 4100"), std::string::npos);
}

TEST(AuditOpening, InPeriodNoughtAndInAJournalIsDoubledWhenEqual) {
    AuditSample sample = with_opening("<nr>0</nr><periodNumber>0</periodNumber>",
                                      audit_line("1500", "50", "D") + audit_line("1100", "50", "C"));
    sample.lines +=
        "</transaction></journal><journal><jrnTp>O</jrnTp><transaction><nr>1</nr>"
        "<periodNumber>1</periodNumber>" +
        audit_line("1500", "50", "D") + audit_line("1100", "50", "C");
    EXPECT_EQ(finding_kinds(read_audit(sample)), "beginbalans beginbalans_dubbel ");
    sample.lines += audit_line("1500", "5", "D") + audit_line("1100", "5", "C");
    EXPECT_EQ(finding_kinds(read_audit(sample)), "beginbalans ");
}

TEST(AuditOpening, AsTwoElementsIsDoubled) {
    AuditSample sample;
    sample.accounts += equity;
    sample.before = std::string(element) + element;
    EXPECT_NE(findings_of(read_audit(sample), "beginbalans_dubbel")
                  .find("openingBalance staat 2 keer in het bestand, samen debet € 100,00, credit € 100,00"),
              std::string::npos);
}

TEST(AuditOpening, AloneIsNoBookings) {
    AuditSample sample;
    sample.head = "<nr>0</nr><periodNumber>0</periodNumber>";
    sample.lines = audit_line("1500", "50", "D");
    EXPECT_NE(posting_lines(read_audit(sample)).find("alleen een beginbalans, en geen enkele boeking"),
              std::string::npos);
}

}  // namespace
}  // namespace begroot::exchange::test
