#include "plan/amount.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot {
namespace {

struct Printed {
    const char* cell;
    const char* kind;
    std::optional<std::int64_t> cents;
    const char* description;
};

class PlanAmountCells : public testing::TestWithParam<Printed> {};

TEST_P(PlanAmountCells, KeepTheirKindAmountAndWords) {
    const Printed& expected = GetParam();
    const auto amount = parse_plan_amount(expected.cell);
    ASSERT_TRUE(amount) << expected.cell;
    EXPECT_STREQ(kind_name(kind(*amount)), expected.kind) << expected.cell;
    EXPECT_EQ(number(*amount), expected.cents ? std::optional(Money::from_cents(*expected.cents)) : std::nullopt)
        << expected.cell;
    EXPECT_EQ(amount->description, expected.description) << expected.cell;
    EXPECT_EQ(amount->printed, expected.cell);
}

INSTANTIATE_TEST_SUITE_P(
    Cells, PlanAmountCells,
    testing::Values(
        Printed{"€50.000 Expertisedeling gespecialiseerd onderwijs", "bedrag", 5'000'000,
                "Expertisedeling gespecialiseerd onderwijs"},
        Printed{"€20.000 Onderwijs Transparant - > 1Loket", "bedrag", 2'000'000, "Onderwijs Transparant - > 1Loket"},
        Printed{"€ 20.000", "bedrag", 2'000'000, ""}, Printed{"€20.000,-", "bedrag", 2'000'000, ""},
        Printed{"12.500,00", "bedrag", 1'250'000, ""}, Printed{"€48.333,-", "bedrag", 4'833'300, ""},
        Printed{"  € 1.234,56 met ruimte  ", "bedrag", 123'456, "met ruimte"}, Printed{"€ -500", "bedrag", -50'000, ""},
        Printed{"10k", "bedrag", 1'000'000, ""},
        Printed{"€ 10k, bij dit speerpunt", "bedrag", 1'000'000, "bij dit speerpunt"},
        Printed{"€20.000, waarvan 10k bij dit speerpunt en 10k geboekt bij speerpunt 6 in de meerjarenbegroting",
                "bedrag", 2'000'000,
                "waarvan 10k bij dit speerpunt en 10k geboekt bij speerpunt 6 in de meerjarenbegroting"},
        Printed{"€ 0", "nul", 0, ""}, Printed{"0,00", "nul", 0, ""}, Printed{"p.m.", "pm", std::nullopt, ""},
        Printed{" P.M. ", "pm", std::nullopt, ""}, Printed{"--", "streep", std::nullopt, ""},
        Printed{"–", "streep", std::nullopt, ""}, Printed{"", "leeg", std::nullopt, ""},
        Printed{"   ", "leeg", std::nullopt, ""}));

class NoPlanAmount : public testing::TestWithParam<const char*> {};

TEST_P(NoPlanAmount, IsRefusedAndNeverGuessed) { EXPECT_FALSE(parse_plan_amount(GetParam())) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(Cells, NoPlanAmount,
                         testing::Values("Er wordt geen apart budget opgenomen", "12.5OO", "€", "€ 50.000-60.000",
                                         "n.v.t.", "0.500", "€ 5 miljoen", "€ 5 mln.", "5% van de begroting",
                                         "€ 20 duizend", "€ 10 k", "1.00"));

TEST(PlanAmount, IsSplitOnlyWhenItIsBookedInMoreThanOnePlace) {
    PlanAmount amount = parse_plan_amount("€ 20.000").value();
    amount.booked = {{SpeerpuntId("4"), Money::from_euros(20'000)}};
    EXPECT_EQ(kind(amount), AmountKind::amount);
    amount.booked = {{SpeerpuntId("4"), Money::from_euros(10'000)}, {SpeerpuntId("6"), Money::from_euros(10'000)}};
    EXPECT_EQ(kind(amount), AmountKind::split);
    EXPECT_STREQ(kind_name(kind(amount)), "bedrag_gesplitst");
}

TEST(PlanAmount, WithoutABudgetOfItsOwnIsNoBlank) {
    PlanAmount amount;
    amount.value = NoBudget{};
    EXPECT_STREQ(kind_name(kind(amount)), "geen_budget");
    EXPECT_FALSE(number(amount));
}

TEST(SkippedAmounts, CountWhatIsNoNumberAndNothingElse) {
    SkippedAmounts skipped;
    for (const char* cell : {"p.m.", "p.m.", "--", "", "€ 0", "€ 5"})
        count_skipped(skipped, parse_plan_amount(cell).value());
    PlanAmount none;
    none.value = NoBudget{};
    count_skipped(skipped, none);
    EXPECT_EQ(skipped, (SkippedAmounts{2, 1, 1, 1}));
    EXPECT_EQ(skipped + SkippedAmounts({1, 2, 3, 4}), (SkippedAmounts{3, 3, 4, 5}));
    EXPECT_TRUE(skipped.any());
    EXPECT_FALSE(SkippedAmounts{}.any());
}

TEST(SkippedAmounts, StandBehindTheTotalInWords) {
    EXPECT_EQ(total_with_skipped(Money::from_euros(50'000), {2, 0, 0, 0}), "€ 50.000 + 2x p.m.");
    EXPECT_EQ(total_with_skipped(Money::from_euros(1), {1, 2, 3, 4}),
              "€ 1 + 1x p.m. + 2x -- + 3x leeg + 4x geen apart budget");
    EXPECT_EQ(total_with_skipped(std::nullopt, {0, 1, 0, 0}), "1x --");
    EXPECT_EQ(total_with_skipped(Money(), {}), "€ 0");
    EXPECT_EQ(total_with_skipped(std::nullopt, {}), "");
}

}  // namespace
}  // namespace begroot
