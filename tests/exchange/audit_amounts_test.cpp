#include "exchange/detail/audit_amounts.hpp"

#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

struct AmountCase {
    const char* text;
    AmountState state;
    std::int64_t cents;
};

class AuditAmount : public testing::TestWithParam<AmountCase> {};

TEST_P(AuditAmount, IsExactOrRefused) {
    AuditAmounts amounts;
    const Amount amount = amounts.read(GetParam().text, 7);
    EXPECT_EQ(amount.state, GetParam().state) << GetParam().text;
    EXPECT_EQ(amount.value.cents(), GetParam().cents) << GetParam().text;
    const bool fine = amount.state == AmountState::value || amount.state == AmountState::blank;
    EXPECT_EQ(refuse_amount(amount, GetParam().text, 7).has_value(), !fine);
}

constexpr AmountCase amount_cases[] = {
    {"121", AmountState::value, 12'100},
    {"609.9", AmountState::value, 60'990},
    {"121.00", AmountState::value, 12'100},
    {"-2985.26", AmountState::value, -298'526},
    {"+5.10", AmountState::value, 510},
    {" 7.5 ", AmountState::value, 750},
    {"0", AmountState::value, 0},
    {".5", AmountState::value, 50},
    {"100.000", AmountState::value, 10'000},
    {"1234.5600", AmountState::value, 123'456},
    {"10000000000.00", AmountState::value, 1'000'000'000'000},
    {"10000000000.01", AmountState::too_large, 0},
    {"99999999999999999999", AmountState::too_large, 0},
    {"74,5", AmountState::value, 7'450},
    {"123361,98", AmountState::value, 12'336'198},
    {"1.234,56", AmountState::value, 123'456},
    {"-1.234.567,8", AmountState::value, -123'456'780},
    {"1,234", AmountState::ambiguous, 0},
    {"1,234.56", AmountState::no_amount, 0},
    {"12.34,56", AmountState::no_amount, 0},
    {"1.234.567", AmountState::no_amount, 0},
    {"12,", AmountState::no_amount, 0},
    {"-", AmountState::no_amount, 0},
    {"12a", AmountState::no_amount, 0},
    {"12-", AmountState::no_amount, 0},
    {"", AmountState::blank, 0},
    {"  ", AmountState::blank, 0},
};

INSTANTIATE_TEST_SUITE_P(All, AuditAmount, testing::ValuesIn(amount_cases));

TEST(AuditAmounts, RoundThreeDecimalsAndSaySo) {
    AuditAmounts amounts;
    const Amount amount = amounts.read("12.345", 1);
    EXPECT_EQ(amount.value.cents(), 1'235);
    EXPECT_TRUE(amount.rounded);
    EXPECT_FALSE(amounts.read("12.340", 1).rounded);
}

TEST(AuditAmounts, ContradictThemselvesWhenAPointMayStandForThousandsBesideACommaFile) {
    AuditAmounts amounts;
    EXPECT_EQ(amounts.read("1.234", 3).state, AmountState::value);
    EXPECT_EQ(amounts.read("12.50", 4).state, AmountState::value);
    EXPECT_FALSE(amounts.contradiction());
    EXPECT_EQ(amounts.read("12,50", 5).state, AmountState::value);
    EXPECT_EQ(amounts.commas(), 1U);
    ASSERT_TRUE(amounts.contradiction());
    EXPECT_EQ(to_text(amounts.contradiction()->place), "regel 3");
    EXPECT_EQ(amounts.contradiction()->found,
              "\"1.234\" kan duizend of decimalen betekenen: \"12,50\" in regel 5 heeft een decimale komma");
}

TEST(QuotedText, IsCutBetweenCharacters) {
    std::string text;
    for (int i = 0; i < 50; ++i) text += "é";
    EXPECT_EQ(quoted_text("kort"), "\"kort\"");
    EXPECT_EQ(quoted_text(text).size(), 60 + 2 + 3U);
}

}  // namespace
}  // namespace begroot::exchange::detail
