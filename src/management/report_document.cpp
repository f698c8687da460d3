#include "management/detail/cells.hpp"
#include "management/detail/origin_rows.hpp"
#include "management/detail/report_tables.hpp"
#include "management/documents.hpp"

namespace begroot::management {

namespace {

/// Says in two lines what this is about: organisation and plan, version and how far the figures go.
std::vector<std::string> head_lines(const Input& input, const ManagementReport& report) {
    const Plan& plan = *input.facts.plan;
    std::string figures = "Begroting: " + (plan.version.empty() ? plan.title : plan.title + ", " + plan.version);
    if (const std::string budget = report::budget_words(input.facts); !budget.empty()) figures += ", " + budget;
    figures += report.known_until ? ". Boekingen " + detail::until_text(*report.known_until) + "."
                                  : ". Het model noemt geen mutaties; werkelijk is daarom leeg en niet 0.";
    return {figures};
}

Chart summary_chart(const ManagementReport& report) {
    const detail::SummaryColumns columns;
    Chart chart;
    chart.title = "Begroot en werkelijk " + detail::until_text(report.table.until) + " per speerpunt";
    chart.table = detail::summary_table_name;
    chart.label_column = columns.name;
    chart.series_columns = {columns.budget_to_date, columns.actual};
    std::size_t row = 0;
    for (const ReportLine& line : report.lines) {
        if (line.line.level == report::Level::speerpunt) chart.rows.push_back(row++);
    }
    return chart;
}

}  // namespace

Document to_document(const Input& input, const ManagementReport& report, MoneyStyle money) {
    Document document;
    const Plan& plan = *input.facts.plan;
    document.title = "Rapportage " + report.moment.code + ": " + plan.title;
    document.subject = plan.organisation + " · " + detail::period_text(report.table.year, report.table.until);
    Table summary = detail::make_summary_table(input, report);
    const std::vector<std::string> head = head_lines(input, report);
    summary.subtitles.insert(summary.subtitles.begin(), head.begin(), head.end());
    document.tables.push_back(std::move(summary));
    if (!report.decisions.empty()) document.tables.push_back(detail::make_decisions_table(report));
    document.tables.push_back(detail::make_amounts_table(input, report));
    Table forecasts = detail::make_forecasts_table(report);
    if (!forecasts.rows.empty()) document.tables.push_back(std::move(forecasts));
    document.tables.push_back(detail::make_deviations_table(input, report));
    if (!report.indicators.empty()) document.tables.push_back(detail::make_indicators_table(report.indicators));
    if (!report.findings.empty()) document.tables.push_back(detail::remarks_table(report.findings));
    document.tables.push_back(detail::make_origin_table(input, report));
    for (Table& table : document.tables) table.money_style = money;
    Chart chart = summary_chart(report);
    if (!chart.rows.empty()) document.charts.push_back(std::move(chart));
    check_document(document);
    return document;
}

}  // namespace begroot::management
