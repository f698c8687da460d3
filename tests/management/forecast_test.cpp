#include "management/forecast.hpp"

#include "management/report_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::management {
namespace {

using namespace test;

Forecasts forecasts_of(const Reported& reported) {
    const auto table = reported.table();
    return forecast_lines(reported.office.facts(), table, reported.rules, reported.moment.code);
}

TEST(Forecast, IsThatOfTheTableWhenNothingIsAgreed) {
    const Reported reported;
    const auto table = reported.table();
    const Forecasts made = forecasts_of(reported);
    for (std::size_t i = 0; i < table.lines.size(); ++i)
        EXPECT_EQ(made.of_lines[i].amount, table.lines[i].amounts.forecast) << table.lines[i].code;
    EXPECT_EQ(made.total, table.total.forecast);
}

TEST(Forecast, DrawsTheTempoOfTheMonthsGoneByToTwelve) {
    Reported reported;
    reported.rules.method = ForecastMethod::run_rate;
    const auto table = reported.table();
    const Forecasts made = forecasts_of(reported);
    EXPECT_EQ(forecast_of(table, made, "1.1").amount, euros(12'000)) << "3.000 in drie maanden";
    EXPECT_EQ(forecast_of(table, made, "1.2").amount, euros(160)) << "40 in drie maanden, ook al is er p.m. begroot";
    EXPECT_EQ(forecast_of(table, made, "2.1").amount, euros(2'000)) << "500 in drie maanden";
}

/// Books an amount of 2024 on an account of lasten.
void book_last_year(Reported& reported, const char* account, std::int64_t whole_euros, std::int32_t period) {
    reported.office.ledger->add({{2024},
                                 AccountId(account),
                                 Side::expense,
                                 CostCentreId(),
                                 CostUnitId(),
                                 JournalId("70"),
                                 begroot::test::sheet("vorig.xlsx")},
                                {"", "", "", Money::from_euros(whole_euros), period, 1, 9});
}

TEST(Forecast, FollowsThePatternOfLastYear) {
    Reported reported;
    for (std::int32_t period = 1; period <= 12; ++period) book_last_year(reported, "4999", 10, period);
    for (const std::int32_t period : {2, 6, 11}) book_last_year(reported, "4011", period == 2 ? 500 : 750, period);
    reported.office.join();
    reported.rules.forecasts = {{"1.1", "", ForecastMethod::last_year_pattern, {}, "", {}}};
    const auto table = reported.table();
    const Forecasts made = forecasts_of(reported);
    EXPECT_EQ(forecast_of(table, made, "1.1").amount, euros(12'000)) << "3.000 is een kwart van het jaar, zoals toen";
    EXPECT_TRUE(made.findings.empty());
}

TEST(Forecast, TakesNoPatternFromAYearThatIsCutOff) {
    Reported reported;
    for (std::int32_t period = 1; period <= 3; ++period) book_last_year(reported, "4011", 500, period);
    reported.office.join();
    reported.rules.forecasts = {{"1.1", "", ForecastMethod::last_year_pattern, {}, "", {}}};
    const auto table = reported.table();
    const Forecasts made = forecasts_of(reported);
    const LineForecast& goal = forecast_of(table, made, "1.1");
    EXPECT_TRUE(goal.without_pattern);
    EXPECT_NE(goal.amount, euros(3'000)) << "wat al besteed is, alsof er niets meer komt";
    ASSERT_EQ(made.findings.size(), 1U);
    EXPECT_EQ(made.findings[0].kind, "prognose_zonder_patroon");
}

TEST(Forecast, SaysSoWhenLastYearGivesNoPattern) {
    Reported reported;
    reported.rules.forecasts = {{"1.1", "", ForecastMethod::last_year_pattern, {}, "", {}}};
    const auto table = reported.table();
    const Forecasts made = forecasts_of(reported);
    const LineForecast& line = forecast_of(table, made, "1.1");
    EXPECT_EQ(line.method, ForecastMethod::actual_plus_rest);
    EXPECT_TRUE(line.without_pattern);
    EXPECT_EQ(line.amount, euros(12'000));
    ASSERT_EQ(made.findings.size(), 1U);
    EXPECT_EQ(made.findings[0].kind, "prognose_zonder_patroon");
}

TEST(Forecast, TakesTheAmountThatAPersonGivesAndAddsItUp) {
    Reported reported;
    reported.rules.forecasts = {{"1.2", "M3", ForecastMethod::own, Money::from_euros(900), "scholing", {}}};
    const auto table = reported.table();
    const Forecasts made = forecasts_of(reported);
    EXPECT_EQ(forecast_of(table, made, "1.2").amount, euros(900));
    EXPECT_EQ(forecast_of(table, made, "1").amount, euros(12'900));
    EXPECT_EQ(made.total, euros(12'900 + 1'625)) << "2.1: 500 geboekt, 1.125 nog te komen";
}

TEST(Forecast, NeedsNoLedgerForAnAmountOfAPerson) {
    Reported reported;
    reported.office.ledger.reset();
    reported.office.join();
    reported.rules.forecasts = {{"1.1", "", ForecastMethod::own, Money::from_euros(900), "", {}}};
    const auto table = reported.table();
    const Forecasts made = forecasts_of(reported);
    EXPECT_EQ(forecast_of(table, made, "1.1").amount, euros(900));
    EXPECT_EQ(forecast_of(table, made, "2.1").amount, std::nullopt);
}

TEST(Forecast, RoundsHalfAwayFromZero) {
    EXPECT_EQ(scaled(Money::from_cents(5), 1, 2), Money::from_cents(3));
    EXPECT_EQ(scaled(Money::from_cents(-5), 1, 2), Money::from_cents(-3));
    EXPECT_EQ(scaled(Money::from_cents(100), 12, 7), Money::from_cents(171));
    EXPECT_EQ(scaled(Money::from_cents(100), -1, -3), Money::from_cents(33));
}

}  // namespace
}  // namespace begroot::management
