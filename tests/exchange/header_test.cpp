#include "exchange/detail/header.hpp"

#include "exchange/budget_sample.hpp"
#include "exchange/sheet_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

using namespace test;
using testing::HasSubstr;

std::expected<Header, HeaderFailure> find(const workbook::Sheet& sheet,
                                          std::map<std::string, std::string> overrides = {}) {
    return find_header(SheetGrid(sheet), {budget_heads, std::move(overrides), 2025});
}

std::uint32_t column_of(const Header& header, unsigned meaning) {
    return header.columns[meaning] ? header.columns[meaning]->column : 999;
}

TEST(Header, IsFoundOnRowOneToTwentyFive) {
    for (std::size_t before = 0; before < 25; ++before) {
        TestRows rows(before, TestRow{"Begroting 2025"});
        rows.push_back(budget_head());
        const auto header = find(make_sheet(rows));
        ASSERT_TRUE(header) << before;
        EXPECT_EQ(header->row, before);
    }
    TestRows rows(25, TestRow{"Begroting 2025"});
    rows.push_back(budget_head());
    EXPECT_FALSE(find(make_sheet(rows)));
}

TEST(Header, ReadsHeadsWithLineBreaksCapitalsAndSpaces) {
    const auto header = find(make_sheet({{"  REKENING-\nnummer ", "Kosten\nplaats", "Totaal\n2025"}}));
    ASSERT_TRUE(header) << to_text(header.error().error);
    EXPECT_EQ(column_of(*header, budget_account), 0U);
    EXPECT_EQ(column_of(*header, budget_cost_centre), 1U);
    EXPECT_EQ(column_of(*header, budget_year), 2U);
    EXPECT_EQ(header->columns[budget_year]->head, "Totaal 2025");
}

TEST(Header, ReadsMonthsByNumberOnlyAsARunOfTwelve) {
    TestRow row{"Rekening", "Omschrijving"};
    for (int m = 1; m <= 12; ++m) row.emplace_back(m);
    const auto header = find(make_sheet({row}));
    ASSERT_TRUE(header);
    EXPECT_EQ(column_of(*header, budget_month), 2U);
    EXPECT_EQ(column_of(*header, budget_month + 11), 13U);
    row.pop_back();
    const auto eleven = find(make_sheet({row}));
    ASSERT_TRUE(eleven);
    EXPECT_FALSE(eleven->has(budget_month));
}

TEST(Header, ReadsMonthsByDate) {
    const auto header = find(make_sheet({{"Rekening", date(45658), date(45689), "Totaal"}}));  // 1-1-2025, 1-2-2025
    ASSERT_TRUE(header);
    EXPECT_EQ(column_of(*header, budget_month), 1U);
    EXPECT_EQ(column_of(*header, budget_month + 1), 2U);
}

TEST(Header, TakesTheMonthsOfTheBookYear) {
    auto sheet = make_sheet({{"", "2024", "", "2025", ""}, {"Rekening", "jan", "Totaal", "jan", "Totaal"}});
    sheet.merged = {{0, 1, 0, 2}, {0, 3, 0, 4}};
    const auto header = find(sheet);
    ASSERT_TRUE(header) << to_text(header.error().error);
    EXPECT_EQ(column_of(*header, budget_month), 3U);
    EXPECT_EQ(column_of(*header, budget_year), 4U);
}

TEST(Header, TakesTwoRowsWithMergedHeadsAbove) {
    auto sheet =
        make_sheet({{"Titel"}, {"Rekening", "Omschrijving", "Maanden", "", "Jaar"}, {"", "", "jan", "feb", "Totaal"}});
    sheet.merged = {{1, 0, 2, 0}, {1, 1, 2, 1}, {1, 2, 1, 3}};
    const auto header = find(sheet);
    ASSERT_TRUE(header) << to_text(header.error().error);
    EXPECT_EQ(header->row, 2U);
    EXPECT_EQ(column_of(*header, budget_account), 0U);
    EXPECT_EQ(column_of(*header, budget_name), 1U);
    EXPECT_EQ(column_of(*header, budget_month + 1), 3U);
    EXPECT_EQ(column_of(*header, budget_year), 4U);
}

TEST(Header, LendsAHeadFromTheRowAboveWithoutMerging) {
    const auto header = find(make_sheet({{"Rekening", "Omschrijving", "", ""}, {"", "", "jan", "feb"}}));
    ASSERT_TRUE(header);
    EXPECT_EQ(header->row, 1U);
    EXPECT_EQ(column_of(*header, budget_account), 0U);
}

TEST(Header, PrefersTheNameBesideTheAccount) {
    const auto header = find(make_sheet({{"Omschrijving", "Rekening", "Omschrijving", "Totaal"}}));
    ASSERT_TRUE(header) << to_text(header.error().error);
    EXPECT_EQ(column_of(*header, budget_name), 2U);
}

TEST(Header, FollowsTheModelBeforeTheAliases) {
    const auto header =
        find(make_sheet({{"Rekening", "Kostenplaats", "Afdeling", "Totaal"}}), {{"kostenplaats", "afdeling"}});
    ASSERT_TRUE(header);
    EXPECT_EQ(column_of(*header, budget_cost_centre), 2U);
}

TEST(Header, TakesTheFirstOfTwoEqualHeaders) {
    const auto header = find(make_sheet({budget_head(), {"x"}, budget_head()}));
    ASSERT_TRUE(header);
    EXPECT_EQ(header->row, 0U);
}

TEST(HeaderRefusal, NoHeader) {
    const auto header = find(make_sheet({{"Zomaar"}, {1, 2, 3}}));
    ASSERT_FALSE(header);
    EXPECT_EQ(header.error().error.found, "geen kopregel gevonden in rij 1 tot en met 25");
    EXPECT_EQ(header.error().recognised, 0U);
}

TEST(HeaderRefusal, TwoRowsFitEquallyWell) {
    const auto header = find(make_sheet({{"Rekening", "Totaal"}, {"x"}, {"", "Rekening", "Totaal"}}));
    ASSERT_FALSE(header);
    EXPECT_EQ(header.error().error.found, "rij 1 en rij 3 kunnen allebei de kopregel zijn");
}

TEST(HeaderRefusal, NeededHeadIsMissingAndTheNearestIsNamed) {
    const auto header = find(make_sheet({{"Rekenning", "Kostenplaats", "Totaal"}}));
    ASSERT_FALSE(header);
    EXPECT_EQ(
        to_text(header.error().error),
        "test.xlsx, blad Blad1, cel A1: geen kolom voor rekening; gevonden koppen: Rekenning, Kostenplaats, Totaal "
        "(verwacht: een kop als rekening). Noem de kolom in het model onder kolommen, bijvoorbeeld rekening = "
        "\"Rekenning\".");
}

TEST(HeaderRefusal, ModelNamesAHeadThatIsNotThere) {
    const auto header = find(make_sheet({{"Rekening", "Kostenplaats", "Totaal"}}), {{"kostenplaats", "Kostenplats"}});
    ASSERT_FALSE(header);
    EXPECT_EQ(header.error().error.expected, "de kop \"Kostenplats\" die het model noemt");
    EXPECT_THAT(header.error().error.action, HasSubstr("kostenplaats = \"Kostenplaats\""));
}

TEST(HeaderRefusal, TwoColumnsFitOneMeaning) {
    const auto header = find(make_sheet({{"Rekening", "Kostenplaats", "Kostenplaats", "Totaal"}}));
    ASSERT_FALSE(header);
    EXPECT_EQ(header.error().error.found,
              "twee kolommen passen bij kostenplaats: \"Kostenplaats\" (kolom B) en \"Kostenplaats\" (kolom C)");
}

}  // namespace
}  // namespace begroot::exchange::detail
