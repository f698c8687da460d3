#include "ledger/ledger.hpp"

#include "ledger/posting.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

Coding on_account(const std::string& account) {
    Coding coding;
    coding.account = AccountId(account);
    return coding;
}

TEST(Posting, CountsAsAMonthOnlyInPeriodsOneToTwelveOfItsYear) {
    const FiscalYear year{2025};
    struct Case {
        BookPeriod period;
        bool within;
    };
    for (const Case& one :
         {Case{{2025, 1}, true}, Case{{2025, 8}, true}, Case{{2025, 9}, false}, Case{{2025, 0}, false},
          Case{{2025, 13}, false}, Case{{2025, 55}, false}, Case{{2024, 8}, false}}) {
        Coding coding;
        coding.year = {one.period.year};
        Ledger ledger;
        const Posting& posting = ledger.add(coding, {.period_number = one.period.number});
        EXPECT_EQ(is_within(posting.period(), year, Month{2025, 8}), one.within)
            << one.period.year << "/" << one.period.number;
    }
}

TEST(Posting, StaysSmall) { EXPECT_LE(sizeof(Posting), 48U) << "een miljoen boekingen moet in het geheugen passen"; }

TEST(Posting, KnowsItsCell) {
    const auto sheet = std::make_shared<SourceSheet>(SourceSheet{"mutaties.xlsx", "", "Blad1"});
    Coding coding = on_account("4425");
    coding.sheet = sheet;
    Ledger ledger;
    const Posting& posting = ledger.add(coding, {.row = 13, .column = 3});
    EXPECT_EQ(to_text(to_place(posting.origin())), "mutaties.xlsx, blad Blad1, cel D14");
}

TEST(Ledger, StartsEmptyAndAtZero) {
    const Ledger ledger;
    EXPECT_TRUE(ledger.postings.empty());
    EXPECT_TRUE(ledger.source_total.is_zero());
}

TEST(Ledger, KeepsWhatARowSays) {
    Ledger ledger;
    const Posting& posting = ledger.add(on_account("0425"), {"Inhuur", "118/2", "Startoverleg", Money::from_cents(5)});
    EXPECT_EQ(posting.coding->account, AccountId("0425"));
    EXPECT_EQ(posting.account_name, "Inhuur");
    EXPECT_EQ(posting.entry, "118/2");
    EXPECT_EQ(posting.description, "Startoverleg");
    EXPECT_EQ(posting.amount, Money::from_cents(5));
}

TEST(Ledger, MakesRoomWithoutLosingWhatItHas) {
    Ledger ledger;
    ledger.add(on_account("4425"), {.row = 7});
    ledger.make_room(100'000);
    EXPECT_GE(ledger.postings.capacity(), 100'000U);
    ledger.make_room(10);
    ASSERT_EQ(ledger.postings.size(), 1U);
    EXPECT_EQ(ledger.postings[0].row, 7U);
}

TEST(Ledger, KeepsEqualCodesOnce) {
    Ledger ledger;
    ledger.add(on_account("4425"), {});
    ledger.add(on_account("4430"), {});
    ledger.add(on_account("4425"), {});
    EXPECT_EQ(ledger.postings[0].coding, ledger.postings[2].coding);
    EXPECT_NE(ledger.postings[0].coding, ledger.postings[1].coding);
}

TEST(Ledger, TellsCodesApartByEveryOneOfThem) {
    Ledger ledger;
    const Coding plain = on_account("4425");
    std::vector<Coding> all(8, plain);
    all[1].year = {2025};
    all[2].account = AccountId("4430");
    all[3].side = Side::income;
    all[4].cost_centre = CostCentreId("4425");
    all[5].cost_unit = CostUnitId("4425");
    all[6].journal = JournalId("4425");
    all[7].sheet = std::make_shared<SourceSheet>();
    for (const Coding& coding : all) ledger.add(coding, {});
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(*ledger.postings[i].coding, all[i]) << i;
        for (std::size_t j = 0; j < i; ++j) EXPECT_NE(ledger.postings[i].coding, ledger.postings[j].coding) << i;
    }
}

TEST(Ledger, LivesOnInACopy) {
    Ledger copy;
    {
        Ledger ledger;
        ledger.add(on_account("4425"), {.description = "een tekst die in geen handvat past"});
        copy = ledger;
        copy.add(on_account("4430"), {.description = "van de kopie"});
        ledger.add(on_account("4440"), {.description = "van het origineel"});
        EXPECT_EQ(ledger.postings.size(), 2U);
        EXPECT_EQ(ledger.postings[1].description, "van het origineel");
    }
    ASSERT_EQ(copy.postings.size(), 2U);
    EXPECT_EQ(copy.postings[0].description, "een tekst die in geen handvat past");
    EXPECT_EQ(copy.postings[0].coding->account, AccountId("4425"));
    EXPECT_EQ(copy.postings[1].description, "van de kopie");
}

TEST(Ledger, AppendsAnotherWithAllItPointsTo) {
    Ledger all;
    all.add(on_account("4425"), {.description = "eerste", .amount = Money::from_cents(1)});
    all.source_total = Money::from_cents(1);
    {
        Ledger second;
        second.add(on_account("4425"), {.description = "tweede", .amount = Money::from_cents(2)});
        second.source_total = Money::from_cents(2);
        second.controls.push_back({"Totaal", {}, Money::from_cents(2), Money::from_cents(2)});
        append(all, std::move(second));
    }
    ASSERT_EQ(all.postings.size(), 2U);
    EXPECT_EQ(all.postings[0].description, "eerste");
    EXPECT_EQ(all.postings[1].description, "tweede");
    EXPECT_EQ(*all.postings[0].coding, *all.postings[1].coding);
    EXPECT_EQ(all.source_total, Money::from_cents(3));
    EXPECT_EQ(all.controls.size(), 1U);
}

}  // namespace
}  // namespace begroot
