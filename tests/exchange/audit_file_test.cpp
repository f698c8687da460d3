// Auditfiles as packages write them: every dialect, and what is wrong with them.

#include "exchange/audit_file.hpp"

#include "audit_sample.hpp"

#include <gtest/gtest.h>

namespace begroot::exchange::test {
namespace {

constexpr const char* usual = "2025/1 4000 12/1 12100 kp=100 kd=P1\n2025/1 1500 12/2 -12100\n";

TEST(AuditFile, GivesPostingsWithTheirLine) {
    const auto reading = read_audit(AuditSample{});
    EXPECT_EQ(posting_lines(reading), usual);
    ASSERT_TRUE(reading);
    EXPECT_EQ(finding_kinds(reading), "");
    const Posting& posting = reading->ledger.postings.front();
    EXPECT_EQ(to_text(to_place(posting.origin())), "mutaties.xaf, regel 13");
    EXPECT_EQ(posting.origin().sheet->sha256, "ab");
    EXPECT_EQ(posting.account_name, "Salarissen");
    EXPECT_EQ(posting.coding->side, Side::expense);
    EXPECT_EQ(posting.coding->journal.text(), "70");
    EXPECT_EQ(posting.description, "Salaris");
    EXPECT_EQ(reading->ledger.postings.back().description, "Januari");
    EXPECT_EQ(reading->ledger.source_total, Money());
    EXPECT_EQ(reading->summary.version, "3.2");
    EXPECT_EQ(reading->summary.software, "Pakket 7");
    EXPECT_EQ(reading->summary.company, "SWV Voorbeeld");
    EXPECT_EQ(reading->summary.accounts, 3U);
    EXPECT_EQ(reading->summary.journals, 1U);
    EXPECT_EQ(reading->summary.transactions, 1U);
    EXPECT_EQ(reading->summary.last_day, "2025-12-31");
}

TEST(AuditFile, IsReadWhateverItsNamespace) {
    AuditSample sample;
    for (const char* name_space : {"", "http://www.auditfiles.nl/XAF/4.0", "HTTP://WWW.AUDITFILES.NL/XAF/3.2"}) {
        sample.name_space = name_space;
        EXPECT_EQ(posting_lines(read_audit(sample)), usual) << name_space;
    }
    sample.name_space = "";
    EXPECT_EQ(findings_of(read_audit(sample), "auditfile_naamruimte"),
              "melding auditfile_naamruimte: mutaties.xaf, regel 1: het auditfile heeft geen naamruimte; gelezen als "
              "versie 3.x.\n");
}

TEST(AuditFile, IsReadUnderAnyPrefix) {
    std::string text = AuditSample{}.text();
    std::string prefixed;
    for (std::size_t i = 0; i < text.size(); ++i) {
        prefixed += text[i];
        if (text[i] != '<' || text[i + 1] == '?') continue;
        if (text[i + 1] == '/') prefixed += text[++i];
        prefixed += "a:";
    }
    prefixed.replace(prefixed.find("xmlns="), 6, "xmlns:a=");
    const auto reading = read_audit(std::string_view(prefixed));
    EXPECT_EQ(posting_lines(reading), usual);
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->summary.version, "3.2");
}

TEST(AuditFile, OfVersion4HasOtherWords) {
    AuditSample sample;
    sample.name_space = "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/XmlauditfileXAF_4.0";
    sample.accounts =
        "<ledgerAccount><accID>1500</accID><accDesc>Bank</accDesc><accTp>B</accTp></ledgerAccount>\n"
        "<ledgerAccount><accID>4000</accID><accDesc>x</accDesc><accTp>P</accTp><RGScode>WPerLes</RGScode></"
        "ledgerAccount>";
    sample.lines = audit_line("4000", "121", "D", "<cost>100</cost><product/><project>P1</project>") +
                   audit_line("1500", "121", "C");
    const auto reading = read_audit(sample);
    EXPECT_EQ(posting_lines(reading), "2025/1 4000 12/1 12100 kp=100 kd=P1\n2025/1 1500 12/1 -12100\n");
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->summary.version, "4.0");
    sample.name_space = "x";
    sample.header += "<RGSVersion>3.7</RGSVersion>";
    sample.accounts += "<ledgerAccount/>";
    std::string text = sample.text();
    text.replace(text.find("<companyIdent>1</companyIdent>"), 30, "<Commercenr>12345678</Commercenr>");
    const auto loose = read_audit(std::string_view(text));
    ASSERT_TRUE(loose);
    EXPECT_EQ(loose->summary.version, "4.0");
}

TEST(AuditFile, OfClair2HasDebitAndCreditApart) {
    const std::string_view text =
        "<auditfile><header><auditfileVersion>CLAIR2.00.00</auditfileVersion><companyName>SWV</companyName>"
        "<fiscalYear>2025</fiscalYear><currencyCode>EUR</currencyCode><productID>NAV</productID></header>\n"
        "<generalLedger><taxonomy/><ledgerAccount><accountID>1500</accountID><accountDesc>Bank</accountDesc>"
        "<accountType>Balans</accountType></ledgerAccount><ledgerAccount><accountID>4000</accountID>"
        "<accountDesc>Loon</accountDesc><accountType>Kosten</accountType></ledgerAccount></generalLedger>\n"
        "<customersSuppliers><customerSupplier><type>Debiteur</type></customerSupplier></customersSuppliers>\n"
        "<transactions><numberEntries>1</numberEntries><totalDebit>1005.500</totalDebit><totalCredit>1005.500</"
        "totalCredit>"
        "<journal><journalID>M</journalID><description>Memo</description><type/>"
        "<transaction><transactionID>9</transactionID><description>x</description><period>02</period>"
        "<transactionDate>2025-02-01</transactionDate>\n<line><recordID>1</recordID><accountID>4000</accountID>"
        "<debitAmount>1005.500</debitAmount><creditAmount/><costDesc>KP1</costDesc><vat><vatCode>0</vatCode></vat></"
        "line>\n"
        "<line><recordID>2</recordID><accountID>1500</accountID><creditAmount>1005.500</creditAmount></line>"
        "</transaction></journal></transactions></auditfile>";
    const auto reading = read_audit(text);
    EXPECT_EQ(posting_lines(reading), "2025/2 4000 9/1 100550 kp=KP1\n2025/2 1500 9/2 -100550\n");
    ASSERT_TRUE(reading);
    EXPECT_EQ(finding_kinds(reading), "");
    EXPECT_EQ(reading->summary.version, "CLAIR2");
    EXPECT_EQ(reading->summary.software, "NAV");
}

TEST(AuditFile, KeepsTheSignOfANegativeAmount) {
    AuditSample sample;
    sample.lines = audit_line("4000", "-2985.26", "D") + audit_line("1500", "-2985.26", "C");
    sample.totals = "<linesCount>2</linesCount><totalDebit>-2985.26</totalDebit><totalCredit>-2985.26</totalCredit>";
    EXPECT_EQ(posting_lines(read_audit(sample)), "2025/1 4000 12/1 -298526\n2025/1 1500 12/1 298526\n");
    EXPECT_EQ(findings_of(read_audit(sample), "controletotaal_wijkt_af"), "");
    sample.totals = "<totalDebit>2985.26</totalDebit><totalCredit>2985.26</totalCredit>";
    EXPECT_EQ(findings_of(read_audit(sample), "controletotaal_wijkt_af"), "");
    const auto reading = read_audit(sample);
    ASSERT_TRUE(reading);
    ASSERT_EQ(reading->ledger.controls.size(), 2U);
    EXPECT_EQ(reading->ledger.controls[0].printed, reading->ledger.controls[0].imported);
}

TEST(AuditFile, ReportsControlTotalsAndRefusesNothing) {
    AuditSample sample;
    sample.totals = "<linesCount>3</linesCount><totalDebit>120.00</totalDebit><totalCredit>121.00</totalCredit>";
    EXPECT_EQ(
        findings_of(read_audit(sample), "controletotaal_wijkt_af"),
        "waarschuwing controletotaal_wijkt_af: mutaties.xaf: linesCount van de boekingen is 3 (verwacht: de telling: "
        "2). Een te veel telt Uniconta altijd; anders: controleer of het bestand volledig is.\n"
        "waarschuwing controletotaal_wijkt_af: mutaties.xaf: totalDebit van de boekingen is € 120,00 (verwacht: de "
        "telling: € 121,00, verschil € -1,00). Controleer of de export volledig is.\n");
}

TEST(AuditFile, ReportsATransactionThatDoesNotBalance) {
    AuditSample sample;
    sample.lines = audit_line("4000", "10", "D", "<costID>1</costID>") + audit_line("1500", "9.99", "C");
    EXPECT_EQ(finding_kinds(read_audit(sample)), "journaalpost_niet_in_evenwicht ");
}

TEST(AuditFile, RefusesAnAmountOfWhichTheSideIsUnknown) {
    AuditSample sample;
    sample.lines = audit_line("4000", "10", "X");
    EXPECT_EQ(posting_lines(read_audit(sample)),
              "mutaties.xaf, regel 13: \"X\" is geen debet of credit (verwacht: D of C in amntTp). Maak het auditfile "
              "opnieuw; blijft het zo, meld het de leverancier van het pakket.");
    sample.lines = "<trLine><accID>4000</accID><amnt>5</amnt></trLine>";
    EXPECT_NE(posting_lines(read_audit(sample)).find("niet te zien of dit bedrag debet of credit is"),
              std::string::npos);
    sample.lines = audit_line("4000", "1O", "D");
    EXPECT_NE(posting_lines(read_audit(sample)).find("\"1O\" is geen bedrag"), std::string::npos);
}

TEST(AuditFile, LeavesOutAndReportsALineWithoutAmountAccountOrPeriod) {
    AuditSample sample;
    sample.lines += audit_line("4000", "", "D") + audit_line("", "5.00", "D");
    const auto reading = read_audit(sample);
    EXPECT_EQ(posting_lines(reading), usual);
    EXPECT_EQ(finding_kinds(reading), "boeking_zonder_bedrag regel_zonder_rekening journaalpost_niet_in_evenwicht ");
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->report.skipped.size(), 2U);
    sample = {};
    sample.head = "<nr>12</nr><periodNumber>Q</periodNumber>";
    EXPECT_EQ(
        posting_lines(read_audit(sample)),
        "mutaties.xaf, regel 12: geen enkele boeking gelezen: de periode van de boeking op rekening 4000 is niet te "
        "lezen: \"Q\"; de boeking telt niet mee (verwacht: een periode van 1 tot en met 12, of een die het bestand "
        "zelf noemt). Maak het auditfile opnieuw; blijft het zo, meld het de leverancier van het pakket.");
}

TEST(AuditFile, TakesTheSideThatHasAnAmountAndRefusesTwoThatDiffer) {
    AuditSample sample;
    sample.lines = audit_line("4000", "50.00", "D", "<debitAmount/><costID>1</costID>") +
                   audit_line("1500", "", "", "<debitAmount/><creditAmount>50</creditAmount>");
    EXPECT_EQ(posting_lines(read_audit(sample)), "2025/1 4000 12/1 5000 kp=1\n2025/1 1500 12/1 -5000\n");
    sample.lines = audit_line("4000", "50.00", "D", "<debitAmount>50</debitAmount><costID>1</costID>");
    EXPECT_EQ(posting_lines(read_audit(sample)), "2025/1 4000 12/1 5000 kp=1\n");
    sample.lines = audit_line("4000", "50.00", "D", "<debitAmount>121.00</debitAmount>");
    EXPECT_EQ(
        posting_lines(read_audit(sample)),
        "mutaties.xaf, regel 13: debitAmount en creditAmount geven € 121,00, maar amnt geeft € 50,00 (verwacht: "
        "een bedrag bij elke boeking). Maak het auditfile opnieuw; blijft het zo, meld het de leverancier van het "
        "pakket.");
}

TEST(AuditFile, WithThreeDecimalsIsRefusedUnlessTheModelSaysWhatThePointIs) {
    AuditSample sample;
    sample.lines = audit_line("4000", "12.500", "D", "<costID>1</costID>") + audit_line("1500", "12.500", "C");
    EXPECT_EQ(
        posting_lines(read_audit(sample)),
        "mutaties.xaf, regel 13: \"12.500\" kan duizend of decimalen betekenen: geen ander bedrag in het bestand "
        "laat zien dat de punt voor de decimalen staat (verwacht: bedragen met een decimale punt, zoals 1234.56). "
        "Vergelijk dit bedrag met het pakket: zijn het decimalen, zet dan decimaal = \"punt\" onder [[bron]]; is "
        "het duizend, maak het auditfile dan opnieuw.");
    SourceSettings settings{"", "", {}, {2025}, {}};
    settings.decimal_mark = DecimalMark::point;
    EXPECT_EQ(posting_lines(read_audit(sample, settings)), "2025/1 4000 12/1 1250 kp=1\n2025/1 1500 12/1 -1250\n");
    EXPECT_EQ(finding_kinds(read_audit(sample, settings)), "");
    sample.totals = "<totalDebit>12.50</totalDebit>";
    EXPECT_EQ(
        findings_of(read_audit(sample), "bedragen_met_drie_decimalen"),
        "waarschuwing bedragen_met_drie_decimalen: mutaties.xaf, regel 13: 2x precies drie decimalen; \"12.500\" is "
        "het eerste, en gelezen met een decimale punt (verwacht: twee decimalen). Vergelijk dit bedrag met het "
        "pakket; is het duizend, maak het auditfile dan opnieuw.\n");
}

TEST(AuditFile, TakesTheCodeOfACostCentreBeforeItsDescription) {
    AuditSample sample;
    sample.lines = audit_line("4000", "5", "D", "<costID>100</costID><costDesc>Bestuur</costDesc>") +
                   audit_line("4000", "6", "D", "<costDesc>Bestuur</costDesc>");
    EXPECT_EQ(posting_lines(read_audit(sample)), "2025/1 4000 12/1 500 kp=100\n2025/1 4000 12/1 600 kp=Bestuur\n");
    const SourceSettings described{"", "", {{"kostenplaats", "costDesc"}}, {2025}, {}};
    EXPECT_EQ(posting_lines(read_audit(sample, described)),
              "2025/1 4000 12/1 500 kp=Bestuur\n2025/1 4000 12/1 600 kp=Bestuur\n");
}

TEST(AuditFile, TakesTheMonthOfTheDateWhereThePeriodIsLeftOut) {
    AuditSample sample;
    sample.head = "<nr>12</nr><trDt>28-02-2025</trDt>";
    const auto reading = read_audit(sample);
    EXPECT_EQ(posting_lines(reading), "2025/2 4000 12/1 12100 kp=100 kd=P1\n2025/2 1500 12/2 -12100\n");
    EXPECT_EQ(finding_kinds(reading), "periode_uit_datum ");
}

TEST(AuditFile, TellsOfABrokenBookYear) {
    AuditSample sample;
    sample.header = "<fiscalYear>2024-2025</fiscalYear><startDate>2024-08-01</startDate>";
    sample.head = "<nr>12</nr><periodNumber>1</periodNumber><trDt>2024-08-31</trDt>";
    EXPECT_EQ(posting_lines(read_audit(sample)), "2024/8 4000 12/1 12100 kp=100 kd=P1\n2024/8 1500 12/2 -12100\n");
    EXPECT_EQ(finding_kinds(read_audit(sample)), "boekjaar_gebroken ");
}

TEST(AuditFile, RefusesWhatHasNoYearOrAnotherCurrency) {
    AuditSample sample;
    sample.header = "<curCode>EUR</curCode>";
    EXPECT_NE(posting_lines(read_audit(sample)).find("noemt geen boekjaar"), std::string::npos);
    sample.header = "<fiscalYear>2025</fiscalYear><curCode>USD</curCode>";
    EXPECT_NE(posting_lines(read_audit(sample)).find("de bedragen zijn in \"USD\""), std::string::npos);
}

TEST(AuditFile, AsksForTheKindOfAccountsThatItDoesNotTell) {
    AuditSample sample;
    sample.accounts =
        "<ledgerAccount><accID>1500</accID><accTp>B</accTp></ledgerAccount>"
        "<ledgerAccount><accID>4000</accID><accDesc>Loon</accDesc><accTp>P</accTp></ledgerAccount>";
    EXPECT_EQ(
        posting_lines(read_audit(sample)),
        "mutaties.xaf, regel 10: van 1 rekening is niet te zien of het baten, lasten of balans is: 4000 Loon (soort "
        "P) (verwacht: een RGS-code in het bestand, of rekeningsoort in het model). Zet onder [[bron]], na "
        "controle, rekeningsoort = { lasten = [\"4*\"] }.");
    EXPECT_EQ(posting_lines(read_audit(sample, {"", "", {}, {2025}, {{Side::expense, "4000-4999"}}})), usual);
}

TEST(AuditFile, TellsThatNoLineHasACostCentre) {
    AuditSample sample;
    sample.lines = audit_line("4000", "5", "D", "<costID/><prodID/><projID/>") + audit_line("1500", "5", "C");
    const std::string told = findings_of(read_audit(sample), "verbijzondering_ontbreekt");
    EXPECT_NE(told.find("de weergave Financiële mutaties"), std::string::npos) << told;
}

TEST(AuditFile, TakesTheProductBeforeTheProjectUnlessTheModelSaysOtherwise) {
    AuditSample sample;
    sample.lines =
        audit_line("4000", "5", "D", "<prodID>PR</prodID><projID>PJ</projID>") + audit_line("1500", "5", "C");
    EXPECT_EQ(posting_lines(read_audit(sample)), "2025/1 4000 12/1 500 kd=PR\n2025/1 1500 12/1 -500\n");
    EXPECT_EQ(finding_kinds(read_audit(sample)), "kostendrager_en_project ");
    const SourceSettings project{"", "", {{"kostendrager", "projID"}, {"kostenplaats", "prodID"}}, {2025}, {}};
    EXPECT_EQ(posting_lines(read_audit(sample, project)), "2025/1 4000 12/1 500 kp=PR kd=PJ\n2025/1 1500 12/1 -500\n");
    EXPECT_EQ(finding_kinds(read_audit(sample, project)), "");
    const SourceSettings wrong{"", "", {{"kostendrager", "docRef"}}, {2025}, {}};
    EXPECT_NE(posting_lines(read_audit(sample, wrong)).find("\"docRef\" is in een auditfile geen kostendrager"),
              std::string::npos);
    const SourceSettings other{"", "", {{"rekening", "accID"}}, {2025}, {}};
    EXPECT_NE(posting_lines(read_audit(sample, other)).find("ligt in een auditfile vast"), std::string::npos);
}

TEST(AuditFile, NamesTheCostCentresThatTheFileNamesOnce) {
    AuditSample sample;
    sample.accounts +=
        "<basics><basic><basicType>12</basicType><basicID>100</basicID><basicDesc>Bestuur</basicDesc></basic>"
        "<basic><basicType>14</basicType><basicID>P1</basicID><basicDesc>a</basicDesc></basic>"
        "<basic><basicType>23</basicType><basicID>P1</basicID><basicDesc>b</basicDesc></basic></basics>";
    const auto reading = read_audit(sample);
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->summary.cost_centre_names, (std::map<std::string, std::string>{{"100", "Bestuur"}}));
    EXPECT_TRUE(reading->summary.cost_unit_names.empty());
}

TEST(AuditFile, RefusesLinesThatComeBeforeWhatTheyNeed) {
    AuditSample sample;
    sample.lines += "<periodNumber>2</periodNumber>";
    EXPECT_NE(posting_lines(read_audit(sample)).find("periodNumber staat achter de boekingen"), std::string::npos);
}

}  // namespace
}  // namespace begroot::exchange::test
