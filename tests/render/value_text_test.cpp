#include "render/detail/value_text.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace begroot::render::detail {
namespace {

TEST(ValueText, WritesEveryKindInDutchNotation) {
    struct Case {
        Value value;
        const char* text;
    };
    const std::vector<Case> cases = {{{}, ""},
                                     {std::string("privé"), "privé"},
                                     {Money::from_cents(-123'456), "-1.235"},
                                     {Rate::from_ppm(125'000), "12,5%"},
                                     {std::int64_t{12'345}, "12.345"},
                                     {Quantity{1.8181818, 2}, "1,82"},
                                     {Quantity{-12345.5, 1}, "-12.345,5"},
                                     {Quantity{-0.001, 2}, "0,00"},
                                     {Quantity{9999.5, 0}, "10.000"},
                                     {Day{2025, 8, 3}, "03-08-2025"},
                                     {Mark{"p.m."}, "p.m."}};
    for (const Case& example : cases) EXPECT_EQ(value_text(example.value, MoneyStyle::whole_euros), example.text);
}

TEST(ValueText, ShowsCentsWhenTheTableDoes) {
    EXPECT_EQ(value_text(Money::from_cents(-123'456), MoneyStyle::cents), "-1.234,56");
}

TEST(CountText, GroupsThousands) {
    EXPECT_EQ(count_text(0), "0");
    EXPECT_EQ(count_text(999), "999");
    EXPECT_EQ(count_text(-999), "-999");
    EXPECT_EQ(count_text(1'000), "1.000");
    EXPECT_EQ(count_text(-1'234'567), "-1.234.567");
    EXPECT_EQ(count_text(std::numeric_limits<std::int64_t>::min()), "-9.223.372.036.854.775.808");
}

TEST(IsNegative, HoldsForNumbersBelowZeroOnly) {
    EXPECT_TRUE(is_negative(Money::from_cents(-1)));
    EXPECT_TRUE(is_negative(Rate::from_ppm(-1)));
    EXPECT_TRUE(is_negative(std::int64_t{-1}));
    EXPECT_TRUE(is_negative(Quantity{-0.1, 1}));
    EXPECT_FALSE(is_negative(Money()));
    EXPECT_FALSE(is_negative(Mark{"-"}));
    EXPECT_FALSE(is_negative(std::string("-5")));
    EXPECT_FALSE(is_negative(Value{}));
}

TEST(IndentColumn, IsTheFirstTextColumn) {
    Table table;
    EXPECT_EQ(indent_column(table), 0U);
    table.columns = {
        {"datum", "Datum", ColumnKind::day}, {"naam", "Naam", ColumnKind::text}, {"code", "Code", ColumnKind::text}};
    EXPECT_EQ(indent_column(table), 1U);
}

}  // namespace
}  // namespace begroot::render::detail
