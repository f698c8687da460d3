#include "exchange/ledger_sheet.hpp"

#include "exchange/finding_match.hpp"
#include "exchange/ledger_sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;
using testing::HasSubstr;

TEST(LedgerSheet, ReadsAPostingWithItsCell) {
    const auto reading =
        read_postings({{"Mutaties"}, ledger_head(), posting_row({.entry = 118, .account = "0425", .debit = 612.5})});
    ASSERT_TRUE(reading) << to_text(reading.error());
    ASSERT_EQ(reading->ledger.postings.size(), 1U);
    const Posting& posting = reading->ledger.postings[0];
    EXPECT_EQ(posting.period(), (BookPeriod{2025, 3}));
    EXPECT_EQ(posting.coding->account.text(), "0425");
    EXPECT_EQ(posting.account_name, "Inhuur expertise");
    EXPECT_EQ(posting.coding->side, Side::expense);
    EXPECT_EQ(posting.coding->cost_centre.text(), "300");
    EXPECT_EQ(posting.coding->cost_unit.text(), "OZA");
    EXPECT_EQ(posting.coding->journal.text(), "70");
    EXPECT_EQ(posting.entry, "118/2");
    EXPECT_EQ(posting.description, "Startoverleg");
    EXPECT_EQ(posting.amount, Money::from_cents(61250));
    EXPECT_EQ(to_place(posting.origin()).cell, "I3");
    EXPECT_EQ(reading->ledger.source_total, Money::from_cents(61250));
}

TEST(LedgerSheet, ReadsCreditAsNegativeFromItsOwnCell) {
    const auto reading = read_postings({ledger_head(), posting_row({.credit = 10, .type = "Opbrengsten"})});
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->ledger.postings[0].amount, Money::from_euros(-10));
    EXPECT_EQ(reading->ledger.postings[0].coding->side, Side::income);
    EXPECT_EQ(to_place(reading->ledger.postings[0].origin()).cell, "J2");
}

TEST(LedgerSheet, TakesTheCellThatIsNotZero) {
    const auto reading = read_postings(
        {ledger_head(), posting_row({.debit = 0, .credit = 10}), posting_row({.debit = 10, .credit = 0})});
    ASSERT_TRUE(reading);
    EXPECT_EQ(to_place(reading->ledger.postings[0].origin()).cell, "J2");
    EXPECT_EQ(to_place(reading->ledger.postings[1].origin()).cell, "I3");
    EXPECT_TRUE(of_kind(reading->report.findings, "debet_en_credit").empty());
}

TEST(LedgerSheet, SubtractsWhenBothAreFilledAndSaysSo) {
    const auto reading = read_postings({ledger_head(), posting_row({.debit = 30, .credit = 10})});
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->ledger.postings[0].amount, Money::from_euros(20));
    EXPECT_EQ(of_kind(reading->report.findings, "debet_en_credit").size(), 1U);
}

TEST(LedgerSheet, SkipsAPostingWithoutAmountAndSaysSo) {
    const auto reading =
        read_postings({ledger_head(), posting_row({.debit = 1}), posting_row({}), posting_row({.debit = "-"})});
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->ledger.postings.size(), 1U);
    EXPECT_EQ(of_kind(reading->report.findings, "boeking_zonder_bedrag").size(), 2U);
    EXPECT_THAT(reasons(reading->report), testing::IsSupersetOf({"F3 geen bedrag", "F4 p.m. of streep"}));
}

TEST(LedgerSheet, KnowsTheSideOfEveryType) {
    const std::vector<std::pair<const char*, Side>> cases{{"Kosten", Side::expense},
                                                          {"OPBRENGSTEN", Side::income},
                                                          {"Activa", Side::balance},
                                                          {" Passiva ", Side::balance}};
    for (const auto& [type, side] : cases) {
        const auto reading = read_postings({ledger_head(), posting_row({.debit = 1, .type = type})});
        ASSERT_TRUE(reading) << type;
        EXPECT_EQ(reading->ledger.postings[0].coding->side, side) << type;
    }
}

TEST(LedgerSheet, KeepsOddPeriods) {
    for (const int period : {0, 13, 55}) {
        const auto reading = read_postings({ledger_head(), posting_row({.debit = 1, .period = period})});
        ASSERT_TRUE(reading);
        EXPECT_EQ(reading->ledger.postings[0].period_number, period);
    }
}

TEST(LedgerSheet, ReportsAPeriodItCannotRead) {
    auto row = posting_row({.debit = 5});
    row[4] = "Q1";
    const auto reading = read_postings({ledger_head(), posting_row({.debit = 1}), row});
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->ledger.source_total, Money::from_euros(1));
    EXPECT_EQ(of_kind(reading->report.findings, "periode_onleesbaar").size(), 1U);
    EXPECT_EQ(reading->report.skipped.back().reason, "periode onleesbaar");
}

TEST(LedgerSheet, ReportsAnAmountWithoutAccount) {
    const auto reading =
        read_postings({ledger_head(), posting_row({.debit = 1}), posting_row({.account = "", .debit = 5})});
    ASSERT_TRUE(reading);
    EXPECT_EQ(of_kind(reading->report.findings, "regel_zonder_rekening").size(), 1U);
    EXPECT_TRUE(has_error(reading->report.findings));
}

TEST(LedgerSheet, SkipsAHeaderThatIsRepeatedOnANewPage) {
    const auto reading = read_postings({ledger_head(),
                                        posting_row({.debit = 1}),
                                        {"Pagina 2"},
                                        ledger_head(),
                                        posting_row({.debit = 2}),
                                        {"Einde overzicht"}});
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->ledger.postings.size(), 2U);
    EXPECT_THAT(reasons(reading->report), testing::IsSupersetOf({"A3 tussenkop", "A4 kop", "A6 voettekst"}));
}

TEST(LedgerSheet, WarnsOfAnAxisThatNobodyGaveAMeaning) {
    const auto reading = read_plain({ledger_head(), posting_row({.debit = 1})});
    ASSERT_TRUE(reading);
    const Findings found = of_kind(reading->report.findings, "verbijzonderingsas_zonder_betekenis");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].place.cell, "M1");
    EXPECT_EQ(reading->ledger.postings[0].coding->cost_centre.text(), "");
}

TEST(LedgerSheet, ReadsOneSignedAmount) {
    const auto reading = read_plain({{"Jaar", "Periode", "Rekening", "Omschrijving", "Bedrag", "Type rekening"},
                                     {2025, 1, "4425", "Tekst", -12.5, "Kosten"}});
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->ledger.postings[0].amount, Money::from_cents(-1250));
    EXPECT_EQ(to_place(reading->ledger.postings[0].origin()).cell, "E2");
    EXPECT_EQ(reading->ledger.postings[0].description, "Tekst");
}

TEST(LedgerSheet, ReadsAnAmountWhoseSignStandsInTheDebitCreditColumn) {
    const TestRow head{"Jaar", "Periode", "Rekening", "Bedrag", "D/C", "Type rekening"};
    const auto reading = read_plain({head,
                                     {2025, 1, "4425", 10, "D", "Kosten"},
                                     {2025, 1, "1600", 10, "C", "Passiva"},
                                     {2025, 1, "1600", -3, "C", "Passiva"}});
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->ledger.postings[1].amount, Money::from_euros(-10));
    EXPECT_EQ(reading->ledger.postings[2].amount, Money::from_euros(3));
    EXPECT_EQ(of_kind(reading->report.findings, "teken_van_bedrag").size(), 1U);
}

TEST(LedgerSheet, LeavesASignedAmountAloneBesideDebitCredit) {
    const TestRow head{"Jaar", "Periode", "Rekening", "Bedrag", "D/C", "Type rekening"};
    const auto reading =
        read_plain({head, {2025, 1, "4425", 10, "D", "Kosten"}, {2025, 1, "1600", -10, "C", "Passiva"}});
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->ledger.postings[1].amount, Money::from_euros(-10));
    EXPECT_EQ(reading->ledger.source_total, Money());
}

TEST(LedgerSheet, TellsTwoDescriptionsApart) {
    const auto reading =
        read_plain({{"Jaar", "Periode", "Rekening", "Omschrijving", "Omschrijving", "Bedrag", "Type rekening"},
                    {2025, 1, 4425, "Inhuur", "Startoverleg", 1, "Kosten"}});
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->ledger.postings[0].account_name, "Inhuur");
    EXPECT_EQ(reading->ledger.postings[0].description, "Startoverleg");
}

TEST(LedgerRefusal, NoTypeColumn) {
    auto head = ledger_head();
    head[14] = "Soort";
    const auto reading = read_postings({head, posting_row({.debit = 1})});
    ASSERT_FALSE(reading);
    EXPECT_THAT(reading.error().found, HasSubstr("welke rekeningen baten, lasten of balans zijn"));
}

TEST(LedgerRefusal, UnknownType) {
    const auto reading = read_postings({ledger_head(), posting_row({.debit = 1, .type = "Anders"})});
    ASSERT_FALSE(reading);
    EXPECT_EQ(to_text(reading.error()),
              "test.xlsx, blad Blad1, cel O2: \"Anders\" is geen type rekening (verwacht: Kosten, Opbrengsten, Activa "
              "of Passiva). Vul de kolom aan in de export.");
}

TEST(LedgerRefusal, DebitWithoutCredit) {
    auto head = ledger_head();
    head[9] = "Iets";
    const auto reading = read_postings({head, posting_row({.debit = 1})});
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().found, "een kolom debet zonder credit");
}

TEST(LedgerRefusal, NoAmountColumn) {
    const auto reading = read_plain({{"Jaar", "Periode", "Rekening", "Type rekening"}, {2025, 1, "4425", "Kosten"}});
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().found, "geen kolom met bedragen");
}

TEST(LedgerRefusal, UnknownDebitCredit) {
    const TestRow head{"Jaar", "Periode", "Rekening", "Bedrag", "D/C", "Type rekening"};
    const auto reading =
        read_plain({head, {2025, 1, "4425", 10, "C", "Kosten"}, {2025, 1, "1600", 10, "x", "Passiva"}});
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().place.cell, "E3");
}

TEST(LedgerRefusal, AmountThatCannotBeRead) {
    EXPECT_THAT(to_text(read_postings({ledger_head(), posting_row({.debit = not_computed()})}).error()),
                HasSubstr("cel I2: formule zonder berekende waarde"));
    EXPECT_THAT(to_text(read_postings({ledger_head(), posting_row({.debit = excel_error("#REF!")})}).error()),
                HasSubstr("cel I2: de Excel-fout #VERW!"));
    EXPECT_THAT(to_text(read_postings({ledger_head(), posting_row({.debit = "tien"})}).error()),
                HasSubstr("cel I2: \"tien\" is geen bedrag"));
}

TEST(Ledger, IsTheSameFromAWorkbookThatGoesAsItIsRead) {
    TestRows rows{ledger_head()};
    for (int row = 0; row < 9'000; ++row) {
        if (row % 4'000 == 3'999) rows.emplace_back();
        rows.push_back(posting_row({.entry = row / 2,
                                    .debit = row % 2 == 0 ? TestCell(row) : TestCell(),
                                    .credit = row % 2 == 0 ? TestCell() : TestCell(row - 1),
                                    .period = 1 + row % 12}));
    }
    TestRow below(15);
    below[11] = not_computed();
    rows.push_back(below);
    const workbook::Workbook kept = make_workbook(rows);
    const auto whole = read_ledger(kept, ledger_settings());
    const auto gone = read_ledger(make_workbook(rows), ledger_settings());
    ASSERT_TRUE(whole) << to_text(whole.error());
    ASSERT_TRUE(gone) << to_text(gone.error());
    ASSERT_EQ(whole->ledger.postings.size(), 9'000U);
    ASSERT_EQ(gone->ledger.postings.size(), 9'000U);
    for (std::size_t i = 0; i < whole->ledger.postings.size(); ++i) {
        const Posting& one = whole->ledger.postings[i];
        const Posting& other = gone->ledger.postings[i];
        ASSERT_TRUE(one.row == other.row && one.amount == other.amount && one.entry == other.entry &&
                    one.period() == other.period() && one.description == other.description)
            << "rij " << one.row;
    }
    EXPECT_EQ(gone->ledger.source_total, whole->ledger.source_total);
    ASSERT_EQ(gone->report.skipped.size(), whole->report.skipped.size());
    for (std::size_t i = 0; i < whole->report.skipped.size(); ++i)
        EXPECT_EQ(gone->report.skipped[i].reason, whole->report.skipped[i].reason);
    ASSERT_EQ(gone->report.findings.size(), whole->report.findings.size());
    for (std::size_t i = 0; i < whole->report.findings.size(); ++i)
        EXPECT_EQ(to_text(gone->report.findings[i].place), to_text(whole->report.findings[i].place));
}

TEST(LedgerRefusal, NoPostings) {
    const auto reading = read_postings({ledger_head(), {"Geen mutaties"}});
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().found, "geen enkele boeking onder deze kopregel");
}

}  // namespace
}  // namespace begroot::exchange
