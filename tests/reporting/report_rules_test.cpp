#include "reporting/report_rules.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(ReportRules, NamesEveryMethodByItsWord) {
    for (const ForecastMethod method : {ForecastMethod::actual_plus_rest, ForecastMethod::run_rate,
                                        ForecastMethod::last_year_pattern, ForecastMethod::own}) {
        EXPECT_EQ(find_method(method_name(method)), method);
    }
    EXPECT_EQ(find_method("gok"), std::nullopt);
}

TEST(ReportRules, TakesTheForecastOfTheMomentBeforeTheGeneralOne) {
    ReportRules rules;
    rules.forecasts = {{"1.1", "", ForecastMethod::run_rate, {}, "", {}},
                       {"1.1", "M8", ForecastMethod::own, Money::from_euros(900), "", {}}};
    EXPECT_EQ(find_forecast(rules, "1.1", "M8")->method, ForecastMethod::own);
    EXPECT_EQ(find_forecast(rules, "1.1", "M12")->method, ForecastMethod::run_rate);
    EXPECT_EQ(find_forecast(rules, "1.2", "M8"), nullptr);
}

}  // namespace
}  // namespace begroot
