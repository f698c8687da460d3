#include "management/indicators.hpp"

#include "management/documents.hpp"
#include "management/report_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::management {
namespace {

using namespace test;

Plan measured_plan() {
    Plan plan = sample_office().plan;
    Indicator indicator;
    indicator.at = "1.1";
    indicator.text = "Scholen met een beschreven aanbod";
    indicator.direction = Direction::at_least;
    indicator.target = parse_indicator_value("75%");
    indicator.target_on = Day{2025, 12, 31};
    indicator.measurements = {{{2025, 3, 1}, *parse_indicator_value("60%"), "telling"},
                              {{2025, 6, 1}, *parse_indicator_value("80%"), "telling"}};
    plan.indicators = {indicator};
    return plan;
}

TEST(Indicators, AreMeasuredWithWhatWasKnownOnTheDay) {
    const Plan plan = measured_plan();
    const auto march = measure_indicators(plan, {2025, 3, 31});
    EXPECT_EQ(measured_value(march.at(0)), "60% (01-03-2025)");
    EXPECT_EQ(measured_words(march.at(0)), "nog niet gehaald");
    const auto june = measure_indicators(plan, {2025, 6, 30});
    EXPECT_EQ(measured_words(june.at(0)), "gehaald");
    const auto january = measure_indicators(plan, {2025, 1, 31});
    EXPECT_EQ(measured_value(january.at(0)), "");
    EXPECT_EQ(measured_words(january.at(0)), "niet bekend");
}

TEST(Indicators, ThatAreDueAreMissed) {
    Plan plan = measured_plan();
    plan.indicators[0].target_on = Day{2025, 3, 15};
    EXPECT_EQ(measured_words(measure_indicators(plan, {2025, 3, 31}).at(0)), "niet gehaald");
}

TEST(Indicators, StandInTheReportAndBesideTheirGoalInTheEvaluation) {
    Reported reported;
    reported.office.plan = measured_plan();
    const Document report = to_document(reported.input(), reported.report(), MoneyStyle::whole_euros);
    EXPECT_EQ(table_named(report, "Indicatoren").rows.size(), 1U);
    const Evaluation evaluation = evaluate_plan(reported.input()).value();
    EXPECT_EQ(evaluation.lines.at(1).indicators.size(), 1U);
    EXPECT_TRUE(evaluation.lines.at(2).indicators.empty());
}

}  // namespace
}  // namespace begroot::management
