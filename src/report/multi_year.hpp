#pragma once
// The multi-year view: staat van baten en lasten, balance, cash flow and kengetallen by year, from one compiled model.

#include "model/evaluate.hpp"
#include "report/budget_vs_actual.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace begroot::report {

/// What the lines of the multi-year table are grouped by.
enum class MultiYearPer : std::uint8_t { rubric, speerpunt, goal };

/// A row of money by year; sums of rounded lines, exact.
struct YearLine {
    std::string code;
    std::string name;
    Side side = Side::expense;
    std::string speerpunt;  ///< code, empty when none
    std::string goal;
    std::string rubric;
    std::vector<Money> years;
};

/// A ratio by year; nothing where it cannot be computed.
struct YearRatio {
    std::string code;
    std::string name;
    model::Unit unit;
    model::SignalDirection direction = model::SignalDirection::none;
    std::vector<std::optional<double>> values;
    std::vector<std::optional<double>> signals;
    /// Tells whether the value of a year is on the wrong side of its signal.
    [[nodiscard]] bool is_beyond(std::size_t year) const;
};

/// The whole view of one scenario.
struct MultiYear {
    std::string scenario;
    std::vector<std::int32_t> years;
    std::vector<YearLine> lines;  ///< income, then expense, by rubric and then in the order of the model
    std::vector<Money> income;    ///< totaal_baten
    std::vector<Money> expense;
    std::vector<Money> financial;
    std::vector<Money> result;
    std::vector<Money> duo_deductions;  ///< afdrachten_duo
    std::vector<Money> net_income;      ///< netto_baten
    std::vector<YearLine> balance;      ///< items by rubric
    std::vector<Money> assets;
    std::vector<Money> liabilities;
    std::vector<YearLine> cash_flow;  ///< result, change of every rubric, sum; opening and closing cash
    std::vector<YearRatio> ratios;
    Findings findings;  ///< a balance that does not balance, figures that cannot be computed, a subsidy that ended, …
};

/// Reads all figures of an evaluated model.
[[nodiscard]] MultiYear multi_year(const model::Definition& definition, const model::Evaluator& evaluator,
                                   const std::string& scenario, const std::vector<std::int32_t>& years);

/// The forecast of the budget table by address: what a line of year 0 takes.
struct ForecastPart {
    std::string goal;       ///< doel, or `niet_toegewezen`
    std::string booked_at;  ///< speerpunt where it is booked
    std::string rubric;
    Money forecast;  ///< expense positive
};

/// Splits the table's forecast over goal, place of booking and rubric; the parts add up to the table's (checked).
[[nodiscard]] std::vector<ForecastPart> forecast_parts(const Facts& facts, const BudgetVsActual& table);

/// Gives every line with `jaar0 = "prognose"` the forecast of its goal as value of the base year. Errors: a part that
/// no line takes or that two lines take, a line without any part.
[[nodiscard]] std::vector<Error> take_forecast(model::Definition& definition, const std::vector<ForecastPart>& parts);

/// Prints the view as tables: baten en lasten, balance, cash flow, kengetallen.
[[nodiscard]] Document to_document(const MultiYear& view, MultiYearPer per);

}  // namespace begroot::report
