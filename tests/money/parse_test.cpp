#include "money/format.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(ParseAmount, ReadsWhatAModelWrites) {
    struct Case {
        const char* text;
        std::int64_t cents;
    };
    for (const Case& example :
         {Case{"0", 0}, Case{"12500", 1'250'000}, Case{"12.500", 1'250'000}, Case{"12.500,00", 1'250'000},
          Case{"1.234.567,89", 123'456'789}, Case{"€ 12.500,-", 1'250'000}, Case{"€12,--", 1'200}, Case{"12,=", 1'200},
          Case{"-5", -500}, Case{"-€ 5", -500}, Case{"€ -5", -500}, Case{"10k", 1'000'000}, Case{"-2k", -200'000},
          Case{"0,05", 5}, Case{" 7 ", 700}, Case{"\u00A07\u00A0", 700}, Case{"007", 700}, Case{"100.000", 10'000'000},
          Case{"10.000.000.000", money_cents_max}}) {
        const auto amount = parse_amount(example.text);
        ASSERT_TRUE(amount.has_value()) << '"' << example.text << '"';
        EXPECT_EQ(amount->cents(), example.cents) << '"' << example.text << '"';
    }
}

TEST(ParseAmount, RefusesWhatMayMeanSomethingElse) {
    for (const char* text : {"",
                             " ",
                             "€",
                             "-",
                             "--",
                             "p.m.",
                             "abc",
                             "1,2",
                             "1,234",
                             "1,2,3",
                             "1.2",
                             "1.23",
                             "1.2345",
                             "12.34.567",
                             "1.234.56",
                             "1234.567",
                             "1..234",
                             ".123",
                             "1.",
                             "1.234.",
                             ",50",
                             "0.500",
                             "0.500,00",
                             "12k5",
                             "12kk",
                             "1,50k",
                             "k",
                             "--5",
                             "-€ -5",
                             "- - 5",
                             "€ € 5",
                             "5 €",
                             "+5",
                             "1 234",
                             "1'234",
                             "1e3",
                             "0x10",
                             "5-",
                             "(5)",
                             "12,50 euro",
                             "10.000.000.000,01",
                             "10.000.000.001",
                             "10000001k",
                             "99999999999999999999"}) {
        EXPECT_FALSE(parse_amount(text).has_value()) << '"' << text << '"';
    }
}

TEST(ParsePercent, ReadsUpToFourDecimals) {
    struct Case {
        const char* text;
        std::int64_t ppm;
    };
    for (const Case& example :
         {Case{"60%", 600'000}, Case{"12,5%", 125'000}, Case{"-12,5%", -125'000}, Case{"0,0001%", 1},
          Case{"2,5 %", 25'000}, Case{"100%", 1'000'000}, Case{"1.000%", 10'000'000}, Case{" 3% ", 30'000}}) {
        const auto rate = parse_percent(example.text);
        ASSERT_TRUE(rate.has_value()) << '"' << example.text << '"';
        EXPECT_EQ(rate->ppm(), example.ppm) << '"' << example.text << '"';
    }
}

TEST(ParsePercent, RefusesAnythingElse) {
    for (const char* text :
         {"", "%", "60", "0,6", "12.5%", "12,%", ",5%", "1,23456%", "60%%", "--5%", "60% x", "2000000%"}) {
        EXPECT_FALSE(parse_percent(text).has_value()) << '"' << text << '"';
    }
}

class AmountRoundTrip : public testing::TestWithParam<std::uint32_t> {};

TEST_P(AmountRoundTrip, ReadsBackWhatItWrites) {
    std::mt19937_64 random(GetParam());
    for (int round = 0; round < 500; ++round) {
        const std::int64_t size = std::int64_t{1} << (random() % 40);
        const auto cents =
            static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(size)) * (random() % 2 == 0 ? 1 : -1);
        const Money amount = Money::from_cents(cents);
        ASSERT_EQ(parse_amount(format_amount(amount)), amount) << cents;
        ASSERT_EQ(parse_amount(format_euro(amount)), amount) << cents;
        const Rate tenths = Rate::from_ppm(cents % 1'000'000 * 1'000);
        ASSERT_EQ(parse_percent(format_percent(tenths)), tenths) << tenths.ppm();
    }
}

INSTANTIATE_TEST_SUITE_P(Seed, AmountRoundTrip, testing::Values(1U, 7U, 42U, 2025U),
                         [](const auto& seed) { return std::to_string(seed.param); });

}  // namespace
}  // namespace begroot
