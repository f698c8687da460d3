#include "base/place.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(Place, NamesFileSheetAndCellOfAWorkbook) {
    EXPECT_EQ(to_text(Place{"begroting.xlsx", "Lasten", "D14"}), "begroting.xlsx, blad Lasten, cel D14");
}

TEST(Place, NamesLineAndColumnOfATextFile) {
    EXPECT_EQ(to_text(Place{"model.toml", "", "", 12, 3}), "model.toml, regel 12, kolom 3");
}

TEST(Place, LeavesOutWhatIsUnknown) {
    EXPECT_EQ(to_text(Place{}), "");
    EXPECT_EQ(to_text(Place{"model.toml", "", ""}), "model.toml");
    EXPECT_EQ(to_text(Place{"", "Lasten", ""}), "blad Lasten");
    EXPECT_EQ(to_text(Place{"model.toml", "", "", 12, 0}), "model.toml, regel 12");
}

TEST(ColumnName, CountsAsExcelDoes) {
    struct Case {
        std::uint32_t column;
        const char* name;
    };
    for (const Case& example : {Case{0, "A"}, Case{3, "D"}, Case{25, "Z"}, Case{26, "AA"}, Case{51, "AZ"},
                                Case{52, "BA"}, Case{701, "ZZ"}, Case{702, "AAA"}, Case{16383, "XFD"}}) {
        EXPECT_EQ(column_name(example.column), example.name) << "kolom " << example.column;
    }
}

TEST(ColumnName, GivesEveryColumnOfASheetItsOwnNameInOrder) {
    std::string before;
    for (std::uint32_t column = 0; column < 16384; ++column) {
        const std::string name = column_name(column);
        const bool follows = name.size() > before.size() || (name.size() == before.size() && name > before);
        ASSERT_TRUE(follows) << name << " na " << before;
        before = name;
    }
}

TEST(CellName, CountsRowsFromOne) {
    EXPECT_EQ(cell_name(0, 0), "A1");
    EXPECT_EQ(cell_name(13, 3), "D14");
    EXPECT_EQ(cell_name(1'048'575, 16'383), "XFD1048576");
}

TEST(CellName, DoesNotOverflowWhenRowOrColumnIsTheLargest) {
    constexpr auto largest = std::numeric_limits<std::uint32_t>::max();
    EXPECT_EQ(cell_name(largest, 0), "A4294967296");
    EXPECT_EQ(column_name(largest), "MWLQKWV");
}

TEST(ToPlace, NamesTheCellOfAnOrigin) {
    const auto sheet = std::make_shared<const SourceSheet>(SourceSheet{"begroting.xlsx", "", "Lasten"});
    EXPECT_EQ(to_text(to_place(Origin{sheet, 13, 3})), "begroting.xlsx, blad Lasten, cel D14");
}

TEST(ToPlace, NamesTheLineOfATextFile) {
    const auto file = std::make_shared<const SourceSheet>(SourceSheet{"mutaties.xaf", "", "", true});
    EXPECT_EQ(to_text(to_place(Origin{file, 11, 0})), "mutaties.xaf, regel 12");
    EXPECT_EQ(origin_name(Origin{file, 11, 0}), "regel 12");
    EXPECT_EQ(origin_name(Origin{nullptr, 13, 3}), "D14");
}

TEST(ToPlace, IsEmptyWhenTheOriginIsUnknown) { EXPECT_EQ(to_place(Origin{}), Place{}); }

TEST(Origin, KnowsWhetherARecalculationGaveItsValue) {
    SourceSheet named{"begroting.xlsx", "", "Lasten"};
    named.computed = {{1, 3}, {1, 5}, {4, 0}};
    const auto sheet = std::make_shared<const SourceSheet>(named);
    EXPECT_TRUE(is_computed({sheet, 1, 5}));
    EXPECT_TRUE(is_computed({sheet, 4, 0}));
    EXPECT_FALSE(is_computed({sheet, 5, 1})) << "row and column are not the same thing";
    EXPECT_FALSE(is_computed({sheet, 1, 4}));
    EXPECT_FALSE(is_computed(Origin{}));
}

TEST(Place, NamesACellInsideItsFile) {
    EXPECT_EQ(sheet_cell({.file = "b.xlsx", .sheet = "Lasten", .cell = "D14"}), "Lasten!D14");
    EXPECT_EQ(sheet_cell({.file = "b.csv", .cell = "D14"}), "D14");
}

}  // namespace
}  // namespace begroot
