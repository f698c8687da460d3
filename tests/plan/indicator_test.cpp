#include "plan/indicator.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot {
namespace {

struct Written {
    const char* text;
    std::int64_t ten_thousandths;
    bool is_percentage;
};

class IndicatorValues : public testing::TestWithParam<Written> {};

TEST_P(IndicatorValues, AreReadAndWrittenInDutchNotation) {
    const Written& expected = GetParam();
    const auto value = parse_indicator_value(expected.text);
    ASSERT_TRUE(value) << expected.text;
    EXPECT_EQ(*value, (IndicatorValue{expected.ten_thousandths, expected.is_percentage})) << expected.text;
    EXPECT_EQ(to_text(*value), expected.text);
}

INSTANTIATE_TEST_SUITE_P(Texts, IndicatorValues,
                         testing::Values(Written{"75%", 750'000, true}, Written{"2,5%", 25'000, true},
                                         Written{"100", 1'000'000, false}, Written{"1.250", 12'500'000, false},
                                         Written{"0", 0, false}, Written{"-3", -30'000, false},
                                         Written{"12,0625", 120'625, false}));

class NoIndicatorValue : public testing::TestWithParam<const char*> {};

TEST_P(NoIndicatorValue, IsRefused) { EXPECT_FALSE(parse_indicator_value(GetParam())) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(Texts, NoIndicatorValue,
                         testing::Values("driekwart", "+/- 100", "75 procent", "", "%", "75%%", "1.5", "0,12345"));

TEST(IndicatorWords, HaveANameForEveryValue) {
    EXPECT_EQ(direction_names()[static_cast<std::size_t>(Direction::exactly)], "precies");
    EXPECT_EQ(direction_names().size(), 5U);
    EXPECT_EQ(computation_names()[static_cast<std::size_t>(Computation::projects_within_hours)],
              "projecten_binnen_uren");
}

}  // namespace
}  // namespace begroot
