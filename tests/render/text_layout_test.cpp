#include "render/detail/text_layout.hpp"

#include "render/sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::render::detail {
namespace {

using testing::ElementsAre;

std::vector<std::size_t> shown(const TextLayout& layout) {
    std::vector<std::size_t> columns;
    for (const ShownColumn& column : layout.shown) columns.push_back(column.index);
    return columns;
}

TEST(LayOut, ShowsEveryColumnWhenThereIsRoom) {
    const TextLayout layout = lay_out(sample::budget_vs_actual(), 160);
    EXPECT_THAT(shown(layout), ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8));
    EXPECT_TRUE(layout.left_out.empty());
    EXPECT_EQ(layout.shown[0].width, 48U) << "width_max";
}

TEST(LayOut, DropsColumnsByTheirOrder) {
    const Table table = sample::budget_vs_actual();
    EXPECT_THAT(lay_out(table, 110).left_out, ElementsAre(8));
    EXPECT_THAT(lay_out(table, 100).left_out, ElementsAre(6, 8));
    EXPECT_THAT(lay_out(table, 80).left_out, ElementsAre(5, 6, 7, 8));
}

TEST(LayOut, DropsTheLastFirstWhenOrdersAreEqual) {
    Table table = sample::budget_vs_actual();
    for (std::size_t i = 1; i < table.columns.size(); ++i) table.columns[i].drop_order = 1;
    EXPECT_THAT(shown(lay_out(table, 80)), ElementsAre(0, 1, 2, 3, 4));
}

TEST(LayOut, NeverShrinksANumberBelowItsDigits) {
    const Table table = sample::budget_vs_actual();
    for (std::size_t width = 0; width <= 200; ++width) {
        for (const ShownColumn& column : lay_out(table, width).shown) {
            if (column.index == 0) {
                EXPECT_GE(column.width, 14U);
            } else if (column.index <= 3) {
                EXPECT_GE(column.width, std::string("5.135.000").size());
            }
        }
    }
}

TEST(LayOut, FitsTheWindowUntilOnlyWhatMayNotGoIsLeft) {
    const Table table = sample::budget_vs_actual();
    const std::size_t narrowest = lay_out(table, 0).width();
    for (std::size_t width = narrowest; width <= 200; ++width) EXPECT_LE(lay_out(table, width).width(), width);
    for (std::size_t width = 0; width < narrowest; ++width) EXPECT_EQ(lay_out(table, width).width(), narrowest);
}

TEST(LayOut, GivesTextTheRoomThatADroppedColumnLeaves) {
    const TextLayout layout = lay_out(sample::budget_vs_actual(), 80);
    EXPECT_EQ(layout.width(), 80U);
}

TEST(LayOut, SharesRoomAmongTextColumns) {
    Table table;
    table.columns = {{"a", "A", ColumnKind::text}, {"b", "B", ColumnKind::text}, {"c", "C", ColumnKind::text}};
    const std::string long_text = "lorem ipsum dolor sit amet consectetur adipiscing";
    table.rows = {{RowRole::body, 0, {sample::text("kort"), sample::text(long_text), sample::text(long_text)}}};
    const TextLayout layout = lay_out(table, 64);
    EXPECT_EQ(layout.shown[0].width, 4U);
    EXPECT_EQ(layout.shown[1].width, 28U);
    EXPECT_EQ(layout.shown[2].width, 28U);
}

TEST(LayOut, BreaksNoWordWhileOtherTextCanStillShrink) {
    Table table;
    table.columns = {{"a", "A", ColumnKind::text}, {"b", "B", ColumnKind::text}};
    table.rows = {
        {RowRole::body, 0, {sample::text("plan_begroting_verschil"), sample::text("lorem ipsum dolor sit amet")}}};
    const TextLayout layout = lay_out(table, 40);
    EXPECT_EQ(layout.shown[0].width, 23U);
    EXPECT_EQ(layout.shown[1].width, 15U);
}

}  // namespace
}  // namespace begroot::render::detail
