#include "mapping/rule.hpp"

#include "mapping/mapping_builder.hpp"
#include "mapping/traits.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

using test::Booked;
using test::Planned;

bool fits_posting(const Condition& condition, const Booked& booked) {
    const Ledger ledger = test::ledger({booked});
    return fits(condition, traits_of(ledger.postings.front()));
}

struct PatternCase {
    const char* pattern;
    const char* text;
    bool fits;
    bool ignore_case = false;
};

class Patterns : public testing::TestWithParam<PatternCase> {};

TEST_P(Patterns, FitTheWholeText) {
    const PatternCase& given = GetParam();
    EXPECT_EQ(fits(Pattern{given.pattern, given.ignore_case}, given.text), given.fits)
        << given.pattern << " op " << given.text;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Patterns,
    testing::Values(PatternCase{"4425", "4425", true}, PatternCase{"4425", "44250", false},
                    PatternCase{"4425", "442", false}, PatternCase{"44*", "4425", true}, PatternCase{"44*", "44", true},
                    PatternCase{"44*", "4325", false}, PatternCase{"*", "", true}, PatternCase{"*", "alles", true},
                    PatternCase{"", "", true}, PatternCase{"", "x", false}, PatternCase{"4?25", "4425", true},
                    PatternCase{"4?25", "425", false}, PatternCase{"?", "", false},
                    PatternCase{"*koersbeken*", "Factuur koersbekenners mei", true},
                    PatternCase{"*koersbeken*", "Factuur Koersbekeners", false},
                    PatternCase{"*koersbeken*", "Factuur KOERSBEKENERS", true, true},
                    PatternCase{"*a*b*c", "xxaxxbxxbxxc", true}, PatternCase{"*a*b*c", "xxaxxbxxbxxcx", false},
                    PatternCase{"a**b", "ab", true}, PatternCase{"caf?", "café", true}, PatternCase{"?én", "één", true},
                    PatternCase{"caf??", "café", false}, PatternCase{"*?x", "éx", true},
                    PatternCase{"*é?n*", "geëvalueerd één", true, true}, PatternCase{"*één*", "BLAD ÉÉN", true, true},
                    PatternCase{"*één*", "BLAD ÉÉN", false}, PatternCase{"ï", "Ï", true, true},
                    PatternCase{"÷", "×", false, true}));

TEST(Pattern, StaysFastWhenEveryStarCouldTakeEverything) {
    // exponential matching would never come back from this
    std::string wanted;
    for (int i = 0; i < 30; ++i) wanted += "*a";
    EXPECT_FALSE(fits(Pattern{wanted + "b", false}, std::string(2'000, 'a')));
}

struct RangeCase {
    const char* first;
    const char* last;
    const char* account;
    bool fits;
};

class AccountRanges : public testing::TestWithParam<RangeCase> {};

TEST_P(AccountRanges, HoldBothEnds) {
    const RangeCase& given = GetParam();
    Condition condition;
    condition.account_ranges = {{given.first, given.last}};
    EXPECT_EQ(fits_posting(condition, {.account = given.account}), given.fits)
        << given.first << "-" << given.last << " op " << given.account;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, AccountRanges,
    testing::Values(RangeCase{"4100", "4199", "4100", true}, RangeCase{"4100", "4199", "4199", true},
                    RangeCase{"4100", "4199", "4099", false}, RangeCase{"4100", "4199", "4200", false},
                    RangeCase{"4100", "4199", "41", false}, RangeCase{"900", "1100", "1000", true},
                    RangeCase{"0100", "0199", "0150", true}, RangeCase{"4100", "4199", "4150A", false},
                    RangeCase{"WBE", "WBF", "WBEabc", true}, RangeCase{"WBE", "WBF", "WPE", false}));

TEST(Condition, AsksAllThatItNames) {
    Condition condition;
    condition.accounts = {{"4425", false}};
    condition.cost_centres = {{"300", false}};
    EXPECT_TRUE(fits_posting(condition, {.account = "4425", .cost_centre = "300"}));
    EXPECT_FALSE(fits_posting(condition, {.account = "4425", .cost_centre = "100"}));
}

TEST(Condition, IsContentWithOneOfAList) {
    Condition condition = test::on_cost_unit("OZA");
    condition.cost_units.push_back({"OT*", false});
    EXPECT_TRUE(fits_posting(condition, {.cost_unit = "OT25"}));
    EXPECT_FALSE(fits_posting(condition, {.cost_unit = "REG"}));
    condition = test::on_account("4425");
    condition.account_ranges = {{"8000", "8999"}};
    EXPECT_TRUE(fits_posting(condition, {.account = "8010"}));
    EXPECT_TRUE(fits_posting(condition, {.account = "4425"}));
    EXPECT_FALSE(fits_posting(condition, {.account = "4426"}));
}

TEST(Condition, WithNothingAskedFitsEverything) { EXPECT_TRUE(fits_posting(Condition{}, {})); }

TEST(Condition, CanAskForAnEmptyCostUnit) {
    const Condition condition = test::on_cost_unit("");
    EXPECT_TRUE(fits_posting(condition, {}));
    EXPECT_FALSE(fits_posting(condition, {.cost_unit = "REG"}));
}

TEST(Condition, LooksAtJournalDescriptionAndPeriodOfAPosting) {
    Condition condition;
    condition.journals = {{"50", false}};
    condition.descriptions = {{"*salaris*", true}};
    condition.periods = {{1, 3}, {8, 8}};
    const Booked fitting{.journal = "50", .description = "Salarissen mei", .period = 3};
    EXPECT_TRUE(fits_posting(condition, fitting));
    Booked other = fitting;
    other.period = 8;
    EXPECT_TRUE(fits_posting(condition, other));
    other.period = 4;
    EXPECT_FALSE(fits_posting(condition, other));
    other = fitting;
    other.journal = "70";
    EXPECT_FALSE(fits_posting(condition, other));
    other = fitting;
    other.description = "Reiskosten";
    EXPECT_FALSE(fits_posting(condition, other));
}

TEST(Condition, OnJournalOrPeriodNeverFitsABudgetLine) {
    const BudgetLine line = test::budget_line({.name = "Koersbekeners"});
    Condition condition;
    condition.descriptions = {{"koers*", true}};
    EXPECT_TRUE(fits(condition, traits_of(line)));
    Condition journal = condition;
    journal.journals = {{"*", false}};
    EXPECT_FALSE(fits(journal, traits_of(line)));
    Condition period = condition;
    period.periods = {{0, 999}};
    EXPECT_FALSE(fits(period, traits_of(line)));
}

TEST(Rule, LooksOnlyAtWhatItIsFor) {
    Rule made = test::rule("alles", {}, {});
    EXPECT_TRUE(looks_at(made, AppliesTo::postings));
    EXPECT_TRUE(looks_at(made, AppliesTo::budget));
    made.applies_to = AppliesTo::postings;
    EXPECT_TRUE(looks_at(made, AppliesTo::postings));
    EXPECT_FALSE(looks_at(made, AppliesTo::budget));
}

}  // namespace
}  // namespace begroot
