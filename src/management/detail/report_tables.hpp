#pragma once
// The tables of a management report, one function each.

#include "management/documents.hpp"

namespace begroot::management::detail {

inline constexpr const char* summary_table_name = "Samenvatting";
inline constexpr const char* amounts_table_name = "Begroot en prognose";
inline constexpr const char* deviations_table_name = "Afwijkingen";
inline constexpr const char* no_explanation_words = "TOELICHTING ONTBREEKT";

/// Where each column of the table of amounts stands; its rows are the lines of the report, then the total of the plan.
struct AmountColumns {
    std::size_t code = 0, name = 1, budget = 2, budget_to_date = 3, actual = 4, variance = 5, verdict = 6, forecast = 7,
                forecast_variance = 8, forecast_verdict = 9, method = 10, count = 11;
};

/// Columns of the summary that a chart draws.
struct SummaryColumns {
    std::size_t code = 0, name = 1, budget_to_date = 2, actual = 3, variance = 4, verdict = 5, budget = 6, forecast = 7,
                light = 8, goals = 9;
};

/// One row a speerpunt, with its light and those of its goals, and the total of the plan.
[[nodiscard]] Table make_summary_table(const Input& input, const ManagementReport& report);

/// The decisions that are asked.
[[nodiscard]] Table make_decisions_table(const ManagementReport& report);

/// Every speerpunt and goal: the year, up to the moment, and the forecast with its method.
[[nodiscard]] Table make_amounts_table(const Input& input, const ManagementReport& report);

/// Goals with a forecast rule of their own, and why.
[[nodiscard]] Table make_forecasts_table(const ManagementReport& report);

/// What must be explained or is, with the explanation or the gap.
[[nodiscard]] Table make_deviations_table(const Input& input, const ManagementReport& report);

/// Tells whether a line stands in that table.
[[nodiscard]] inline bool is_deviation(const ReportLine& line) {
    return line.judgement.must_be_explained || !line.explanation.empty();
}

/// What was measured beside euros.
[[nodiscard]] Table make_indicators_table(const std::vector<MeasuredIndicator>& indicators);

/// Where the figures come from and that they tie.
[[nodiscard]] Table make_origin_table(const Input& input, const ManagementReport& report);

}  // namespace begroot::management::detail
