#include "model/unit.hpp"

#include <array>

#include <gtest/gtest.h>

namespace begroot::model {

namespace {

std::string unit_again(std::string_view text) {
    const auto unit = parse_unit(text);
    return unit ? to_text(*unit) : "geweigerd: " + unit.error();
}

}  // namespace

TEST(Unit, WritesWhatItReads) {
    for (const char* text : {"€", "€/leerling", "1", "%", "1/jaar", "fte*uur", "€/leerling/jaar", "€2024"}) {
        EXPECT_EQ(parse_unit(unit_again(text)), parse_unit(text)) << text;
    }
    EXPECT_EQ(unit_again("euro / leerlingen"), "€/leerling");
    EXPECT_EQ(unit_again("leerling*€/leerling"), "€");
}

TEST(Unit, NamesTheNearestWhenItIsUnknown) {
    EXPECT_EQ(unit_again("€/leerlng"), "geweigerd: \"leerlng\" is geen eenheid; bedoelt u \"leerling\"?");
    EXPECT_EQ(unit_again("bananen"), "geweigerd: \"bananen\" is geen eenheid");
    EXPECT_EQ(unit_again("€/"), "geweigerd: een eenheid waar een woord ontbreekt");
    EXPECT_EQ(unit_again(""), "geweigerd: een eenheid waar een woord ontbreekt");
    EXPECT_FALSE(parse_unit(std::string(unit_bytes_max + 1, '1')).has_value());
    EXPECT_FALSE(parse_unit("€3024").has_value());
}

TEST(Unit, KnowsTheUnitsThatAModelDeclares) {
    const std::array<std::string, 1> own{"busrit"};
    EXPECT_TRUE(parse_unit("€/busrit", own).has_value());
    EXPECT_FALSE(parse_unit("€/busrit").has_value());
}

TEST(Unit, OfPupilsTimesEurosPerPupilIsEuros) {
    EXPECT_EQ(multiply(*parse_unit("€/leerling"), *parse_unit("leerling")), *parse_unit("€"));
    EXPECT_EQ(divide(*parse_unit("€"), *parse_unit("leerling")), *parse_unit("€/leerling"));
}

TEST(Unit, AddsOnlyWhatIsAlike) {
    EXPECT_FALSE(may_add(*parse_unit("€"), *parse_unit("leerling")));
    EXPECT_FALSE(may_add(*parse_unit("€"), *parse_unit("€2024")));  // nominal and real
    EXPECT_TRUE(may_add(*parse_unit("%"), *parse_unit("1")));
}

TEST(Unit, IsMoneyWhenItCountsEuros) {
    for (const char* money : {"€", "€/leerling", "€2024/fte"}) EXPECT_TRUE(is_money(*parse_unit(money))) << money;
    for (const char* other : {"1", "%", "leerling", "1/€", "leerling/€"})
        EXPECT_FALSE(is_money(*parse_unit(other))) << other;
}

TEST(Unit, OfAProductDividedByOneFactorIsTheOther) {
    const auto all = std::to_array<const char*>({"€", "€/leerling", "1", "1/jaar", "fte*uur", "€2024/fte", "%"});
    for (const char* a : all) {
        for (const char* b : all) {
            const Unit left = *parse_unit(a);
            EXPECT_TRUE(may_add(divide(multiply(left, *parse_unit(b)), *parse_unit(b)), left)) << a << " en " << b;
        }
    }
    EXPECT_EQ(multiply(*parse_unit("%"), *parse_unit("€")), *parse_unit("€"));
}

}  // namespace begroot::model
