#include "exchange/detail/head_years.hpp"

#include "exchange/detail/header.hpp"
#include "exchange/sheet_builder.hpp"

#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

/// Gives the year in which the school year of a text begins; -1 when it names none.
std::int32_t begins(std::string_view text) {
    const auto named = find_school_year(text);
    return named ? named->begins : -1;
}

TEST(SchoolYear, IsTwoYearsThatFollowEachOther) {
    for (const char* text :
         {"2024-2025", "2024/2025", "2024 - 2025", "2024–2025", "2024 — 2025", "2024-25", "2024/25", "24/25", "24-25",
          "'24-'25", "schooljaar 2024-2025", "Schooljaar 24/25", "SJ 24-25", "sj24/25", "Begroting 2024-2025",
          "begroot 24/25", "2024-2025 (raming)", "Cursusjaar 2024/2025"}) {
        EXPECT_EQ(begins(text), 2024) << text;
    }
    EXPECT_EQ(begins("2099-2100"), 2099);
    EXPECT_EQ(begins("99-00"), 2099) << "two digits are of this century";
}

TEST(SchoolYear, IsNothingElse) {
    for (const char* text : {"", "2024", "2024-2026", "2025-2024", "2024-2028", "2024 2025", "2024 en 2025", "11-12",
                             "1/2", "periode 24-25", "01-01-2024", "31-12-2024/2025", "2024-2025-2026", "20242025",
                             "4024-4025", "1999-2000", "kpl 24/25", "maand 11/12", "24,25"}) {
        EXPECT_EQ(begins(text), -1) << text;
    }
}

TEST(SchoolYear, MayBeNamedWithoutSayingWhichOne) {
    EXPECT_EQ(begins("Schooljaar"), 0);
    EXPECT_EQ(begins("Schooljaar 2025"), 0);
    EXPECT_EQ(find_school_year("Schooljaar 2025")->beside, "schooljaar2025");
}

TEST(SchoolYear, KeepsWhatStandsBesideIt) {
    EXPECT_EQ(find_school_year("2024-2025")->beside, "");
    EXPECT_EQ(find_school_year("Realisatie 2024-2025")->beside, "realisatie");
    EXPECT_EQ(find_school_year("2024/25 begroting")->beside, "begroting");
    EXPECT_EQ(school_year_name(2024), "2024-2025");
}

TEST(YearsIn, FindsYearsOfFourDigits) {
    EXPECT_EQ(years_in("begroting2026"), std::vector<std::int32_t>{2026});
    EXPECT_EQ(years_in("jan2025"), std::vector<std::int32_t>{2025});
    EXPECT_TRUE(years_in("20242025").empty());
    EXPECT_TRUE(years_in("4025").empty());
    EXPECT_TRUE(years_in("rekening").empty());
}

/// Gives the year in which the school year of a head begins; -1 when it has none.
std::int32_t of_head(const test::TestRows& rows, std::size_t head) {
    const workbook::Sheet sheet = test::make_sheet(rows);
    const auto heads = heads_of_row(SheetGrid(sheet), static_cast<std::uint32_t>(rows.size() - 1));
    return heads[head].school_year ? heads[head].school_year->begins : -1;
}

TEST(SchoolYear, OfAHeadStandsInItselfOrAboveIt) {
    EXPECT_EQ(of_head({{"Rekening", "2024-2025"}}, 1), 2024);
    EXPECT_EQ(of_head({{"", "2024-2025"}, {"Rekening", "Begroot"}}, 1), 2024);
    EXPECT_EQ(of_head({{"", "Schooljaar"}, {"Rekening", "2024-2025"}}, 1), 2024);
    EXPECT_EQ(of_head({{"", "Schooljaar"}, {"Rekening", "2025"}}, 1), 0);
    EXPECT_EQ(of_head({{"", "Begroting 2024-2025"}, {"Rekening", "2025"}}, 1), -1) << "columns of calendar years";
    EXPECT_EQ(of_head({{"", "Begroting"}, {"Rekening", "2025"}}, 1), -1);
}

}  // namespace
}  // namespace begroot::exchange::detail
