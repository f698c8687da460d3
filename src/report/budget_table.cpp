#include "report/budget_table.hpp"

#include "money/format.hpp"
#include "report/detail/main_rows.hpp"
#include "report/detail/shared_costs.hpp"
#include "report/detail/table_parts.hpp"

#include <algorithm>

namespace begroot::report {

namespace {

const Moment* moment_at(const Plan& plan, Month until) {
    const auto found = std::ranges::find(plan.moments, until, &Moment::until);
    return found != plan.moments.end() ? &*found : nullptr;
}

/// Writes `januari tot en met augustus 2025`; the first year is named when it is another.
std::string period_name(Month first, Month until) {
    return month_name(first.month) + (first.year == until.year ? "" : " " + std::to_string(first.year)) +
           " tot en met " + month_name(until.month) + " " + std::to_string(until.year);
}

std::string period_text(const Plan& plan, const BudgetVsActual& answer) {
    const Moment* moment = moment_at(plan, answer.until);
    return (moment != nullptr ? moment->code + ": " : std::string()) + period_name(answer.counted.first, answer.until);
}

/// Says which part of the plan is shown and by which division: `deel 2024 van schooljaar 2024-2025: …`.
std::string part_text(const BudgetVsActual& answer) {
    const PlanPart& part = *answer.options.part;
    const std::string months = period_name(answer.counted.first, answer.counted.last);
    std::string text = "deel " + to_text(part.year) + " van " + name_of(answer.year) + ": " + months;
    if (part.split == YearSplit::months) return text + ", begroot naar de maanden van het plan";
    const bool august = answer.counted.first.month == school_year_first_month;
    return text + ", begroot naar de verdeling 7/12-5/12 (" + (august ? "5/12" : "7/12") + " in dit deel)";
}

std::string part_tie_text(const BudgetVsActual& answer) {
    const PartTie& tie = *answer.part_tie;
    return "Aansluiting op het hele plan (begroot, lasten min baten): dit deel " +
           format_euro(tie.here, Decimals::cents) + ", de rest van " + name_of(answer.year) + " " +
           format_euro(tie.rest, Decimals::cents) + ", samen " + format_euro(tie.whole, Decimals::cents) + ": " +
           (tie.ties ? "sluit." : "SLUIT NIET.");
}

std::vector<std::string> subtitles(const Facts& facts, const BudgetVsActual& answer) {
    const Plan& plan = *facts.plan;
    std::vector<std::string> lines{
        plan.organisation + " · " + plan.title + (plan.version.empty() ? "" : " (" + plan.version + ")"),
        period_text(plan, answer)};
    const bool by_plan = !answer.remainder.empty();
    if (by_plan && answer.options.view == View::plan)
        lines.back() += " · planweergave: elk bedrag bij het doel waar het gepland is";
    if (by_plan && answer.options.view == View::booking) {
        lines.back() += " · boekingsweergave: elk bedrag bij het speerpunt waar het geboekt is";
    }
    if (answer.options.part) lines.push_back(part_text(answer));
    if (const std::string budget = budget_words(facts); !budget.empty()) lines.push_back("Begroting: " + budget);
    return lines;
}

std::string tie_text(bool ties) { return ties ? "sluit" : "SLUIT NIET (begroot controle zegt waar)"; }

/// Proves that the budget shown is the first one with all changes since.
std::string changes_text(const Facts& facts, const BudgetVsActual& answer) {
    Money goals;
    Money outside;
    for (const BudgetChange& change : changes_shown(facts)) {
        const Money amount = debit_positive(change.mutation.side, change.amount);
        (change.mutation.goal.empty() ? outside : goals) += amount;
    }
    std::string text = "Begrotingswijzigingen tot en met " + facts.versions->states[facts.state].code +
                       " (lasten min baten): doelen " + format_euro(goals, Decimals::cents);
    if (!outside.is_zero()) text += ", buiten het jaarplan " + format_euro(outside, Decimals::cents);
    if (answer.budget_tie && !answer.remainder.empty()) {
        const Money primitive = answer.budget_tie->plan;
        text += std::string("; ") + (answer.options.part ? "het hele plan: " : "") + "primitief " +
                format_euro(primitive, Decimals::cents) + " + " + format_euro(goals, Decimals::cents) + " = " +
                format_euro(primitive + goals, Decimals::cents);
    }
    return text + ".";
}

std::vector<std::string> notes(const Facts& facts, const BudgetVsActual& answer, const TableStyle& style) {
    std::vector<std::string> lines;
    std::string skipped;
    for (const Line& line : answer.lines) {
        if (line.level != Level::speerpunt || !line.amounts.skipped.any()) continue;
        skipped += (skipped.empty() ? "" : "; ") + std::string("speerpunt ") + line.code + ": " +
                   total_with_skipped(line.amounts.budget, line.amounts.skipped);
    }
    if (answer.total.skipped.any()) {
        lines.push_back("Totaal begroot: " + total_with_skipped(answer.total.budget, answer.total.skipped) + " (" +
                        skipped + ").");
    }
    lines.push_back(
        "Verschil = begroot t/m min werkelijk bij lasten en andersom bij baten: positief is voordelig. Prognose = "
        "werkelijk + begroot voor de rest van het jaar; zonder begroot bedrag is de prognose wat er al is uitgegeven.");
    if (answer.ledger_tie) {
        lines.push_back("Aansluiting op het grootboek (lasten min baten): grootboek " +
                        format_euro(answer.ledger_tie->ledger, Decimals::cents) + ", tabel " +
                        format_euro(answer.ledger_tie->table, Decimals::cents) + ": " +
                        tie_text(answer.ledger_tie->ties) + ".");
    }
    if (answer.part_tie) lines.push_back(part_tie_text(answer));
    if (answer.budget_tie) {
        lines.push_back(std::string("Aansluiting op de ") + (answer.budget_tie->primitive ? "primitieve " : "") +
                        "begroting" + (answer.options.part ? ", het hele plan" : "") + ": jaarplan " +
                        format_euro(answer.budget_tie->plan, Decimals::cents) + ", werkboek " +
                        format_euro(answer.budget_tie->workbook, Decimals::cents) + ": " +
                        tie_text(answer.budget_tie->ties) + ".");
    }
    if (facts.state > 0) lines.push_back(changes_text(facts, answer));
    std::string outside;
    for (const Outside& group : answer.outside) {
        outside += (outside.empty() ? "" : "; ") + group.reason + " (" + std::to_string(group.count) + ", " +
                   format_euro(group.amount, Decimals::cents) + ")";
    }
    if (!outside.empty()) lines.push_back("Niet in de tabel: " + outside + ".");
    if (facts.ledger == nullptr) lines.push_back("Het model noemt geen mutaties; werkelijk is daarom leeg en niet 0.");
    if (!answer.remainder.empty() && style.medium == Medium::paper) {
        lines.push_back(
            "Herkomst van elk bedrag: begroot herkomst met de code uit de eerste kolom, of totaal, niet_toegewezen, "
            "buiten_jaarplan of zonder_regel.");
    }
    if (style.money == MoneyStyle::whole_euros) lines.push_back("Bedragen in hele euro's; er is opgeteld in centen.");
    return lines;
}

Chart make_chart(const BudgetVsActual& answer, const detail::MainColumns& columns, const detail::MainRows& rows) {
    Chart chart;
    chart.title = "Begroot en werkelijk tot en met " + std::string(month_name(answer.until.month)) + " " +
                  std::to_string(answer.until.year) + " per speerpunt";
    chart.table = detail::main_table_name;
    chart.label_column = columns.name;
    chart.series_columns = {columns.budget_to_date, columns.actual};
    for (std::size_t i = 0; i < answer.lines.size(); ++i) {
        if (answer.lines[i].level == Level::speerpunt) chart.rows.push_back(rows.of_line[i]);
    }
    return chart;
}

}  // namespace

Document to_document(const Facts& facts, const BudgetVsActual& answer, const TableStyle& style) {
    Document document;
    document.title = "Begroot versus werkelijk";
    detail::MainRows rows;
    const detail::MainColumns columns = detail::main_columns(*facts.plan, answer, style.medium);
    Table main = detail::make_main_table(facts, answer, style, columns, rows);
    main.title = "Begroot versus werkelijk";
    main.subtitles = subtitles(facts, answer);
    document.subject = main.subtitles.front();
    main.notes = notes(facts, answer, style);
    document.tables.push_back(std::move(main));
    if (!answer.shared.empty()) document.tables.push_back(detail::make_shared_table(facts, answer, style.money));
    if (style.medium == Medium::workbook) {
        document.tables.push_back(detail::make_postings_table(facts, answer));
        document.tables.push_back(detail::make_phasing_table(answer));
        document.tables.push_back(detail::make_controls_table(facts, answer));
        if (style.findings != nullptr) document.tables.push_back(detail::make_findings_table(*style.findings));
    }
    Chart chart = make_chart(answer, columns, rows);
    if (!chart.rows.empty()) document.charts.push_back(std::move(chart));
    check_document(document);
    return document;
}

Document findings_document(const Plan& plan, const Findings& findings) {
    Document document;
    document.title = "Bevindingen";
    document.subject = plan.organisation + ", " + plan.title;
    document.tables.push_back(detail::make_findings_table(findings));
    document.tables.back().subtitles = {document.subject};
    if (findings.empty()) document.tables.back().notes = {"Er is niets opgevallen."};
    check_document(document);
    return document;
}

}  // namespace begroot::report
