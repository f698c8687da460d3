#include "base/check.hpp"
#include "management/detail/cells.hpp"
#include "management/detail/goal_texts.hpp"
#include "management/detail/origin_rows.hpp"
#include "management/documents.hpp"
#include "money/format.hpp"

namespace begroot::management {

namespace {

using detail::words_cell;

constexpr const char* open_year_words = "jaar loopt nog";

/// Where each column of the overview stands.
struct OverviewColumns {
    std::size_t code = 0, name = 1, budget = 2, actual = 3, left = 4, verdict = 5, activities = 6, indicators = 7,
                count = 8;
};
constexpr OverviewColumns in_overview;

std::string spent_text(const Evaluation& evaluation, const EvaluatedLine& line) {
    const report::Amounts& amounts = line.line.amounts;
    std::string text = "begroot ";
    if (amounts.budget) {
        text += format_euro(*amounts.budget);
    } else {
        text += line.line.printed.empty() ? "geen bedrag" : "\"" + line.line.printed + "\"";
    }
    if (!amounts.actual) return text + "; werkelijk niet bekend, want het model noemt geen mutaties";
    text += ", werkelijk " + format_euro(*amounts.actual, Decimals::whole) + " " +
            detail::until_text(evaluation.table.until);
    if (!line.left || line.left->is_zero()) return text;
    text += ", " + format_euro(line.left->abs(), Decimals::whole) + (*line.left > Money() ? " minder" : " meer") +
            " dan begroot";
    if (!evaluation.year_is_over) return text + " (" + open_year_words + ")";
    return text + (*line.left > Money() ? ": voordelig" : ": nadelig");
}

Cell count_cell(std::size_t count) {
    Cell cell;
    cell.value = static_cast<std::int64_t>(count);
    return cell;
}

Row overview_row(const Evaluation& evaluation, const EvaluatedLine& line) {
    const bool head = line.goal == nullptr;
    Row row{head ? RowRole::group : RowRole::body, static_cast<std::uint8_t>(head ? 0 : 1),
            std::vector<Cell>(in_overview.count)};
    row.cells[in_overview.code] = words_cell(line.line.code);
    row.cells[in_overview.name] = words_cell(line.line.name);
    row.cells[in_overview.budget] = detail::budget_cell(line.line);
    row.cells[in_overview.actual] = money_cell(line.line.amounts.actual);
    row.cells[in_overview.left] = money_cell(line.left);
    if (evaluation.year_is_over) {
        row.cells[in_overview.left].tone = detail::tone_of(line.left);
        row.cells[in_overview.verdict] = detail::verdict_cell(line.left);
    }
    if (!head) {
        row.cells[in_overview.activities] = count_cell(line.goal->activities.size());
        row.cells[in_overview.indicators] = count_cell(line.goal->check.size() + line.indicators.size());
    }
    return row;
}

Table make_overview_table(const Evaluation& evaluation) {
    Table table;
    table.name = "Overzicht";
    table.title = "Overzicht per doel";
    const std::string year = to_text(evaluation.table.year);
    table.columns = {{"code", "Code", ColumnKind::text, 0, 14},
                     {"naam", "Speerpunt en doel", ColumnKind::text, 0, 44},
                     {"begroot", "Begroot\n" + year, ColumnKind::money, 0, 0},
                     {"werkelijk", detail::head_until("Werkelijk", evaluation.table.until), ColumnKind::money, 0, 0},
                     {"verschil", "Begroot -\nwerkelijk", ColumnKind::money, 0, 0},
                     {"oordeel", "Oordeel", ColumnKind::text, 0, 10},
                     {"activiteiten", "Activi-\nteiten", ColumnKind::count, 1, 0},
                     {"gemeten", "Gemeten\naan", ColumnKind::count, 1, 0}};
    table.subtitles = evaluation.introduction;
    for (const MeasuredIndicator& one : evaluation.indicators)
        table.subtitles.push_back("Indicator: " + detail::indicator_text(one));
    for (const EvaluatedLine& line : evaluation.lines) table.rows.push_back(overview_row(evaluation, line));
    Row total{RowRole::total, 0, std::vector<Cell>(in_overview.count)};
    total.cells[in_overview.name] = words_cell("Totaal jaarplan");
    total.cells[in_overview.budget] = money_cell(evaluation.table.total.budget);
    total.cells[in_overview.actual] = money_cell(evaluation.table.total.actual);
    total.cells[in_overview.left] = money_cell(evaluation.left);
    if (evaluation.year_is_over) total.cells[in_overview.verdict] = detail::verdict_cell(evaluation.left);
    table.rows.push_back(std::move(total));
    if (evaluation.table.total.skipped.any()) {
        table.notes.push_back(
            "Totaal begroot: " + total_with_skipped(evaluation.table.total.budget, evaluation.table.total.skipped) +
            ". Wat geen getal is, is niet opgeteld.");
    }
    if (!evaluation.year_is_over && evaluation.table.total.actual) {
        table.notes.push_back("De boekingen lopen " + detail::until_text(evaluation.table.until) +
                              "; het jaar loopt nog, dus een verschil is geen oordeel.");
    }
    return table;
}

/// Adds the rows of one goal: promised, done, measured, spent.
class GoalRows {
public:
    explicit GoalRows(Table& table) : table_(table) {}

    void head(const std::string& text) { table_.rows.push_back({RowRole::section, 0, {words_cell(text), Cell{}}}); }

    void add(const std::string& what, const std::string& text) {
        if (text.empty()) return;
        table_.rows.push_back({RowRole::body, 0, {words_cell(what), words_cell(text)}});
    }

private:
    Table& table_;
};

void add_goal(const Evaluation& evaluation, const EvaluatedLine& line, Table& table) {
    GoalRows rows(table);
    const Goal& goal = *line.goal;
    rows.head(line.line.code + " " + line.line.name);
    rows.add("Beloofd", detail::joined_paragraphs(goal.plan));
    for (const Activity& activity : goal.activities)
        rows.add("Activiteit " + activity.letter, detail::activity_text(activity));
    for (const std::string& check : goal.check) rows.add("Gemeten aan", check);
    for (const MeasuredIndicator& one : line.indicators) rows.add("Indicator", detail::indicator_text(one));
    rows.add("Behaald", detail::outcome_text(goal));
    rows.add("Uren", detail::hours_text(goal));
    if (goal.level != GoalLevel::school_goal) rows.add("Besteed", spent_text(evaluation, line));
    rows.add("Toelichting", detail::joined_paragraphs(line.explanation));
}

/// Gives the document's own word for a first level: Speerpunt, Thema or Blok.
std::string kind_head(const Plan& plan, const std::string& code) {
    const Speerpunt* speerpunt = find_speerpunt(plan, SpeerpuntId(code));
    BEGROOT_CHECK(speerpunt != nullptr, "een regel van de tabel zonder speerpunt");
    std::string word = speerpunt_kind_names().at(static_cast<std::size_t>(speerpunt->kind));
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

Table make_origin_table(const Input& input, const Evaluation& evaluation) {
    Table table = detail::origin_table();
    const Plan& plan = *input.facts.plan;
    detail::put_origin(table, "Organisatie", plan.organisation);
    detail::put_origin(table, "Plan", plan.title);
    detail::put_origin(table, "Begrotingsversie", plan.version);
    detail::put_origin(table, "Begroting in deze tabellen", report::budget_words(input.facts));
    detail::put_origin(
        table, "Boekingen",
        input.facts.ledger != nullptr ? detail::until_text(evaluation.table.until) : detail::no_ledger_words);
    detail::put_ties(table, evaluation.table);
    detail::put_sources(table, evaluation.sources);
    return table;
}

}  // namespace

Document to_document(const Input& input, const Evaluation& evaluation, MoneyStyle money) {
    Document document;
    const Plan& plan = *input.facts.plan;
    document.title = "Evaluatie: " + plan.title;
    document.subject = plan.organisation + (plan.version.empty() ? "" : " · " + plan.version);
    if (const std::string budget = report::budget_words(input.facts); !budget.empty())
        document.subject += " · begroting: " + budget;
    document.tables.push_back(make_overview_table(evaluation));
    for (const EvaluatedLine& line : evaluation.lines) {
        if (line.goal == nullptr) {
            Table table;
            table.name = kind_head(plan, line.line.code) + " " + line.line.code;
            table.title = table.name + ": " + line.line.name;
            table.columns = {{"onderdeel", "Onderdeel", ColumnKind::text, 0, 16},
                             {"tekst", "Tekst", ColumnKind::text, 0, 110}};
            table.subtitles = line.explanation;
            for (const MeasuredIndicator& one : line.indicators)
                table.subtitles.push_back("Indicator: " + detail::indicator_text(one));
            document.tables.push_back(std::move(table));
        } else {
            add_goal(evaluation, line, document.tables.back());
        }
    }
    if (!evaluation.findings.empty()) document.tables.push_back(detail::remarks_table(evaluation.findings));
    document.tables.push_back(make_origin_table(input, evaluation));
    for (Table& table : document.tables) table.money_style = money;
    check_document(document);
    return document;
}

}  // namespace begroot::management
