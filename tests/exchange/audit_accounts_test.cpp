#include "exchange/detail/audit_accounts.hpp"

#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

/// Lists accounts of these types, books on the first, and gives its side or why there is none.
std::string side_of_first(const std::vector<std::string>& types, const std::string& rgs = "",
                          const std::vector<AccountKind>& kinds = {}) {
    AuditFindings findings("f.xaf");
    AuditAccounts accounts(kinds, findings);
    for (std::size_t i = 0; i < types.size(); ++i) {
        accounts.list({std::to_string(4000 + i), "", types[i], i == 0 ? rgs : ""}, 1);
    }
    const AuditAccount& account = accounts.book("4000", 9);
    if (!account.side) return account.doubt;
    return *account.side == Side::balance ? "balans" : *account.side == Side::income ? "baten" : "lasten";
}

TEST(AccountType, OfTheStandardIsBalanceOrAsksForMore) {
    EXPECT_EQ(side_of_first({"B", "P"}), "balans");
    EXPECT_EQ(side_of_first({"P", "B"}), "soort P");
    EXPECT_EQ(side_of_first({"P", "B"}, "WOvbOvs"), "baten");
    EXPECT_EQ(side_of_first({"P", "B"}, "WPerLes"), "lasten");
    EXPECT_EQ(side_of_first({"P", "B"}, "WFbe"), "soort P");
    EXPECT_EQ(side_of_first({"M", "B", "P"}), "soort M");
    EXPECT_EQ(side_of_first({"M", "B", "P"}, "BEivGok"), "balans");
    EXPECT_EQ(side_of_first({""}), "zonder soort");
}

TEST(AccountType, OfLoosePackagesIsKnownByItsWords) {
    for (const char* word : {"BAL", "Balans", "BAS", "Blns", "Activa", "Passiva", "A"}) {
        EXPECT_EQ(side_of_first({word}), "balans") << word;
    }
    for (const char* word :
         {"R", "V/W", "W/V", "W", "PNL", "V W", "L", "Winst & verlies", "Winst en Verlies", "WenV", "VW"}) {
        EXPECT_EQ(side_of_first({word}, "WPer"), "lasten") << word;
        EXPECT_EQ(side_of_first({word}), std::string("soort ") + word);
    }
    EXPECT_EQ(side_of_first({"Kosten"}), "lasten");
    EXPECT_EQ(side_of_first({"Opbrengsten"}), "baten");
}

TEST(AccountType, OfFourLettersIsActivaPassivaBatenLasten) {
    EXPECT_EQ(side_of_first({"P", "A", "B", "L"}), "balans");
    EXPECT_EQ(side_of_first({"B", "A", "P", "L"}), "baten");
    EXPECT_EQ(side_of_first({"L", "A", "P", "B"}), "lasten");
    EXPECT_EQ(side_of_first({"A", "B", "P", "L"}), "balans");
}

TEST(AccountType, OfSomeOfTheFourLettersIsNotGuessed) {
    EXPECT_EQ(side_of_first({"P", "A"}), "soort P");
    EXPECT_EQ(side_of_first({"B", "L"}), "soort B");
    EXPECT_EQ(side_of_first({"B", "L"}, "WOvb"), "baten");
}

TEST(AccountType, ThatItsRgsCodeDeniesIsNotGuessed) {
    EXPECT_EQ(side_of_first({"B"}, "WPerLes"), "soort B, maar RGS-code WPerLes");
    EXPECT_EQ(side_of_first({"P"}, "BLimBan"), "soort P, maar RGS-code BLimBan");
    EXPECT_EQ(side_of_first({"P"}, "RGS-1"), "soort P");
}

TEST(AccountSide, IsWhatTheModelSays) {
    EXPECT_EQ(side_of_first({"P"}, "", {{Side::expense, "4*"}}), "lasten");
    EXPECT_EQ(side_of_first({"B"}, "", {{Side::expense, "4*"}}), "lasten");
    EXPECT_EQ(side_of_first({"P"}, "", {{Side::expense, "4*"}, {Side::income, "4000"}}),
              "valt in het model onder 4* en 4000");
}

TEST(AccountSide, OfTheModelAgainstTheFileIsAFinding) {
    AuditFindings findings("f.xaf");
    const std::vector<AccountKind> kinds{{Side::expense, "4*"}};
    AuditAccounts accounts(kinds, findings);
    accounts.list({"4000", "Bank", "B", ""}, 1);
    (void)accounts.book("4000", 9);
    (void)accounts.book("4000", 10);
    const Findings told = findings.take();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(
        to_text(told[0]),
        "waarschuwing rekeningsoort_tegenstrijdig: f.xaf, regel 9: rekening 4000 Bank is in het model lasten en in "
        "het bestand balans; het model geldt. Controleer rekeningsoort onder [[bron]].");
}

TEST(AuditAccounts, ReportWhatIsListedTwiceOrNotAtAll) {
    AuditFindings findings("f.xaf");
    AuditAccounts accounts({}, findings);
    accounts.list({"1500", "Bank", "B", ""}, 1);
    accounts.list({"1500", "Kas", "B", ""}, 2);
    accounts.list({"1500", "Bank", "B", ""}, 3);
    (void)accounts.book("1500", 8);
    (void)accounts.book("9999", 9);
    accounts.report_missing();
    EXPECT_EQ(accounts.listed(), 1U);
    const Findings told = findings.take();
    ASSERT_EQ(told.size(), 3U);
    EXPECT_EQ(told[0].found, "rekening 1500 Kas staat twee keer in het rekeningschema; de eerste geldt: 1500 Bank");
    EXPECT_EQ(told[1].found, "rekening 1500 Bank staat twee keer in het rekeningschema");
    EXPECT_EQ(to_text(told[2]),
              "waarschuwing rekening_niet_in_schema: f.xaf, regel 9: rekening 9999 staat niet in het "
              "rekeningschema en heeft 1 boeking (verwacht: elke rekening met soort en naam onder "
              "generalLedger).");
}

TEST(AuditAccounts, NameTheAccountsThatNobodyDecides) {
    AuditFindings findings("f.xaf");
    AuditAccounts accounts({}, findings);
    EXPECT_FALSE(accounts.undecided());
    accounts.list({"8100", "Rijksbijdrage", "P", ""}, 1);
    for (int i = 0; i < 6; ++i) (void)accounts.book(std::to_string(4100 + i), 20);
    (void)accounts.book("8100", 30);
    const auto error = accounts.undecided();
    ASSERT_TRUE(error);
    EXPECT_EQ(
        to_text(*error),
        "regel 30: van 7 rekeningen is niet te zien of het baten, lasten of balans is: 8100 Rijksbijdrage (soort P), "
        "4100 (niet in het rekeningschema), 4101 (niet in het rekeningschema), 4102 (niet in het rekeningschema), "
        "4103 (niet in het rekeningschema) en 2 andere (verwacht: een RGS-code in het bestand, of rekeningsoort in "
        "het model). Zet onder [[bron]], na controle, rekeningsoort = { baten = [\"8*\"], lasten = [\"4*\"] }.");
}

}  // namespace
}  // namespace begroot::exchange::detail
