// Auditfiles that are damaged, hostile, or not in the characters they name.

#include "audit_sample.hpp"

#include "exchange/audit_file.hpp"

#include <gtest/gtest.h>

namespace begroot::exchange::test {
namespace {

/// Gives the description of the first posting, or the error.
std::string first_description(const AuditSample& sample) {
    const auto reading = read_audit(sample);
    return reading ? std::string(reading->ledger.postings.front().description.text()) : to_text(reading.error());
}

/// Writes ASCII as UTF-16 with a byte order mark.
std::string as_utf16(std::string_view text) {
    std::string wide = "\xFF\xFE";
    for (const char c : text) {
        wide += c;
        wide += '\0';
    }
    return wide;
}

AuditSample described(std::string declaration, const std::string& description) {
    AuditSample sample;
    sample.declaration = std::move(declaration);
    sample.lines = audit_line("4000", "5", "D", "<desc>" + description + "</desc><costID>1</costID>") +
                   audit_line("1500", "5", "C");
    return sample;
}

TEST(AuditText, IsReadInTheEncodingThatItHas) {
    EXPECT_EQ(first_description(described("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "café €")),
              "café €");
    EXPECT_EQ(first_description(described("<?xml version=\"1.0\" encoding=\"windows-1252\"?>", "caf\xE9 \x80")),
              "café €");
    EXPECT_EQ(first_description(described("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", "caf\xE9")), "café");
    EXPECT_EQ(first_description(described("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>", "\xA4")), "€");
    EXPECT_EQ(first_description(described("", "café")), "café");
    EXPECT_NE(
        first_description(described("<?xml version=\"1.0\" encoding=\"koi8-r\"?>", "x")).find("tekenset \"koi8-r\""),
        std::string::npos);
}

TEST(AuditText, ThatIsNotWhatItNamesIsReported) {
    const auto contradicted = described("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", "\x80");
    EXPECT_EQ(first_description(contradicted), "€");
    EXPECT_EQ(finding_kinds(read_audit(contradicted)), "auditfile_tekenset ");
    const auto hidden = described("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", "café");
    EXPECT_EQ(first_description(hidden), "café");
    EXPECT_EQ(
        findings_of(read_audit(hidden), "auditfile_tekenset"),
        "melding auditfile_tekenset: mutaties.xaf, regel 1: het auditfile noemt tekenset \"iso-8859-1\", maar is dat "
        "niet; gelezen als UTF-8. Controleer namen met accenten.\n");
    const auto undeclared = described("", "caf\xE9");
    EXPECT_EQ(first_description(undeclared), "café");
    EXPECT_EQ(finding_kinds(read_audit(undeclared)), "auditfile_tekenset ");
    const auto wrong = described("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "caf\xE9");
    EXPECT_EQ(first_description(wrong), "café");
    EXPECT_EQ(finding_kinds(read_audit(wrong)), "auditfile_tekenset ");
}

TEST(AuditText, MayBeUtf16) {
    const std::string wide = as_utf16(described("", "x").text());
    const auto reading = read_audit(std::string_view(wide));
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->summary.encoding, "UTF-16");
    EXPECT_EQ(reading->ledger.postings.front().row, 11U);
}

TEST(AuditText, MayHaveBareAmpersandsAndControlCharacters) {
    AuditSample sample = described("", "R\x0B&D");
    sample.after = "\n\x1A";
    const auto reading = read_audit(sample);
    EXPECT_EQ(first_description(sample), "R\x0B&D");
    EXPECT_EQ(finding_kinds(reading), "auditfile_stuurteken auditfile_ampersand ");
    EXPECT_NE(findings_of(reading, "auditfile_stuurteken").find("2 stuurtekens"), std::string::npos);
}

TEST(AuditText, ThatIsAPartSaysSo) {
    AuditSample sample;
    sample.declaration += "<!-- Vervolgbestand 2 van 3 -->";
    EXPECT_EQ(finding_kinds(read_audit(sample)), "auditfile_vervolg ");
    const std::string wide = as_utf16(sample.text());
    EXPECT_EQ(finding_kinds(read_audit(std::string_view(wide))), "auditfile_vervolg ");
    sample.declaration = "<!-- Vervolgbestand 1 van 1 -->";
    EXPECT_EQ(finding_kinds(read_audit(sample)), "");
}

TEST(HostileAuditFile, IsRefusedWithTheLine) {
    const std::string whole = AuditSample{}.text();
    const std::string cut = whole.substr(0, whole.find("<trLine><nr>2"));
    EXPECT_EQ(
        posting_lines(read_audit(std::string_view(cut))),
        "mutaties.xaf, regel 14: het auditfile is beschadigd: het breekt af. Maak het auditfile opnieuw en lees het "
        "zonder het te bewerken.");
    AuditSample entity;
    entity.declaration = "<!DOCTYPE auditfile [<!ENTITY a \"aaaa\">]>\n";
    EXPECT_NE(posting_lines(read_audit(entity)).find("regel 1: het auditfile is beschadigd: DOCTYPE"),
              std::string::npos);
    AuditSample deep;
    for (int i = 0; i < 40; ++i) deep.lines += "<a>";
    EXPECT_NE(posting_lines(read_audit(deep)).find("meer dan 32 elementen in elkaar"), std::string::npos);
    AuditSample long_text;
    long_text.head += "<desc2>" + std::string(300, 'x') + "</desc2>";
    EXPECT_TRUE(read_audit(long_text, {"", "", {}, {2025}, {}}, {32, 1000, 10}));
    long_text.lines = audit_line("4000", "5", "D", "<desc>&amp;" + std::string(3000, 'x') + "</desc>");
    EXPECT_NE(posting_lines(read_audit(long_text, {"", "", {}, {2025}, {}}, {32, 1000, 10})).find("langer dan 1000"),
              std::string::npos);
    EXPECT_NE(posting_lines(read_audit(AuditSample{}, {"", "", {}, {2025}, {}}, {32, 1000, 1}))
                  .find("te veel boekingsregels"),
              std::string::npos);
    EXPECT_NE(posting_lines(read_audit(std::string_view("CLAIR1.00.00"))).find("vaste kolommen"), std::string::npos);
    EXPECT_NE(posting_lines(read_audit(std::string_view("<auditfile/>"))).find("geen enkele boeking"),
              std::string::npos);
}

TEST(HostileAuditFile, ShowsAControlCharacterInAMessage) {
    AuditSample sample;
    sample.lines = audit_line("4000", std::string_view("12\0", 3), "D");
    EXPECT_NE(posting_lines(read_audit(sample)).find("\"12\\x00\" is geen bedrag"), std::string::npos);
    sample.lines = audit_line("400\x01", "12", "D");
    EXPECT_NE(posting_lines(read_audit(sample)).find("400\\x01 (niet in het rekeningschema)"), std::string::npos);
}

TEST(HostileAuditFile, NeverCrashesWhereverItIsCut) {
    const std::string whole = AuditSample{}.text();
    std::size_t read = 0;
    for (std::size_t size = 0; size < whole.size(); ++size) {
        if (read_audit(std::string_view(whole).substr(0, size))) ++read;
    }
    EXPECT_EQ(read, 0U);
}

TEST(AuditFile, ReadsLinesThatCrossTheEdgeOfTheBuffer) {
    AuditSample sample;
    sample.lines.clear();
    std::int64_t cents = 0;
    for (int i = 0; i < 20'000; ++i) {
        sample.lines += audit_line("4000", std::to_string(i) + ".25", "D", i % 7 == 0 ? "<desc>a &amp; b</desc>" : "");
        cents += i * 100 + 25;
    }
    const auto reading = read_audit(sample);
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->ledger.postings.size(), 20'000U);
    EXPECT_EQ(reading->ledger.source_total.cents(), cents);
    EXPECT_EQ(reading->ledger.postings.back().row, 12U + 19'999U);
}

}  // namespace
}  // namespace begroot::exchange::test
