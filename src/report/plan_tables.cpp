#include "report/budget_table.hpp"
#include "report/detail/table_parts.hpp"

#include <algorithm>

namespace begroot::report {

namespace {

const Line* line_of(const BudgetVsActual& answer, const std::string& code) {
    const auto found = std::ranges::find(answer.lines, code, &Line::code);
    return found != answer.lines.end() ? &*found : nullptr;
}

Cell actual_cell(const Line* line) { return line != nullptr ? detail::money_cell(line->amounts.actual) : Cell{}; }

std::string goal_label(const Goal& goal) {
    const std::string number = goal.id.text().substr(goal.speerpunt.text().size() + 1);
    return heading(goal.level) + " " + number;
}

std::vector<Column> columns(const std::string& budget_head, const std::string& actual_head) {
    return {{"doel", "", ColumnKind::text, 0, 14},
            {"begroot", budget_head, ColumnKind::text, 0, 60},
            {"werkelijk", actual_head, ColumnKind::money, 0, 0}};
}

/// Prints one `Speerpunt n Financiële middelen` as the document does: cells literal, blank cells blank.
Table speerpunt_table(const BudgetVsActual& answer, const Speerpunt& speerpunt) {
    Table table;
    table.name = "Speerpunt " + speerpunt.id.text();
    table.title = "Speerpunt " + speerpunt.id.text() + " Financiële middelen";
    table.columns = columns(speerpunt.budget_head, speerpunt.actual_head);
    table.money_style = MoneyStyle::cents;
    for (const Goal& goal : speerpunt.goals) {
        Row row;
        row.cells = {detail::text_cell(goal_label(goal)), detail::text_cell(goal.amount.printed),
                     actual_cell(line_of(answer, goal.id.text()))};
        table.rows.push_back(std::move(row));
    }
    for (const Line& line : answer.lines) {
        if (line.level != Level::booked_elsewhere || !line.code.starts_with(speerpunt.id.text() + ".")) continue;
        Row row;
        row.cells = {detail::text_cell("Geboekt"), detail::text_cell(line.name), actual_cell(&line)};
        table.rows.push_back(std::move(row));
    }
    Cell total = actual_cell(line_of(answer, speerpunt.id.text()));
    if (std::holds_alternative<Money>(total.value) && !table.rows.empty()) {
        total.formula = {std::string("SUM("), RangeRef{"", 0, 2, table.rows.size() - 1, 2}, std::string(")")};
    }
    Row row{RowRole::total,
            0,
            {detail::text_cell("Totaal"), detail::text_cell(speerpunt.printed_total.value_or("")), std::move(total)}};
    table.rows.push_back(std::move(row));
    return table;
}

/// Prints the document's own summary table with the actuals behind it.
Table summary_table(const BudgetVsActual& answer, const Summary& summary) {
    Table table;
    table.name = "Overzicht";
    table.title = "Overzicht van het jaarplan";
    table.money_style = MoneyStyle::cents;
    const auto head = [&summary](std::size_t i, const char* otherwise) {
        return i < summary.heads.size() ? summary.heads[i] : std::string(otherwise);
    };
    table.columns = {{"speerpunt", head(0, "Speerpunt"), ColumnKind::text, 0, 48},
                     {"toelichting", head(1, "Toelichting"), ColumnKind::text, 0, 48},
                     {"kosten", head(2, "Kosten"), ColumnKind::text, 0, 16},
                     {"werkelijk", "Werkelijk", ColumnKind::money, 0, 0}};
    for (const SummaryLine& line : summary.lines) {
        Row row;
        row.cells = {detail::text_cell(line.speerpunt.text() + ". " + line.name), detail::text_cell(line.explanation),
                     detail::text_cell(line.cost), actual_cell(line_of(answer, line.speerpunt.text()))};
        table.rows.push_back(std::move(row));
    }
    Row total{RowRole::total,
              0,
              {detail::text_cell("Totaal"), Cell{}, detail::text_cell(summary.total),
               detail::money_cell(answer.total.actual)}};
    table.rows.push_back(std::move(total));
    return table;
}

}  // namespace

Document to_plan_document(const Facts& facts, const BudgetVsActual& answer) {
    if (answer.options.per != Per::goal) {  // the annual plan prints goals, whatever the table is per
        const auto by_goal = compare_budget_with_actual(facts, {Per::goal, answer.options.view, answer.until});
        BEGROOT_CHECK(by_goal.has_value(), "de tabel per doel lukt niet");
        return to_plan_document(facts, *by_goal);
    }
    Document document;
    document.title = facts.plan->title + ": financiële middelen";
    document.subject = facts.plan->organisation + ", werkelijk tot en met " + month_name(answer.until.month) + " " +
                       std::to_string(answer.until.year);
    if (facts.versions != nullptr) document.subject += "; begroting zoals gedrukt: " + budget_words(facts);
    if (facts.plan->summary) document.tables.push_back(summary_table(answer, *facts.plan->summary));
    for (const Speerpunt& speerpunt : facts.plan->speerpunten)
        document.tables.push_back(speerpunt_table(answer, speerpunt));
    document.tables.front().subtitles = {document.subject};
    check_document(document);
    return document;
}

}  // namespace begroot::report
