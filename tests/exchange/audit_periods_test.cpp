#include "exchange/detail/audit_periods.hpp"

#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

struct DayCase {
    const char* text;
    std::optional<AuditDay> day;
};

class AuditDayText : public testing::TestWithParam<DayCase> {};

TEST_P(AuditDayText, IsReadOrLeft) { EXPECT_EQ(read_audit_day(GetParam().text), GetParam().day) << GetParam().text; }

constexpr DayCase day_cases[] = {
    {"2025-01-31", AuditDay{2025, 1, 31}},
    {"2025-01-31T00:00:00", AuditDay{2025, 1, 31}},
    {"31-01-2025", AuditDay{2025, 1, 31}},
    {"31/1/2025", AuditDay{2025, 1, 31}},
    {"1.2.2025", AuditDay{2025, 2, 1}},
    {"20250131", AuditDay{2025, 1, 31}},
    {"2025/01/31", AuditDay{2025, 1, 31}},
    {"2025-1-31", AuditDay{2025, 1, 31}},
    {"2025-01-31 00:00", AuditDay{2025, 1, 31}},
    {"2025-01/31", std::nullopt},
    {"2025-01-31-01", std::nullopt},
    {"2025-13-01", std::nullopt},
    {"2025-01-312", std::nullopt},
    {"31-01-25", std::nullopt},
    {"", std::nullopt},
    {"januari", std::nullopt},
    {"-", std::nullopt},
};

INSTANTIATE_TEST_SUITE_P(All, AuditDayText, testing::ValuesIn(day_cases));

/// Writes how a key is taken.
std::string taken(AuditPeriods& periods, std::string_view key) {
    const TakenPeriod& period = periods.take(key, 3);
    if (!period.period.read_as) return "onbekend";
    return std::to_string(period.period.read_as->year) + "/" + std::to_string(period.period.read_as->number) +
           (period.opening ? " begin" : "") + (period.remark.empty() ? "" : " *");
}

AuditPeriods of_2025() {
    AuditPeriods periods;
    periods.start({.first = {2025, 1}});
    return periods;
}

TEST(AuditPeriods, AreMonthsFromOneToTwelveHoweverWritten) {
    AuditPeriods periods = of_2025();
    EXPECT_EQ(taken(periods, "1"), "2025/1");
    EXPECT_EQ(taken(periods, "01"), "2025/1");
    EXPECT_EQ(taken(periods, "012"), "2025/12");
}

TEST(AuditPeriods, AreTheOpeningWhenNought) {
    AuditPeriods periods = of_2025();
    for (const char* key : {"0", "00", "000"}) EXPECT_EQ(taken(periods, key), "2025/0 begin");
}

TEST(AuditPeriods, StayWhatTheyAreWhenNoDatesMakeThemAMonth) {
    AuditPeriods periods = of_2025();
    periods.list({"13", "2025-12-31", "2025-12-31"});
    EXPECT_EQ(taken(periods, "13"), "2025/13 *");
    EXPECT_EQ(taken(periods, "55"), "2025/55 *");
}

TEST(AuditPeriods, FollowTheDatesOfTheBlock) {
    AuditPeriods periods = of_2025();
    periods.list({"501", "2025-01-01", "2025-01-31"});
    periods.list({"2", "2025-04-01", "2025-06-30"});
    periods.list({"jan", "2025-01-01", "2025-01-31"});
    EXPECT_EQ(taken(periods, "501"), "2025/1 *");
    EXPECT_EQ(taken(periods, "2"), "2025/6 *");
    EXPECT_EQ(taken(periods, "jan"), "2025/1 *");
    EXPECT_EQ(taken(periods, "feb"), "onbekend");
}

TEST(AuditPeriods, HoldYearAndMonthInOneNumberOnlyWhenTheYearIsRight) {
    AuditPeriods periods = of_2025();
    EXPECT_EQ(taken(periods, "502"), "2025/2 *");
    EXPECT_EQ(taken(periods, "202503"), "2025/3 *");
    EXPECT_EQ(taken(periods, "500"), "2025/0 begin *");
    EXPECT_EQ(taken(periods, "513"), "2025/13 *");
    EXPECT_EQ(taken(periods, "402"), "onbekend");
    EXPECT_EQ(taken(periods, "-1"), "onbekend");
    EXPECT_EQ(taken(periods, "99999999999"), "onbekend");
}

TEST(AuditPeriods, CountFromTheFirstMonthOfABrokenYear) {
    AuditPeriods periods;
    periods.start({.first = {2024, 8}});
    EXPECT_EQ(taken(periods, "1"), "2024/8");
    EXPECT_EQ(taken(periods, "5"), "2024/12");
    EXPECT_EQ(taken(periods, "6"), "2025/1");
    EXPECT_EQ(taken(periods, "12"), "2025/7");
    EXPECT_EQ(taken(periods, "0"), "2024/0 begin");
    EXPECT_EQ(taken(periods, "13"), "2025/13 *");
}

TEST(AuditPeriods, FollowTheBlockInACutMonthAndNotInADay) {
    AuditPeriods periods = of_2025();
    periods.list({"3", "2025-05-15", "2025-05-31"});
    periods.list({"4", "2025-06-01", "2025-06-10"});
    periods.list({"12", "2025-11-30", "2025-11-30"});
    periods.list({"5", "2025-07-08", "2025-07-14"});
    EXPECT_EQ(taken(periods, "3"), "2025/5 *");
    EXPECT_EQ(taken(periods, "4"), "2025/6 *");
    EXPECT_EQ(taken(periods, "12"), "2025/12");
    EXPECT_EQ(taken(periods, "5"), "2025/5");
}

TEST(AuditPeriods, AreListedWithTheirLines) {
    AuditPeriods periods = of_2025();
    periods.list({"1", "2025-01-01", "2025-01-31"});
    (void)periods.take("1", 3);
    (void)periods.take("1", 4);
    (void)periods.take("13", 5);
    const auto all = periods.all();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].lines, 2U);
    EXPECT_EQ(all[1].key, "13");
    AuditFindings findings("f.xaf");
    periods.report(findings);
    const Findings told = findings.take();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(to_text(told[0]),
              "melding periode_geen_maand: f.xaf, regel 5: periode \"13\" is geen maand: de boekingen staan in periode "
              "13 en tellen in geen enkele maand mee (1 boeking).");
}

TEST(AuditPeriods, OfManyThousandsAreNotKept) {
    AuditPeriods periods = of_2025();
    for (int i = 0; i < 5000; ++i) (void)periods.take("x" + std::to_string(i), 1);
    EXPECT_EQ(periods.all().size(), 1000U);
}

}  // namespace
}  // namespace begroot::exchange::detail
