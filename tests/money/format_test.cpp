#include "money/format.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(FormatAmount, WritesDutchNotation) {
    struct Case {
        std::int64_t cents;
        const char* with_cents;
        const char* whole;
        const char* if_needed;
    };
    for (const Case& example :
         {Case{0, "0,00", "0", "0"}, Case{5, "0,05", "0", "0,05"}, Case{-5, "-0,05", "0", "-0,05"},
          Case{49, "0,49", "0", "0,49"}, Case{50, "0,50", "1", "0,50"}, Case{-49, "-0,49", "0", "-0,49"},
          Case{-50, "-0,50", "-1", "-0,50"}, Case{99'950, "999,50", "1.000", "999,50"},
          Case{123'456, "1.234,56", "1.235", "1.234,56"}, Case{-123'456, "-1.234,56", "-1.235", "-1.234,56"},
          Case{1'250'000, "12.500,00", "12.500", "12.500"},
          Case{100'000'000'000, "1.000.000.000,00", "1.000.000.000", "1.000.000.000"}}) {
        const Money amount = Money::from_cents(example.cents);
        EXPECT_EQ(format_amount(amount, Decimals::cents), example.with_cents);
        EXPECT_EQ(format_amount(amount, Decimals::whole), example.whole) << example.with_cents;
        EXPECT_EQ(format_amount(amount, Decimals::if_needed), example.if_needed) << example.with_cents;
    }
}

TEST(FormatAmount, WritesTheLargestAndSmallestAmounts) {
    EXPECT_EQ(format_amount(Money::from_cents(std::numeric_limits<std::int64_t>::max())), "92.233.720.368.547.758,07");
    EXPECT_EQ(format_amount(Money::from_cents(std::numeric_limits<std::int64_t>::min())), "-92.233.720.368.547.758,08");
}

TEST(FormatEuro, BeginsWithTheEuroSign) {
    EXPECT_EQ(format_euro(Money::from_euros(12'500)), "€ 12.500");
    EXPECT_EQ(format_euro(Money::from_cents(-1'250), Decimals::cents), "€ -12,50");
}

TEST(FormatPercent, HasOneDecimalRoundedHalfAwayFromZero) {
    struct Case {
        std::int64_t ppm;
        const char* text;
    };
    for (const Case& example :
         {Case{0, "0,0%"}, Case{125'000, "12,5%"}, Case{-125'000, "-12,5%"}, Case{499, "0,0%"}, Case{500, "0,1%"},
          Case{-499, "0,0%"}, Case{-500, "-0,1%"}, Case{999'500, "100,0%"}, Case{12'345'678, "1.234,6%"}}) {
        EXPECT_EQ(format_percent(Rate::from_ppm(example.ppm)), example.text) << example.ppm;
    }
}

}  // namespace
}  // namespace begroot
