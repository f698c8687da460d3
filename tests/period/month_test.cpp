#include "period/month.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(Month, IsWrittenAsYearAndMonth) {
    EXPECT_EQ(to_text(Month{2025, 8}), "2025-08");
    EXPECT_EQ(to_text(Month{1900, 12}), "1900-12");
}

TEST(ParseMonth, ReadsBackEveryMonth) {
    for (std::int32_t year = 1900; year <= 2199; ++year) {
        for (std::int32_t month = 1; month <= 12; ++month) {
            ASSERT_EQ(parse_month(to_text(Month{year, month})), (Month{year, month}));
        }
    }
}

TEST(ParseMonth, RefusesAnythingElse) {
    for (const char* text : {"", "2025", "2025-8", "2025-00", "2025-13", "2025/08", "25-08", "1899-12", "2200-01",
                             "2025-08-01", " 2025-08", "2025-0a", "-025-08", "augustus"}) {
        EXPECT_FALSE(parse_month(text).has_value()) << '"' << text << '"';
    }
}

TEST(Month, SortsByYearThenMonth) {
    EXPECT_LT((Month{2024, 12}), (Month{2025, 1}));
    EXPECT_LT((Month{2025, 1}), (Month{2025, 2}));
}

TEST(MonthName, IsDutch) {
    EXPECT_STREQ(month_name(1), "januari");
    EXPECT_STREQ(month_name(3), "maart");
    EXPECT_STREQ(month_name(8), "augustus");
    EXPECT_STREQ(month_name(12), "december");
    EXPECT_STREQ(month_name(0), "");
    EXPECT_STREQ(month_name(13), "");
}

}  // namespace
}  // namespace begroot
