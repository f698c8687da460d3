#pragma once
// The management report that a controller sends to the board: what was planned, what was booked, what the year will
// bring, where that is too far apart and what is asked.

#include "management/forecast.hpp"
#include "management/judgement.hpp"
#include "reporting/explanation.hpp"

#include <array>
#include <string>
#include <vector>

namespace begroot::management {

/// A file the figures come from.
struct SourceLine {
    std::string kind;  ///< model, begroting, mutaties, toelichtingen
    std::string file;
    std::string sha256;
};

/// All that a report looks at; it must outlive the making of one.
struct Input {
    report::Facts facts;
    const ReportRules* rules = nullptr;
    const Explanations* explanations = nullptr;
    std::vector<SourceLine> sources;
};

/// One line of the report: a speerpunt, a goal, or what stands outside the plan.
struct ReportLine {
    report::Line line;
    LineForecast forecast;
    std::optional<Money> forecast_variance;  ///< budget - forecast: positive is voordelig; nothing without a budget
    Judgement judgement;
    std::vector<std::string> explanation;  ///< paragraphs; of the report's moment
};

/// Counts lights: none, groen, oranje, rood.
using LightCounts = std::array<std::int64_t, 4>;

/// The whole report. Lines stand as in the table: each speerpunt before its goals.
struct ManagementReport {
    Moment moment;
    std::optional<Month> known_until;  ///< last month with bookings; nothing without a ledger
    report::BudgetVsActual table;
    std::vector<ReportLine> lines;
    std::vector<ReportLine> remainder;
    report::Amounts total;  ///< of the plan, with the forecast of this report
    Judgement total_judgement;
    std::vector<std::string> introduction;  ///< what is said of the plan as a whole
    std::vector<Decision> decisions;
    std::vector<SourceLine> sources;
    Findings
        findings;  ///< of the report, beside those of the table: `cijfers_lopen_achter`, a missing explanation (fout)
};

/// Counts the lights of the goals of a speerpunt (`head` is its index).
[[nodiscard]] LightCounts lights_below(const ManagementReport& report, std::size_t head);

/// Makes the report of a moment. Errors: those of the table.
[[nodiscard]] Result<ManagementReport> make_report(const Input& input, const Moment& moment);

}  // namespace begroot::management
