// Auditfiles whose elements stand elsewhere than they belong: what would be left out is refused.

#include "audit_sample.hpp"

#include "exchange/audit_file.hpp"

#include <gtest/gtest.h>

namespace begroot::exchange::test {
namespace {

#define BEGROOT_STRAY_LINE "<trLine><accID>4000</accID><amnt>50.00</amnt><amntTp>D</amntTp></trLine>"
#define BEGROOT_STRAY_TRANSACTION \
    "<transaction><nr>7</nr><periodNumber>3</periodNumber>" BEGROOT_STRAY_LINE "</transaction>"

/// A piece of XML at a place in a file, and the element that the refusal names.
struct Misplaced {
    const char* name;
    std::string AuditSample::* part;
    const char* piece;
    const char* element;
    int line;
};

class MisplacedBooking : public testing::TestWithParam<Misplaced> {};

TEST_P(MisplacedBooking, IsRefusedWithItsLine) {
    AuditSample sample;
    sample.*GetParam().part += GetParam().piece;
    EXPECT_EQ(posting_lines(read_audit(sample)),
              "mutaties.xaf, regel " + std::to_string(GetParam().line) + ": element \"" + GetParam().element +
                  "\" met gegevens staat waar het niet gelezen wordt (verwacht: transactions, daarin journal, daarin "
                  "transaction, daarin trLine, zo geschreven). Maak het auditfile opnieuw; blijft het zo, meld het de "
                  "leverancier van het pakket.");
}

constexpr Misplaced misplaced[] = {
    {"TransactionWithoutJournal", &AuditSample::totals, BEGROOT_STRAY_TRANSACTION, "transaction", 10},
    {"LineWithoutJournal", &AuditSample::totals, BEGROOT_STRAY_LINE, "trLine", 10},
    {"LineInJournal", &AuditSample::journal, BEGROOT_STRAY_LINE, "trLine", 11},
    {"TransactionInWrapper", &AuditSample::journal, "<group>" BEGROOT_STRAY_TRANSACTION "</group>", "transaction", 11},
    {"LinesInWrapper", &AuditSample::lines, "<lines>" BEGROOT_STRAY_LINE "</lines>", "trLine", 15},
    {"LineOfClair2InWrapper", &AuditSample::lines, "<x><y/><line><amnt>1</amnt></line></x>", "line", 15},
    {"TransactionInTransaction", &AuditSample::lines, BEGROOT_STRAY_TRANSACTION, "transaction", 15},
    {"LineInLine", &AuditSample::lines, "<trLine><accID>4000</accID>" BEGROOT_STRAY_LINE "</trLine>", "trLine", 15},
    {"OtherCapitals", &AuditSample::lines, "<TrLine><amnt>50.00</amnt><amntTp>D</amntTp></TrLine>", "TrLine", 15},
    {"OtherTransactions", &AuditSample::before, "<Transactions><Journal><a/></Journal></Transactions>", "Journal", 10},
};

INSTANTIATE_TEST_SUITE_P(All, MisplacedBooking, testing::ValuesIn(misplaced),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(AuditShape, PassesOverWhatTheSchemasHaveAndIsNotRead) {
    const auto plain = posting_lines(read_audit(AuditSample{}));
    AuditSample sample;
    sample.header += "<taxEntity>x</taxEntity>";
    sample.before =
        "<customersSuppliers><customerSupplier><custSupID>1</custSupID><streetAddress><streetname>x</streetname>"
        "<line>huisnummer 1</line></streetAddress></customerSupplier></customersSuppliers>"
        "<vatCodes><vatCode><vatID>1</vatID></vatCode></vatCodes>"
        "<openingBalance><obSubledgers><obSubledger><sbType>CS</sbType><obSbLine><nr>1</nr><amnt>5</amnt></obSbLine>"
        "</obSubledger></obSubledgers></openingBalance>";
    sample.totals =
        "<subledgers><subledger><sbType>CS</sbType><sbLine><nr>1</nr><jrnID>70</jrnID><amnt>5</amnt></sbLine>"
        "</subledger></subledgers>";
    sample.journal += "<offsetAccID>1500</offsetAccID>";
    sample.lines += "<Source/><User>x</User><transaction>12</transaction><trLine2/>";
    EXPECT_EQ(posting_lines(read_audit(sample)), plain);
}

TEST(AuditShape, CountsALineWithNothingInIt) {
    for (const char* line : {"<trLine/>", "<trLine />", "<trLine></trLine>", "<line/>"}) {
        AuditSample sample;
        sample.lines += line;
        const auto reading = read_audit(sample);
        ASSERT_TRUE(reading) << to_text(reading.error());
        EXPECT_EQ(reading->summary.totals.lines, 3U) << line;
        EXPECT_NE(findings_of(reading, "boeking_zonder_bedrag")
                      .find("een boekingsregel heeft geen rekening en geen bedrag en telt niet mee"),
                  std::string::npos)
            << line;
    }
}

TEST(AuditShape, HoldsOneHeaderAndOneCompany) {
    AuditSample sample;
    sample.before = "</company>\n<company>";
    EXPECT_EQ(posting_lines(read_audit(sample)),
              "mutaties.xaf, regel 11: er staat een tweede administratie (company) in het auditfile (verwacht: een "
              "administratie). Exporteer elke administratie apart en noem elk bestand als [[bron]].");
    sample.before = "<header/>";
    EXPECT_NE(posting_lines(read_audit(sample)).find("regel 10: er staat een tweede header"), std::string::npos);
}

TEST(AuditShape, WithTheHeaderBehindTheBookingsSaysSo) {
    EXPECT_NE(posting_lines(read_audit(std::string_view("<auditfile><transactions/></auditfile>")))
                  .find("er staat geen header met het boekjaar voor de boekingen"),
              std::string::npos);
}

TEST(AuditShape, WithTheAccountsBehindTheBookingsSaysSo) {
    AuditSample sample;
    sample.accounts.clear();
    std::string text = sample.text();
    const std::string_view end = "</company>";
    text.insert(text.find(end), "<generalLedger>" + AuditSample{}.accounts + "</generalLedger>");
    EXPECT_NE(posting_lines(read_audit(std::string_view(text)))
                  .find("4000 Salarissen (staat pas achter de boekingen in het rekeningschema)"),
              std::string::npos);
}

}  // namespace
}  // namespace begroot::exchange::test
