#include "exchange/detail/date_text.hpp"

#include "exchange/finding_match.hpp"
#include "exchange/sheet_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

using namespace test;

constexpr Day last_of_2025{2025, 12, 31};

TEST(DateText, ReadsEveryFormOfOneDay) {
    for (const char* text : {"31-12-2025",
                             "31/12/2025",
                             "31.12.2025",
                             "2025-12-31",
                             "2025/12/31",
                             "20251231",
                             "31-12-25",
                             "31/12/25",
                             "31-dec-25",
                             "31-DEC-2025",
                             "31 december 2025",
                             "31 dec. 2025",
                             "31dec2025",
                             "31-12-2025 00:00:00",
                             "31-12-2025 13:05",
                             "2025-12-31T00:00:00+01:00",
                             "2025-12-31T00:00:00",
                             "2025-12-31T21:59:59Z",
                             "2025-12-31 10:11:12.345",
                             "2025-12-31T00:00:00.000+0100",
                             " 31-12-2025 ",
                             "46022"})
        EXPECT_EQ(read_date(text, DateOrder::open), (DateReading{DateState::value, last_of_2025})) << text;
}

TEST(DateText, ReadsMonthsByTheirDutchAndEnglishNames) {
    const std::vector<std::pair<const char*, std::int32_t>> cases{
        {"1 jan 2025", 1},  {"1 febr 2025", 2}, {"1 mrt 2025", 3},  {"1 maart 2025", 3},
        {"1 mei 2025", 5},  {"1 may 2025", 5},  {"1 juni 2025", 6}, {"1 Aug 2025", 8},
        {"1 sept 2025", 9}, {"1 okt 2025", 10}, {"1-oct-2025", 10}, {"1 nov. 2025", 11}};
    for (const auto& [text, month] : cases) {
        EXPECT_EQ(read_date(text, DateOrder::open), (DateReading{DateState::value, {2025, month, 1}})) << text;
    }
}

TEST(DateText, ReadsOldAndEndlessDates) {
    EXPECT_EQ(read_date("01-01-1900", DateOrder::open), (DateReading{DateState::value, {1900, 1, 1}}));
    EXPECT_EQ(read_date("1-1-2026", DateOrder::open), (DateReading{DateState::value, {2026, 1, 1}}));
    for (const char* text : {"9999-12-31", "31-12-9999", "99991231"})
        EXPECT_EQ(read_date(text, DateOrder::open).state, DateState::no_end) << text;
    EXPECT_EQ(read_date("31-12-69", DateOrder::open).day, (Day{2069, 12, 31}));
    EXPECT_EQ(read_date("31-12-70", DateOrder::open).day, (Day{1970, 12, 31}));
}

TEST(DateText, RefusesADayThatDoesNotExist) {
    for (const char* text :
         {"29-02-2025", "31-06-2025", "31-13-2025", "0-1-2025", "2025-02-29", "20250229", "32-01-2025", "1-1-1899",
          "2200-01-01", "2025-13-01", "31 april 2025", "00000000", "9999-12-30"})
        EXPECT_EQ(read_date(text, DateOrder::open).state, DateState::impossible) << text;
    EXPECT_EQ(read_date("29-02-2024", DateOrder::open).state, DateState::value);
}

TEST(DateText, IsNoDateWhenItIsSomethingElse) {
    for (const char* text : {"",
                             "12",
                             "2025",
                             "202512",
                             "2025-12",
                             "dec-25",
                             "P12 2025",
                             "2025M12",
                             "Periode 12",
                             "501",
                             "2024-2025",
                             "31-12/2025",
                             "31-12-2025x",
                             "31-12-202",
                             "31-12-2025 25:00",
                             "1.234,56",
                             "12.345.678",
                             "2025-12-31T00:00:00+1",
                             "31-foo-2025",
                             "46022,5",
                             "12345",
                             "1234567890",
                             "-31-12-2025",
                             "31--12-2025"})
        EXPECT_EQ(read_date(text, DateOrder::open).state, DateState::no_date) << text;
}

TEST(DateText, TellsItsOrder) {
    const std::vector<std::pair<const char*, DateOrder>> cases{
        {"31-12-2025", DateOrder::day_first}, {"12/31/2025", DateOrder::month_first},
        {"1-2-2025", DateOrder::ambiguous},   {"5-5-2025", DateOrder::open},
        {"2025-02-01", DateOrder::open},      {"1 feb 2025", DateOrder::open},
        {"20250201", DateOrder::open},        {"31-31-2025", DateOrder::none},
        {"02-30-2025", DateOrder::none},      {"Boekdatum", DateOrder::none},
        {"13-01-2025", DateOrder::day_first}, {"01.13.2025", DateOrder::month_first}};
    for (const auto& [text, order] : cases) EXPECT_EQ(date_order_of(text), order) << text;
}

TEST(DateText, FollowsItsColumnWhereItIsAmbiguous) {
    EXPECT_EQ(read_date("1-2-2025", DateOrder::day_first).day, (Day{2025, 2, 1}));
    EXPECT_EQ(read_date("1-2-2025", DateOrder::month_first).day, (Day{2025, 1, 2}));
    EXPECT_EQ(read_date("1-2-2025", DateOrder::open).state, DateState::ambiguous);
    EXPECT_EQ(read_date("1-2-2025", DateOrder::none).state, DateState::ambiguous);
    EXPECT_EQ(read_date("12/31/2025", DateOrder::day_first).state, DateState::impossible);
    EXPECT_EQ(read_date("2025-02-01", DateOrder::month_first).day, (Day{2025, 2, 1}));
}

TEST(DateText, DoesNotGuessTheDayOfALateHourInUtc) {
    EXPECT_EQ(read_date("2025-12-31T23:00:00Z", DateOrder::open).state, DateState::zone_unclear);
    EXPECT_EQ(read_date("2025-12-31T22:00:00+00:00", DateOrder::open).state, DateState::zone_unclear);
    EXPECT_EQ(read_date("2025-12-31T23:00:00+01:00", DateOrder::open).day, last_of_2025);
}

}  // namespace
}  // namespace begroot::exchange::detail
