#include "exchange/finding_match.hpp"
#include "exchange/ledger_sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;

TestRows balanced() {
    return {ledger_head(), posting_row({.entry = 1, .debit = 10}),
            posting_row({.entry = 1, .account = "1600", .credit = 10, .type = "Passiva"})};
}

TEST(LedgerTotals, AgreeWithThePostings) {
    const auto reading = read_postings(balanced() + TestRows{ledger_total("Totaal", formula(10), formula(10))});
    ASSERT_TRUE(reading) << to_text(reading.error());
    ASSERT_EQ(reading->ledger.controls.size(), 2U);
    EXPECT_EQ(reading->ledger.controls[0].label, "Totaal, Bedrag debet");
    EXPECT_EQ(reading->ledger.controls[1].imported, Money::from_euros(10));
    EXPECT_TRUE(reading->report.findings.empty()) << listed(reading->report.findings);
}

TEST(LedgerTotals, ReportADifference) {
    const auto reading = read_postings(balanced() + TestRows{ledger_total("Eindtotaal", 10, 12.5)});
    ASSERT_TRUE(reading);
    const Findings found = of_kind(reading->report.findings, "totaal_klopt_niet");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].place.cell, "J4");
    EXPECT_EQ(found[0].expected, "de som van de boekingen: € 10,00, verschil € 2,50");
}

TEST(LedgerTotals, AreCheckedPerBlockWhenThereAreSeveral) {
    const TestRows second{posting_row({.entry = 2, .debit = 5}),
                          posting_row({.entry = 2, .account = "1600", .credit = 5, .type = "Passiva"})};
    const auto reading = read_postings(balanced() + TestRows{ledger_total("Totaal", 10, 10)} + second +
                                       TestRows{ledger_total("Totaal", 5, 5), ledger_total("Totaal generaal", 15, 15)});
    ASSERT_TRUE(reading);
    EXPECT_TRUE(reading->report.findings.empty()) << listed(reading->report.findings);
    EXPECT_EQ(reading->ledger.controls.size(), 6U);
}

TEST(LedgerTotals, TellOfAFormulaWithoutValueAndCheckTheOther) {
    const auto reading = read_postings(balanced() + TestRows{ledger_total("Totaal", not_computed(), 10)});
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(of_kind(reading->report.findings, "formule_zonder_waarde").size(), 1U);
    EXPECT_EQ(reading->ledger.controls.size(), 1U);
}

TEST(JournalEntries, WarnWhenOneDoesNotBalance) {
    const auto reading = read_postings(balanced() + TestRows{posting_row({.entry = 7, .debit = 3})});
    ASSERT_TRUE(reading);
    const Findings found = of_kind(reading->report.findings, "journaalpost_niet_in_evenwicht");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].severity, Severity::warning);
    EXPECT_EQ(found[0].found, "journaalpost 7 heeft een verschil van € 3,00");
    EXPECT_EQ(found[0].place.cell, "I4");
}

TEST(JournalEntries, MayStandInAnyOrder) {
    const auto reading =
        read_postings({ledger_head(), posting_row({.entry = 1, .debit = 10}), posting_row({.entry = 2, .debit = 5}),
                       posting_row({.entry = 1, .account = "1600", .credit = 10, .type = "Passiva"}),
                       posting_row({.entry = 2, .account = "1600", .credit = 5, .type = "Passiva"})});
    ASSERT_TRUE(reading);
    EXPECT_TRUE(reading->report.findings.empty()) << listed(reading->report.findings);
}

TEST(JournalEntries, AreNotJudgedWithoutBalanceAccounts) {
    const auto reading = read_postings({ledger_head(), posting_row({.debit = 10})});
    ASSERT_TRUE(reading);
    EXPECT_EQ(of_kind(reading->report.findings, "journaalposten_niet_gecontroleerd").size(), 1U);
    EXPECT_TRUE(of_kind(reading->report.findings, "journaalpost_niet_in_evenwicht").empty());
}

/// A list of balances: account, name, cost centre, amount.
TestRows balances(const TestRows& rows) {
    return TestRows{{"Rekening", "Rekeningnaam", "Kostenplaats", "Type rekening", "Saldo"}} + rows;
}

Result<LedgerReading> read_balances(const TestRows& rows) {
    SourceSettings settings = ledger_settings();
    settings.profile = "grootboekmutaties";
    settings.columns.clear();
    settings.period = 3;
    return read_ledger(make_workbook(balances(rows)), settings);
}

TEST(AccountTotals, AreNotCountedAgain) {
    const std::vector<TestRow> totals{{"4010 Totaal", "", "", "", 600},
                                      {"4010", "Total 4010", "", "Kosten", 600},
                                      {"4010", "Subtotaal", "", "Kosten", 600},
                                      {"4010", "Salaris", "Totaal", "Kosten", 600},
                                      {"4010", "Salaris totaal", "", "Kosten", 600}};
    for (const TestRow& total : totals) {
        const auto reading = read_balances({{"4010", "Salaris", "100", "Kosten", 500},
                                            {"4010", "Salaris", "200", "Kosten", 100},
                                            total,
                                            {"4020", "Huur", "100", "Kosten", 7}});
        ASSERT_TRUE(reading) << to_text(reading.error());
        EXPECT_EQ(reading->ledger.source_total, Money::from_euros(607));
        ASSERT_EQ(reading->ledger.controls.size(), 1U);
        EXPECT_EQ(reading->ledger.controls[0].imported, Money::from_euros(600));
        EXPECT_FALSE(has_error(reading->report.findings)) << listed(reading->report.findings);
    }
}

TEST(AccountTotals, MustAddUpWhereTheyAreCertain) {
    const auto reading =
        read_balances({{"4010", "Salaris", "100", "Kosten", 500}, {"4010", "Totaal", "", "Kosten", 600}});
    ASSERT_TRUE(reading);
    EXPECT_EQ(of_kind(reading->report.findings, "totaal_klopt_niet").size(), 1U);
    EXPECT_EQ(reading->ledger.source_total, Money::from_euros(500));
}

TEST(AccountTotals, AreANameWhereTheWordMayBePartOfIt) {
    const auto reading =
        read_balances({{"4010", "Salaris", "", "Kosten", 500}, {"4020", "Inhuur totaal", "", "Kosten", 70}});
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->ledger.source_total, Money::from_euros(570));
}

TEST(BalanceTotals, AreCheckedToo) {
    const auto reading = read_balances({{"4010", "Salaris", "", "Kosten", 500}, {"Eindtotaal", "", "", "", 499}});
    ASSERT_TRUE(reading);
    const Findings found = of_kind(reading->report.findings, "totaal_klopt_niet");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].place.cell, "E3");
}

TEST(GroupAccounts, AreToldWhereTheyAreTheSumOfOthers) {
    const auto reading = read_balances({{"4", "Lasten", "", "Kosten", 150},
                                        {"40", "Personeel", "", "Kosten", 150},
                                        {"4010", "Salaris", "", "Kosten", 100},
                                        {"4020", "Inhuur", "", "Kosten", 50}});
    ASSERT_TRUE(reading);
    EXPECT_EQ(of_kind(reading->report.findings, "groepsrekening").size(), 2U) << listed(reading->report.findings);
    const auto other = read_balances({{"40", "Personeel", "", "Kosten", 150},
                                      {"4010", "Salaris", "", "Kosten", 100},
                                      {"4020", "Inhuur", "", "Kosten", 51}});
    ASSERT_TRUE(other);
    EXPECT_TRUE(of_kind(other->report.findings, "groepsrekening").empty());
    const auto one = read_balances({{"401", "Salaris", "", "Kosten", 100}, {"4010", "Toelage", "", "Kosten", 100}});
    ASSERT_TRUE(one);
    EXPECT_TRUE(of_kind(one->report.findings, "groepsrekening").empty()) << "one pair may be chance";
}

}  // namespace
}  // namespace begroot::exchange
