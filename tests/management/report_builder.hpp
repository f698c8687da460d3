#pragma once
// A made-up office with agreements about its reports; change what you like, then ask for the report of M3.

#include "management/management_report.hpp"
#include "report/office_builder.hpp"

#include <algorithm>
#include <string>

namespace begroot::management::test {

using report::test::cents;
using report::test::euros;
using report::test::Office;
using report::test::sample_office;

/// Keeps all that an Input points to. The table runs to March.
struct Reported {
    Office office = sample_office();
    ReportRules rules;
    Explanations explanations;
    Moment moment{"M3", {2025, 3}, "M3"};

    [[nodiscard]] Input input() const {
        return {office.facts(), &rules, &explanations, {{"model", "plan.toml", std::string(64, 'b')}}};
    }
    [[nodiscard]] ManagementReport report() const { return make_report(input(), moment).value(); }
    [[nodiscard]] report::BudgetVsActual table() const {
        return office.table({report::Per::goal, report::View::plan, moment.until});
    }
};

/// Finds a line by its code; the test stops when there is none.
[[nodiscard]] inline const ReportLine& line_of(const ManagementReport& report, const std::string& code) {
    for (const auto* lines : {&report.lines, &report.remainder}) {
        const auto found = std::ranges::find_if(*lines, [&](const ReportLine& one) { return one.line.code == code; });
        if (found != lines->end()) return *found;
    }
    BEGROOT_CHECK(false, "de rapportage heeft die regel niet");
    return report.lines.front();
}

/// Finds the forecast of a goal by its code.
[[nodiscard]] inline const LineForecast& forecast_of(const report::BudgetVsActual& table, const Forecasts& forecasts,
                                                     const std::string& code) {
    const auto found = std::ranges::find(table.lines, code, &report::Line::code);
    BEGROOT_CHECK(found != table.lines.end(), "de tabel heeft die regel niet");
    return forecasts.of_lines[static_cast<std::size_t>(found - table.lines.begin())];
}

}  // namespace begroot::management::test
