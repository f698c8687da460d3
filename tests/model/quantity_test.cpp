#include "model/quantity.hpp"

#include <cmath>
#include <limits>
#include <random>

#include <gtest/gtest.h>

namespace begroot::model {

namespace {

const Unit& euros_each() {
    static const Unit unit = *parse_unit("€/leerling");
    return unit;
}
const Unit& percents() {
    static const Unit unit = *parse_unit("%");
    return unit;
}
const Unit& pupils() {
    static const Unit unit = *parse_unit("leerling");
    return unit;
}

TEST(Quantity, ReadsDutchNotation) {
    struct Case {
        const char* text;
        double value;
        Quantity::Mark mark;
        char sign;
    };
    using Mark = Quantity::Mark;
    for (const auto& [text, value, mark, sign] : {
             Case{"12.938,34", 12938.34, Mark::none, 0},
             Case{"12938,34", 12938.34, Mark::none, 0},
             Case{"€ 12.938,34", 12938.34, Mark::none, 0},
             Case{"€ -5", -5, Mark::none, '-'},
             Case{"-€ 5", -5, Mark::none, '-'},
             Case{"1.234.567", 1234567, Mark::none, 0},
             Case{"0,00005", 0.00005, Mark::none, 0},
             Case{"2,3%", 0.023, Mark::percent, 0},
             Case{"2,3 %", 0.023, Mark::percent, 0},
             Case{"+2%", 0.02, Mark::percent, '+'},
             Case{"-0,1pp", -0.001, Mark::points, '-'},
             Case{"+0,1 pp", 0.001, Mark::points, '+'},
             Case{" +100 ", 100, Mark::none, '+'},
         }) {
        const auto quantity = parse_quantity(text);
        ASSERT_TRUE(quantity.has_value()) << text;
        EXPECT_EQ(quantity->value, value) << text;
        EXPECT_EQ(quantity->mark, mark) << text;
        EXPECT_EQ(quantity->sign, sign) << text;
    }
}

TEST(Quantity, RefusesWhatTwoReadersReadDifferently) {
    for (const char* text :
         {"",    "-",   "%",   "pp",   "1,",  ",5",    "0.500", "12.93", "1.2345", "1..000",  "12,938.34",
          "1e5", "--5", "+-5", "€ 5%", "5 €", "1 000", "5%%",   "nan",   "5pp%",   "1234.567"}) {
        EXPECT_FALSE(parse_quantity(text).has_value()) << text;
    }
    EXPECT_FALSE(parse_quantity(std::string(100, '1')).has_value());
}

TEST(Quantity, AValueHasThePercentSignOfItsUnit) {
    EXPECT_EQ(parse_value("2,3%", percents()), 0.023);
    EXPECT_EQ(parse_value("-2,3%", percents()), -0.023);
    EXPECT_EQ(parse_value("2,3", percents()), std::unexpected("een percentage, bijvoorbeeld 2,3%"));
    EXPECT_EQ(parse_value("€ 700", euros_each()), 700);
    EXPECT_EQ(parse_value("7%", euros_each()), std::unexpected("een bedrag, bijvoorbeeld 12.938,34"));
    EXPECT_EQ(parse_value("€ 700", pupils()), std::unexpected("een getal zonder %, bijvoorbeeld 9.500 of 1,02"));
}

TEST(Quantity, AChangeSaysBySignAndMarkWhatItDoes) {
    struct Case {
        const char* text;
        const Unit& unit;
        Change::Kind kind;
        double amount;
    };
    for (const auto& [text, unit, kind, amount] : {
             Case{"+2%", euros_each(), Change::Kind::multiply, 0.02},
             Case{"-5%", percents(), Change::Kind::multiply, -0.05},
             Case{"+0,1pp", percents(), Change::Kind::add, 0.001},
             Case{"2,4%", percents(), Change::Kind::set, 0.024},
             Case{"+100", euros_each(), Change::Kind::add, 100},
             Case{"-10.000", pupils(), Change::Kind::add, -10000},
             Case{"9.500", pupils(), Change::Kind::set, 9500},
         }) {
        const auto change = parse_change(text, unit);
        ASSERT_TRUE(change.has_value()) << text;
        EXPECT_EQ(change->kind, kind) << text;
        EXPECT_EQ(change->amount, amount) << text;
        EXPECT_EQ(to_text(*change, unit), text);
    }
}

TEST(Quantity, AChangeThatDoesNotFitItsUnitIsRefused) {
    for (const char* text : {"+100", "9500", "0,1pp", "x"})
        EXPECT_EQ(parse_change(text, percents()).error(), "+0,1pp (erbij), +2% (maal 1,02) of 2,4% (wordt)") << text;
    for (const char* text : {"+0,1pp", "2%", "x", "€ 5"})
        EXPECT_EQ(parse_change(text, pupils()).error(), "+100 (erbij), +2% (maal 1,02) of 9.500 (wordt)") << text;
}

TEST(Quantity, WhatIsWrittenReadsBackAsTheSameDouble) {
    EXPECT_EQ(write_value(0.024, percents()), "2,4%");
    EXPECT_EQ(write_value(-0.00015, percents()), "-0,015%");
    EXPECT_EQ(write_value(1, percents()), "100%");
    EXPECT_EQ(write_value(0, percents()), "0%");
    EXPECT_EQ(write_value(1234567.5, pupils()), "1.234.567,5");
    EXPECT_EQ(write_value(0.05, pupils()), "0,05");
    EXPECT_EQ(write_value(std::numeric_limits<double>::quiet_NaN(), pupils()), "niet te berekenen");
    std::mt19937_64 random(11);
    for (int i = 0; i < 2000; ++i) {
        const double size = std::pow(10.0, static_cast<double>(random() % 18) - 6);
        const double value = (static_cast<double>(random() % 2'000'001) - 1'000'000) / 1'000'000 * size;
        EXPECT_EQ(parse_value(write_value(value, pupils()), pupils()), value);
        EXPECT_EQ(parse_value(write_value(value, percents()), percents()), value);
    }
}

}  // namespace

}  // namespace begroot::model
