#include "management/detail/report_tables.hpp"

#include "management/detail/cells.hpp"
#include "management/detail/origin_rows.hpp"
#include "management/detail/rule_texts.hpp"

#include <algorithm>
#include <utility>

namespace begroot::management::detail {

namespace {

constexpr SummaryColumns in_summary;
constexpr std::uint16_t text_width = 70;

std::vector<Column> summary_columns(PlanYear plan_year, Month until) {
    const std::string year = to_text(plan_year);
    return {{"code", "Nr", ColumnKind::text, 0, 8},
            {"naam", "Speerpunt", ColumnKind::text, 0, 44},
            {"begroot_tot", head_until("Begroot", until), ColumnKind::money, 0, 0},
            {"werkelijk", head_until("Werkelijk", until), ColumnKind::money, 0, 0},
            {"verschil", "Verschil\neuro", ColumnKind::money, 0, 0},
            {"oordeel", "Oordeel", ColumnKind::text, 0, 10},
            {"begroot", "Begroot\n" + year, ColumnKind::money, 2, 0},
            {"prognose", "Prognose\n" + year, ColumnKind::money, 1, 0},
            {"licht", "Licht", ColumnKind::text, 0, 14},
            {"lichten_doelen", "Lichten van\nde doelen", ColumnKind::text, 0, 20}};
}

std::string counts_text(const LightCounts& counts) {
    std::string text;
    for (const Light light : {Light::red, Light::amber, Light::green}) {
        const std::int64_t count = counts.at(static_cast<std::size_t>(light));
        if (count > 0) text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + light_name(light);
    }
    const std::int64_t without = counts.at(static_cast<std::size_t>(Light::none));
    if (without > 0) text += (text.empty() ? "" : ", ") + std::to_string(without) + " zonder";
    return text;
}

/// Makes the figures of a summary row those of a row of the table of amounts.
void link_summary(Row& row, std::size_t amounts_row) {
    constexpr AmountColumns in_amounts;
    for (const auto& [here, there] :
         {std::pair{in_summary.budget_to_date, in_amounts.budget_to_date},
          std::pair{in_summary.actual, in_amounts.actual}, std::pair{in_summary.variance, in_amounts.variance},
          std::pair{in_summary.verdict, in_amounts.verdict}, std::pair{in_summary.budget, in_amounts.budget},
          std::pair{in_summary.forecast, in_amounts.forecast}}) {
        Cell& cell = row.cells[here];
        if (is_empty(cell) || std::holds_alternative<Mark>(cell.value)) continue;
        cell.formula = {CellRef{amounts_table_name, amounts_row, there}};
    }
}

Row summary_row(const std::string& code, const std::string& name, const report::Amounts& amounts) {
    Row row{RowRole::body, 0, std::vector<Cell>(in_summary.goals + 1)};
    row.cells[in_summary.code] = words_cell(code);
    row.cells[in_summary.name] = words_cell(name);
    row.cells[in_summary.budget_to_date] = money_cell(amounts.budget_to_date);
    row.cells[in_summary.actual] = money_cell(amounts.actual);
    row.cells[in_summary.variance] = money_cell(amounts.variance);
    row.cells[in_summary.variance].tone = tone_of(amounts.variance);
    row.cells[in_summary.verdict] = verdict_cell(amounts.variance);
    row.cells[in_summary.budget] = money_cell(amounts.budget);
    row.cells[in_summary.forecast] = money_cell(amounts.forecast);
    return row;
}

std::string line_name(const ReportLine& line) { return line.line.name; }

}  // namespace

Table make_summary_table(const Input& input, const ManagementReport& report) {
    Table table;
    table.name = summary_table_name;
    table.title = "Samenvatting per speerpunt";
    table.columns = summary_columns(report.table.year, report.table.until);
    table.subtitles = report.introduction;
    const bool lights = input.rules->lights.has_value();
    for (std::size_t i = 0; i < report.lines.size(); ++i) {
        const ReportLine& line = report.lines[i];
        if (line.line.level != report::Level::speerpunt) continue;
        Row row = summary_row(line.line.code, line.line.name, line.line.amounts);
        row.cells[in_summary.budget] = budget_cell(line.line);
        link_summary(row, i);
        if (lights) {
            row.cells[in_summary.light] = light_cell(line.judgement.light);
            row.cells[in_summary.goals] = words_cell(counts_text(lights_below(report, i)));
        }
        table.rows.push_back(std::move(row));
    }
    Row total = summary_row("", "Totaal jaarplan", report.total);
    total.role = RowRole::total;
    link_summary(total, report.lines.size());
    if (lights) total.cells[in_summary.light] = light_cell(report.total_judgement.light);
    table.rows.push_back(std::move(total));
    if (!lights) {
        table.columns.resize(in_summary.light);
        for (Row& row : table.rows) row.cells.resize(in_summary.light);
    }
    table.notes.push_back(lights_text(*input.rules));
    return table;
}

Table make_decisions_table(const ManagementReport& report) {
    Table table;
    table.name = "Besluiten";
    table.title = "Gevraagde besluiten";
    table.columns = {{"nummer", "Nr", ColumnKind::text, 0, 6},
                     {"besluit", "Gevraagd besluit", ColumnKind::text, 0, text_width},
                     {"toelichting", "Toelichting", ColumnKind::text, 0, text_width}};
    for (const Decision& decision : report.decisions) {
        table.rows.push_back({RowRole::body,
                              0,
                              {words_cell(std::to_string(table.rows.size() + 1)), words_cell(decision.text),
                               words_cell(decision.explanation)}});
    }
    return table;
}

Table make_forecasts_table(const ManagementReport& report) {
    Table table;
    table.name = "Prognoses";
    table.title = "Doelen met een eigen prognose";
    table.columns = {{"code", "Code", ColumnKind::text, 0, 8},
                     {"naam", "Doel", ColumnKind::text, 0, 40},
                     {"methode", "Methode", ColumnKind::text, 0, 20},
                     {"prognose", "Prognose\n" + to_text(report.table.year), ColumnKind::money, 0, 0},
                     {"toelichting", "Toelichting", ColumnKind::text, 0, text_width}};
    for (const ReportLine& line : report.lines) {
        if (!line.forecast.by_rule) continue;
        table.rows.push_back(
            {RowRole::body,
             0,
             {words_cell(line.line.code), words_cell(line_name(line)), words_cell(method_words(line.forecast.method)),
              money_cell(line.forecast.amount), words_cell(line.forecast.explanation)}});
    }
    return table;
}

Table make_deviations_table(const Input& input, const ManagementReport& report) {
    Table table;
    table.name = "Afwijkingen";
    table.title = "Afwijkingen en toelichtingen";
    table.columns = {{"code", "Code", ColumnKind::text, 0, 14},
                     {"naam", "Speerpunt of doel", ColumnKind::text, 0, 36},
                     {"afwijking", "Afwijking\neuro", ColumnKind::money, 0, 0},
                     {"afwijking_procent", "Afwijking\n%", ColumnKind::percent, 1, 0},
                     {"oordeel", "Oordeel", ColumnKind::text, 0, 10},
                     {"toelichting", "Toelichting", ColumnKind::text, 0, text_width}};
    const auto add = [&table](const ReportLine& line) {
        const Judgement& judgement = line.judgement;
        if (!judgement.must_be_explained && line.explanation.empty()) return;
        const Tone tone = tone_of(judgement.deviation);
        Cell percent;
        if (judgement.deviation && judgement.basis) {
            if (const auto share = ratio(*judgement.deviation, judgement.basis->abs())) percent.value = *share;
        }
        percent.tone = tone;
        Cell amount = money_cell(judgement.deviation);
        amount.tone = tone;
        Cell words = line.explanation.empty() ? words_cell("TOELICHTING ONTBREEKT", Tone::unfavourable)
                                              : words_cell(joined_paragraphs(line.explanation));
        const bool outside = line.line.code == "buiten_jaarplan" || line.line.code == "zonder_regel";
        table.rows.push_back(
            {RowRole::body,
             0,
             {words_cell(outside ? "" : line.line.code), words_cell(line_name(line)), std::move(amount),
              std::move(percent), verdict_cell(judgement.deviation), std::move(words)}});
    };
    std::ranges::for_each(report.lines, add);
    std::ranges::for_each(report.remainder, add);
    table.notes.push_back(threshold_text(*input.rules));
    if (input.rules->threshold && table.rows.empty()) table.notes.emplace_back("Geen afwijking haalt deze grens.");
    return table;
}

Table make_indicators_table(const std::vector<MeasuredIndicator>& indicators) {
    Table table;
    table.name = "Indicatoren";
    table.title = "Indicatoren";
    table.columns = {{"bij", "Bij", ColumnKind::text, 0, 8},
                     {"indicator", "Indicator", ColumnKind::text, 0, text_width},
                     {"nulmeting", "Nulmeting", ColumnKind::text, 0, 14},
                     {"streef", "Streven", ColumnKind::text, 0, 30},
                     {"streef_op", "Wanneer", ColumnKind::text, 0, 20},
                     {"gemeten", "Gemeten", ColumnKind::text, 0, 20},
                     {"stand", "Stand", ColumnKind::text, 0, 18}};
    for (const MeasuredIndicator& one : indicators) {
        const Indicator& indicator = *one.indicator;
        Tone tone = Tone::plain;
        if (one.progress.verdict == Verdict::reached) tone = Tone::favourable;
        if (one.progress.verdict == Verdict::not_reached && one.is_due) tone = Tone::unfavourable;
        std::string when = indicator.target_when;
        if (when.empty() && indicator.target_on) when = day_words(*indicator.target_on);
        table.rows.push_back({RowRole::body,
                              0,
                              {words_cell(indicator.at), words_cell(indicator.text),
                               words_cell(indicator.baseline ? to_text(*indicator.baseline) : ""),
                               words_cell(target_text(indicator)), words_cell(std::move(when)),
                               words_cell(measured_value(one)), words_cell(std::string(measured_words(one)), tone)}});
    }
    table.notes.emplace_back(
        "Gemeten is de laatste meting die er op dit moment was; waar het plan geen getal noemt of niemand gemeten "
        "heeft, is "
        "de stand niet bekend.");
    return table;
}

Table make_origin_table(const Input& input, const ManagementReport& report) {
    Table table = origin_table();
    const Plan& plan = *input.facts.plan;
    put_origin(table, "Organisatie", plan.organisation);
    put_origin(table, "Plan", plan.title);
    put_origin(table, "Begrotingsversie", plan.version);
    put_origin(table, "Begroting in deze tabellen", report::budget_words(input.facts));
    put_origin(table, "Moment", report.moment.code + ", " + until_text(report.table.until));
    put_origin(table, "Boekingen", report.known_until ? until_text(*report.known_until) : no_ledger_words);
    put_ties(table, report.table);
    put_sources(table, report.sources);
    return table;
}

}  // namespace begroot::management::detail
