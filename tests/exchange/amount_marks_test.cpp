#include "exchange/detail/amount_marks.hpp"

#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

TEST(AmountUnit, IsReadFromAHeadOrTitle) {
    const std::vector<std::pair<const char*, std::int64_t>> cases{{"x 1.000", 1'000},
                                                                  {"x € 1.000", 1'000},
                                                                  {"(x € 1.000,-)", 1'000},
                                                                  {"Begroting 2025 (x1000)", 1'000},
                                                                  {"Bedragen × 1 000", 1'000},
                                                                  {"Bedrag * 1.000", 1'000},
                                                                  {"X EUR 1.000.000", 1'000'000},
                                                                  {"x 1,000", 1'000},
                                                                  {"x € 1 mln", 1'000'000},
                                                                  {"x € 1", 1},
                                                                  {"Bedragen in duizenden euro's", 1'000},
                                                                  {"in duizend euro", 1'000},
                                                                  {"Lasten (in k€)", 1'000},
                                                                  {"Lasten in dzd.", 1'000},
                                                                  {"Lasten in miljoenen euro's", 1'000'000},
                                                                  {"€ mln", 1'000'000},
                                                                  {"alle bedragen in euro's", 1},
                                                                  {"Bedrag in EUR", 1},
                                                                  {"Begroting 2025 x € 1.000", 1'000},
                                                                  {"Meerjarenbegroting 2025-2028 x € 1.000", 1'000},
                                                                  {"Begroting 2025/26 x € 1.000", 1'000},
                                                                  {"M4 x € 1.000", 1'000},
                                                                  {"4.1 Personeel x € 1.000", 1'000},
                                                                  {"Begroting 2025 bedragen x 1.000", 1'000},
                                                                  {"Bedragen x 1.000 tenzij anders vermeld", 1'000},
                                                                  {"Begroting 2025 in € 1.000", 1'000},
                                                                  {"in EUR 1.000", 1'000},
                                                                  {"(x duizend euro)", 1'000},
                                                                  {"bedragen x duizend", 1'000},
                                                                  {"x € 1.000,00", 1'000},
                                                                  {"x euro 1.000", 1'000},
                                                                  {"euro x 1.000", 1'000},
                                                                  {"T€", 1'000},
                                                                  {"(EUR 000)", 1'000},
                                                                  {"€'000", 1'000},
                                                                  {"(x mln)", 1'000'000},
                                                                  {"x € 1 miljoen", 1'000'000},
                                                                  {"in mln", 1'000'000}};
    for (const auto& [text, euros] : cases) EXPECT_EQ(read_unit(text), (AmountUnit{euros, true})) << text;
}

TEST(AmountUnit, IsNoneWhereAHeadNamesNone) {
    for (const char* text :
         {"", "Bedrag", "Begroting 2025", "max 1.000 leerlingen", "2 x 1.000 uur", "€ 1.000", "x 12", "x 1.500",
          "x 10001", "index", "Exploitatie 1.000", "Kosten k", "mln", "x1.0000", "3 x € 1.000", "1.500 x € 1.000",
          "Begroting 2025 (afgerond op € 1.000)", "€ 0,00", "EUR 1"})
        EXPECT_EQ(read_unit(text), std::nullopt) << text;
}

TEST(AmountUnit, IsUncertainWhereTwoAreNamed) {
    EXPECT_EQ(read_unit("x 1.000, totaal x 1.000.000"), (AmountUnit{1'000, false}));
    EXPECT_EQ(read_unit("x € 1.000 (in duizenden euro's)"), (AmountUnit{1'000, true}));
}

TEST(AmountUnit, IsUncertainWhereSomethingMayBeCounted) {
    for (const char* text :
         {"Versie 2 x € 1.000", "3 fte x € 1.000", "Scholing 3 fte x € 1.000",
          "Begroting 2025 - tarief x 1.000 leerlingen", "(€ 1.000)", "Bedragen afgerond op duizenden euro's"})
        EXPECT_EQ(read_unit(text), (AmountUnit{1'000, false})) << text;
    EXPECT_EQ(read_unit("x € 100"), (AmountUnit{0, false}));
}

TEST(Variance, HasAMarkOnEitherSide) {
    const std::vector<std::pair<const char*, VarianceMark>> cases{
        {"1.234 V", VarianceMark::favourable},         {"1.234V", VarianceMark::favourable},
        {"1.234 v", VarianceMark::favourable},         {"V 1.234", VarianceMark::favourable},
        {"€ 1.234,- N", VarianceMark::unfavourable},   {"1.234 (N)", VarianceMark::unfavourable},
        {"1.234 nadelig", VarianceMark::unfavourable}, {"1.234 (voordelig)", VarianceMark::favourable},
        {"Nadelig 1.234", VarianceMark::unfavourable}, {"1.234", VarianceMark::unmarked}};
    for (const auto& [text, mark] : cases) {
        const Variance variance = read_variance(text, Notation::dutch);
        EXPECT_EQ(variance.mark, mark) << text;
        EXPECT_EQ(variance.amount.state, AmountState::value) << text;
        EXPECT_EQ(variance.amount.value.cents(), 123400) << text;
    }
    EXPECT_EQ(read_variance("(1.234) N", Notation::dutch).amount.value.cents(), -123400);
    EXPECT_EQ(read_variance("(1.234)", Notation::dutch).amount.value.cents(), -123400);
}

TEST(Variance, HasAMarkThatMayStandAlone) {
    for (const char* text : {"V", "v", "V.", "(V)", " voordelig ", "Voordelig"})
        EXPECT_EQ(read_mark(text), VarianceMark::favourable) << text;
    for (const char* text : {"N", "nadelig", "(N)"}) EXPECT_EQ(read_mark(text), VarianceMark::unfavourable) << text;
    for (const char* text : {"", "J", "NV", "500 N", "nee", "()", "."})
        EXPECT_EQ(read_mark(text), VarianceMark::unmarked) << text;
    EXPECT_EQ(split_mark(" 500 N ").rest, "500");
    EXPECT_EQ(split_mark("500").mark, VarianceMark::unmarked);
}

TEST(Variance, IsNoAmountWhereNoneStands) {
    for (const char* text : {"V", "", "N", "V N", "TLV 3", "1.234 NV", "1.234 X"})
        EXPECT_EQ(read_variance(text, Notation::dutch).amount.state, AmountState::no_amount) << text;
}

}  // namespace
}  // namespace begroot::exchange::detail
