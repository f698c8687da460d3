#pragma once
// What a year will cost, line by line, each by the method that the model gives it.

#include "report/budget_vs_actual.hpp"
#include "reporting/report_rules.hpp"

#include <optional>
#include <string>
#include <vector>

namespace begroot::management {

/// The forecast of one line and how it came about.
struct LineForecast {
    std::optional<Money> amount;
    ForecastMethod method = ForecastMethod::actual_plus_rest;
    bool by_rule = false;          ///< the model has a [[prognose]] for this goal and moment
    bool without_pattern = false;  ///< last year gave no pattern, so `method` is not the one that was asked
    std::string explanation;       ///< of the rule
};

/// The forecasts of a table per goal in the plan view.
struct Forecasts {
    std::vector<LineForecast> of_lines;      ///< by index; a speerpunt's is the sum of its goals'
    std::vector<LineForecast> of_remainder;  ///< always booked so far + rest of the budget
    std::optional<Money> total;              ///< of the plan
    Findings findings;                       ///< `prognose_zonder_patroon` (waarschuwing)
};

/// Forecasts every line. The parts of a total add up to it to the cent (checked). A line without actuals has a forecast
/// only when a person gave one.
[[nodiscard]] Forecasts forecast_lines(const report::Facts& facts, const report::BudgetVsActual& table,
                                       const ReportRules& rules, const std::string& moment);

/// Gives amount x part / whole, rounded half away from zero to the cent; `whole` is not zero.
[[nodiscard]] Money scaled(Money amount, std::int64_t part, std::int64_t whole);

}  // namespace begroot::management
