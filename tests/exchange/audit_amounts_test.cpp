#include "exchange/detail/audit_amounts.hpp"

#include <initializer_list>

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
    {"5e-401", AmountState::no_amount, 0},
    {"x12e-401", AmountState::no_amount, 0},
    {"1e-17", AmountState::value, 0},
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
    EXPECT_FALSE(amounts.contradiction(false));
    EXPECT_EQ(amounts.read("12,50", 5).state, AmountState::value);
    EXPECT_EQ(amounts.commas(), 1U);
    ASSERT_TRUE(amounts.contradiction(false));
    EXPECT_EQ(to_text(amounts.contradiction(false)->place), "regel 3");
    EXPECT_EQ(amounts.contradiction(false)->found,
              "\"1.234\" kan duizend of decimalen betekenen: \"12,50\" in regel 5 heeft een decimale komma");
}

/// Amounts of one file, whether a point may stand for thousands there, and how many are reported.
struct PointCase {
    std::initializer_list<const char*> texts;
    bool refused;
    std::uint64_t reported;
};

TEST(AuditAmounts, WithThreeDecimalsAreRefusedUnlessAnotherAmountShowsWhatThePointMeans) {
    for (const PointCase& each : {PointCase{{"12.500", "300", "-7.250"}, true, 2}, PointCase{{"12.500", "0"}, true, 1},
                                  PointCase{{"12.500", "7.25"}, false, 1}, PointCase{{"12.500", "7.5"}, false, 1},
                                  PointCase{{"12.500", "-1250"}, false, 1}, PointCase{{"12.500", "1234.500"}, false, 0},
                                  PointCase{{"12.500", "0.000"}, false, 0}, PointCase{{"12.500", "1.2500"}, false, 1},
                                  PointCase{{"1250", "300"}, false, 0}, PointCase{{"1234.500", "0.250"}, false, 0}}) {
        AuditAmounts amounts;
        std::string shown;
        for (const char* text : each.texts) {
            EXPECT_EQ(amounts.read(text, 7).state, AmountState::value);
            shown += std::string(text) + " ";
        }
        EXPECT_EQ(amounts.contradiction(false).has_value(), each.refused) << shown;
        EXPECT_FALSE(amounts.contradiction(true)) << shown;
        EXPECT_EQ(amounts.groups(), each.reported) << shown;
    }
}

TEST(QuotedText, ShowsControlCharacters) {
    using namespace std::string_view_literals;
    EXPECT_EQ(quoted_text("12\0 \x1B\x7F\n"sv), "\"12\\x00 \\x1B\\x7F\\x0A\"");
}

TEST(QuotedText, IsCutBetweenCharacters) {
    std::string text;
    for (int i = 0; i < 50; ++i) text += "é";
    EXPECT_EQ(quoted_text("kort"), "\"kort\"");
    EXPECT_EQ(quoted_text(text).size(), 60 + 2 + 3U);
}

}  // namespace
}  // namespace begroot::exchange::detail
