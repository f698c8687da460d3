#include "management/judgement.hpp"

#include <gtest/gtest.h>

namespace begroot::management {
namespace {

Judged spent(std::int64_t actual, std::optional<std::int64_t> budget) {
    Judged judged;
    judged.amounts.actual = Money::from_euros(actual);
    if (budget) judged.amounts.budget = judged.amounts.budget_to_date = Money::from_euros(*budget);
    return judged;
}

ReportRules with_lights(bool both_ways = false) {
    ReportRules rules;
    rules.lights =
        LightRule{{std::nullopt, Rate::from_ppm(50'000)}, {std::nullopt, Rate::from_ppm(100'000)}, both_ways};
    return rules;
}

TEST(Judgement, TurnsTheLightAtTheLimitAndNotBefore) {
    const ReportRules rules = with_lights();
    EXPECT_EQ(judge(spent(1'049, 1'000), rules).light, Light::green);
    EXPECT_EQ(judge(spent(1'050, 1'000), rules).light, Light::amber);
    EXPECT_EQ(judge(spent(1'099, 1'000), rules).light, Light::amber);
    EXPECT_EQ(judge(spent(1'100, 1'000), rules).light, Light::red);
}

TEST(Judgement, LooksAtSpendingTooLittleOnlyWhenAsked) {
    EXPECT_EQ(judge(spent(100, 1'000), with_lights()).light, Light::green);
    EXPECT_EQ(judge(spent(100, 1'000), with_lights(true)).light, Light::red);
}

TEST(Judgement, BurnsNoLightWithoutARuleOrABudgetOrActuals) {
    EXPECT_EQ(judge(spent(2'000, 1'000), {}).light, Light::none);
    EXPECT_EQ(judge(spent(2'000, std::nullopt), with_lights()).light, Light::none);
    EXPECT_EQ(judge({}, with_lights()).light, Light::none);
}

TEST(Judgement, TakesAnyAmountForMoreThanAShareOfNothing) {
    EXPECT_EQ(judge(spent(1, 0), with_lights()).light, Light::red);
    EXPECT_EQ(judge(spent(0, 0), with_lights()).light, Light::green);
}

TEST(Judgement, JudgesByAmountWhereTheLimitIsOne) {
    ReportRules rules;
    rules.lights = LightRule{{Money::from_euros(100), std::nullopt}, {Money::from_euros(200), std::nullopt}, false};
    EXPECT_EQ(judge(spent(199, std::nullopt), rules).light, Light::amber);
    EXPECT_EQ(judge(spent(1'200, 1'000), rules).light, Light::red);
}

TEST(Judgement, HoldsTheForecastAgainstTheYearWhenSoAgreed) {
    ReportRules rules = with_lights();
    rules.compared = Compared::forecast;
    Judged judged = spent(400, 1'000);
    judged.forecast = Money::from_euros(1'200);
    const Judgement made = judge(judged, rules);
    EXPECT_EQ(made.deviation, Money::from_euros(-200));
    EXPECT_EQ(made.light, Light::red);
}

TEST(Judgement, AsksForWordsFromBothLimitsOrEither) {
    ReportRules rules;
    rules.threshold = Threshold{Money::from_euros(100), Rate::from_ppm(50'000), false};
    EXPECT_TRUE(judge(spent(1'900, 2'000), rules).must_be_explained) << "100 is 5% van 2.000";
    EXPECT_FALSE(judge(spent(9'900, 10'000), rules).must_be_explained) << "100 is 1% van 10.000";
    EXPECT_FALSE(judge(spent(940, 1'000), rules).must_be_explained) << "60 is minder dan 100";
    rules.threshold->either = true;
    EXPECT_TRUE(judge(spent(9'900, 10'000), rules).must_be_explained);
    EXPECT_TRUE(judge(spent(940, 1'000), rules).must_be_explained);
    EXPECT_FALSE(judge(spent(9'999, 10'000), rules).must_be_explained);
}

TEST(Judgement, LooksAtTheAmountAloneWhereNothingIsBudgeted) {
    ReportRules rules;
    rules.threshold = Threshold{Money::from_euros(100), Rate::from_ppm(50'000), false};
    EXPECT_TRUE(judge(spent(100, std::nullopt), rules).must_be_explained);
    EXPECT_FALSE(judge(spent(99, std::nullopt), rules).must_be_explained);
    EXPECT_FALSE(judge(spent(0, std::nullopt), rules).must_be_explained);
}

TEST(Judgement, TakesNoShareOfANetFigure) {
    ReportRules rules;
    rules.threshold = Threshold{std::nullopt, Rate::from_ppm(50'000), true};
    Judged judged = spent(1'500, 1'000);
    EXPECT_TRUE(judge(judged, rules).must_be_explained);
    judged.net = true;
    EXPECT_FALSE(judge(judged, rules).must_be_explained);
}

TEST(Judgement, NamesItsLights) {
    EXPECT_STREQ(light_name(Light::none), "");
    EXPECT_STREQ(light_name(Light::green), "groen");
    EXPECT_STREQ(light_name(Light::amber), "oranje");
    EXPECT_STREQ(light_name(Light::red), "rood");
}

}  // namespace
}  // namespace begroot::management
