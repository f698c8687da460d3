#include "report/detail/statement_rows.hpp"

#include "base/check.hpp"
#include "report/detail/rubric_names.hpp"
#include "report/detail/year_money.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace begroot::report::detail {

namespace {

using Rows = std::vector<StatementRow>;

constexpr const char* cost_section = "Lasten";

bool is_result(const StatementRow& row) { return row.code == "resultaat"; }

YearMoney negative(const YearMoney& years) { return minus(zeros(years.size()), years); }

/// Gives a line as lasten min baten.
YearMoney net_cost(const YearLine& line) { return line.side == Side::income ? negative(line.years) : line.years; }

std::size_t add(Rows& rows, StatementRow row) {
    rows.push_back(std::move(row));
    return rows.size() - 1;
}

void add_section(Rows& rows, std::string label) {
    StatementRow row;
    row.role = RowRole::section;
    row.name = std::move(label);
    row.is_label = true;
    rows.push_back(std::move(row));
}

std::string shown_name(const YearLine& line) {
    const bool says_so = line.booked_at.empty() || line.name.find("geboekt bij") != std::string::npos;
    return line.name + (says_so ? "" : " (geboekt bij speerpunt " + line.booked_at + ")");
}

/// Adds a rubric with its lines; gives the row of the rubric.
std::size_t add_rubric(Rows& rows, const std::string& rubric, const std::vector<const YearLine*>& lines,
                       bool net_income) {
    const std::string name = rubric_name(rubric, lines.size() == 1 ? lines.front()->name : std::string());
    if (lines.size() == 1 && lines.front()->name == name) {
        YearMoney years = net_income ? negative(net_cost(*lines.front())) : lines.front()->years;
        return add(rows,
                   {RowRole::group, 0, rubric, lines.front()->name, lines.front()->code, std::move(years), {}, {}});
    }
    const std::size_t head = add(rows, {RowRole::group, 0, rubric, name, "", {}, {}, {}});
    YearMoney total = zeros(lines.front()->years.size());
    for (const YearLine* line : lines) {
        YearMoney years = net_income ? negative(net_cost(*line)) : line->years;
        total = plus(total, years);
        const std::string number = line->rubric == rubric ? std::string() : line->rubric;
        const std::size_t part =
            add(rows, {RowRole::body, 1, number, shown_name(*line), line->code, std::move(years), {}, {}});
        rows[head].parts.push_back(part);  // only now: adding moves the rows
    }
    rows[head].years = std::move(total);
    return head;
}

/// Adds all rubrics under a code on one side; gives their rows.
std::vector<std::size_t> add_rubrics(Rows& rows, const MultiYear& view, std::string_view under,
                                     std::optional<Side> side) {
    std::vector<std::pair<std::string, std::vector<const YearLine*>>> groups;
    for (const YearLine& line : view.lines) {
        if (!model::is_under(line.rubric, under) || (side && line.side != *side)) continue;
        const std::string rubric = main_rubric(line.rubric);
        if (groups.empty() || groups.back().first != rubric) groups.push_back({rubric, {}});
        groups.back().second.push_back(&line);
    }
    std::vector<std::size_t> heads;
    heads.reserve(groups.size());
    for (const auto& [rubric, lines] : groups) heads.push_back(add_rubric(rows, rubric, lines, !side));
    return heads;
}

void add_gross_and_net(Rows& rows, const MultiYear& view, std::size_t income) {
    if (!view.has_deductions) return;
    add_section(rows, "Bruto en netto");
    const std::size_t gross =
        add(rows, {RowRole::body, 0, "", "Baten bruto", "bruto_baten", view.income, {income}, {}});
    const std::size_t deductions =
        add(rows, {RowRole::body, 0, "", "af: afdrachten via DUO", "afdrachten_duo", view.duo_deductions, {}, {}});
    add(rows, {RowRole::subtotal, 0, "", "Baten netto", "netto_baten", view.net_income, {}, {gross, deductions}});
}

Rows rows_by_rubric(const MultiYear& view) {
    Rows rows;
    add_section(rows, "Baten");
    const auto income_rubrics = add_rubrics(rows, view, "3", Side::income);
    const std::size_t income =
        add(rows, {RowRole::subtotal, 0, "", "Totaal baten", "totaal_baten", view.income, income_rubrics, {}});
    add_section(rows, cost_section);
    const auto expense_rubrics = add_rubrics(rows, view, "4", Side::expense);
    const std::size_t expense =
        add(rows, {RowRole::subtotal, 0, "", "Totaal lasten", "totaal_lasten", view.expense, expense_rubrics, {}});
    const YearMoney balance = minus(view.income, view.expense);
    const bool financial =
        std::ranges::any_of(view.lines, [](const YearLine& one) { return model::is_under(one.rubric, "5"); });
    if (financial) {
        const std::size_t operating =
            add(rows, {RowRole::total, 0, "", "Saldo baten en lasten", "", balance, {}, {income, expense}});
        const auto heads = add_rubrics(rows, view, "5", std::nullopt);
        BEGROOT_CHECK(heads.size() == 1, "rubriek 5 is een rubriek");
        add(rows, {RowRole::total, 0, "", "Resultaat", "resultaat", view.result, {operating, heads.front()}, {}});
    } else {
        add(rows,
            {RowRole::total, 0, "", "Resultaat (baten min lasten)", "resultaat", view.result, {}, {income, expense}});
    }
    add_gross_and_net(rows, view, income);
    return rows;
}

std::string name_in(const std::map<std::string, std::string>& names, const std::string& code) {
    const auto found = names.find(code);
    return found != names.end() ? found->second : std::string();
}

/// The lines of one doel, or of a speerpunt without a doel (empty code).
using GoalLines = std::map<std::string, std::vector<const YearLine*>, bool (*)(std::string_view, std::string_view)>;

YearMoney sum_of_lines(const std::vector<const YearLine*>& lines, std::size_t years) {
    YearMoney total = zeros(years);
    for (const YearLine* line : lines) total = plus(total, net_cost(*line));
    return total;
}

/// Adds a doel with its lines; one line needs no row of its own.
std::size_t add_goal(Rows& rows, const MultiYear& view, const std::string& goal,
                     const std::vector<const YearLine*>& lines) {
    const std::string name = goal.empty() ? "zonder doel" : name_in(view.names.goals, goal);
    const bool single = lines.size() == 1;
    const std::size_t head = add(rows, {RowRole::body,
                                        1,
                                        goal,
                                        name.empty() || (single && goal.empty()) ? shown_name(*lines.front()) : name,
                                        single ? lines.front()->code : "",
                                        sum_of_lines(lines, view.years.size()),
                                        {},
                                        {}});
    if (single) return head;
    for (const YearLine* line : lines) {
        const std::size_t part =
            add(rows, {RowRole::body, 2, "", shown_name(*line), line->code, net_cost(*line), {}, {}});
        rows[head].parts.push_back(part);
    }
    return head;
}

std::size_t add_speerpunt(Rows& rows, const MultiYear& view, MultiYearPer per, const std::string& code,
                          const GoalLines& goals) {
    std::vector<const YearLine*> all;
    for (const auto& [goal, lines] : goals) all.insert(all.end(), lines.begin(), lines.end());
    const std::string name = name_in(view.names.speerpunten, code);
    const bool with_goals = per == MultiYearPer::goal;
    const std::size_t head = add(rows, {with_goals ? RowRole::group : RowRole::body,
                                        0,
                                        code,
                                        name.empty() ? "Speerpunt " + code : name,
                                        "",
                                        sum_of_lines(all, view.years.size()),
                                        {},
                                        {}});
    if (!with_goals) return head;
    for (const auto& [goal, lines] : goals) {
        const std::size_t part = add_goal(rows, view, goal, lines);
        rows[head].parts.push_back(part);
    }
    return head;
}

Rows rows_by_speerpunt(const MultiYear& view, MultiYearPer per) {
    std::map<std::string, GoalLines, bool (*)(std::string_view, std::string_view)> speerpunten(rubric_before);
    std::map<Side, std::vector<const YearLine*>> outside;
    for (const YearLine& line : view.lines) {
        if (line.speerpunt.empty()) {
            outside[line.side].push_back(&line);
        } else {
            speerpunten.try_emplace(line.speerpunt, rubric_before).first->second[line.goal].push_back(&line);
        }
    }
    const std::size_t years = view.years.size();
    Rows rows;
    std::vector<std::size_t> heads;
    heads.reserve(speerpunten.size());
    for (const auto& [code, goals] : speerpunten) heads.push_back(add_speerpunt(rows, view, per, code, goals));
    YearMoney planned = zeros(years);
    for (const std::size_t head : heads) planned = plus(planned, rows[head].years);
    const std::size_t plan =
        add(rows, {RowRole::total, 0, "", "Totaal speerpunten (lasten min baten)", "", planned, heads, {}});
    std::vector<std::size_t> rest;
    for (const auto& [side, name] : {std::pair{Side::income, "baten buiten de speerpunten"},
                                     std::pair{Side::expense, "lasten buiten de speerpunten"}}) {
        if (!outside.contains(side)) continue;
        rest.push_back(add(rows, {RowRole::remainder, 0, "", name, "", sum_of_lines(outside[side], years), {}, {}}));
    }
    YearMoney other = zeros(years);
    for (const std::size_t row : rest) other = plus(other, rows[row].years);
    const std::size_t unassigned =
        add(rows, {RowRole::subtotal, 0, "", "Niet toegewezen (lasten min baten)", "", other, rest, {}});
    const YearMoney whole = plus(planned, other);
    add(rows, {RowRole::total, 0, "", "Hele organisatie (lasten min baten)", "", whole, {plan, unassigned}, {}});
    for (std::size_t i = 0; i < years; ++i)
        BEGROOT_CHECK(!whole[i] || !view.result[i] || *whole[i] == -*view.result[i],
                      "de speerpunten tellen niet op tot het resultaat");
    add(rows, {RowRole::total, 0, "", "Resultaat (baten min lasten)", "resultaat", view.result, {}, {}});
    return rows;
}

std::string name_with_subsidy(const YearLine& line) {
    if (line.subsidy.empty()) return shown_name(line);
    return shown_name(line) + " (subsidie " + line.subsidy +
           (line.subsidy_last ? " tot en met " + std::to_string(*line.subsidy_last) : std::string()) + ")";
}

/// Adds the lines of one side that come back every year, or those that do not; gives the row of their sum.
std::size_t add_nature(Rows& rows, const MultiYear& view, Side side, model::Nature nature) {
    const bool structural = nature == model::Nature::structural;
    const std::size_t head =
        add(rows, {RowRole::group, 0, "", structural ? "Structureel" : "Incidenteel", "", {}, {}, {}});
    YearMoney total = zeros(view.years.size());
    for (const YearLine& line : view.lines) {
        if (line.side != side || line.nature != nature) continue;
        total = plus(total, line.years);
        const std::size_t part =
            add(rows, {RowRole::body, 1, line.rubric, name_with_subsidy(line), line.code, line.years, {}, {}});
        rows[head].parts.push_back(part);
    }
    rows[head].years = std::move(total);
    return head;
}

/// The rows of one side: structureel, incidenteel and their sum.
struct NatureRows {
    std::size_t structural = 0, incidental = 0, total = 0;
};

NatureRows add_nature_side(Rows& rows, const MultiYear& view, Side side, const StatementRow& total) {
    NatureRows made;
    add_section(rows, side == Side::income ? "Baten" : cost_section);
    made.structural = add_nature(rows, view, side, model::Nature::structural);
    made.incidental = add_nature(rows, view, side, model::Nature::incidental);
    StatementRow row = total;
    row.years = plus(rows[made.structural].years, rows[made.incidental].years);
    row.parts = {made.structural, made.incidental};
    made.total = add(rows, std::move(row));
    return made;
}

/// Splits every line, financial ones too, by what comes back every year and what does not.
Rows rows_by_nature(const MultiYear& view) {
    Rows rows;
    const NatureRows income = add_nature_side(
        rows, view, Side::income, {RowRole::subtotal, 0, "", "Totaal baten, met financiële", "", {}, {}, {}});
    const NatureRows expense = add_nature_side(
        rows, view, Side::expense, {RowRole::subtotal, 0, "", "Totaal lasten, met financiële", "", {}, {}, {}});
    const auto add_result = [&rows](RowRole role, const char* name, const char* code, std::size_t more,
                                    std::size_t less) {
        YearMoney years = minus(rows[more].years, rows[less].years);
        add(rows, {role, 0, "", name, code, std::move(years), {}, {more, less}});
    };
    add_result(RowRole::subtotal, "Resultaat structureel", "", income.structural, expense.structural);
    add_result(RowRole::subtotal, "Resultaat incidenteel", "", income.incidental, expense.incidental);
    add_result(RowRole::total, "Resultaat (baten min lasten)", "resultaat", income.total, expense.total);
    for (std::size_t i = 0; i < view.years.size(); ++i)
        BEGROOT_CHECK(!rows.back().years[i] || !view.result[i] || *rows.back().years[i] == *view.result[i],
                      "structureel en incidenteel tellen niet op tot het resultaat");
    return rows;
}

Rows rows_per(const MultiYear& view, MultiYearPer per) {
    if (per == MultiYearPer::rubric) return rows_by_rubric(view);
    return per == MultiYearPer::nature ? rows_by_nature(view) : rows_by_speerpunt(view, per);
}

}  // namespace

Rows statement_rows(const MultiYear& view, MultiYearPer per) {
    Rows rows = rows_per(view, per);
    bool below_cost = per == MultiYearPer::speerpunt || per == MultiYearPer::goal;
    for (StatementRow& row : rows) {
        if (row.is_label) below_cost = row.name == cost_section;
        row.is_cost = (below_cost && !is_result(row)) || row.code == "afdrachten_duo";
        if (row.name.starts_with("Totaal lasten")) below_cost = false;
    }
    return rows;
}

}  // namespace begroot::report::detail
