#include "report/detail/shared_costs.hpp"

#include "base/check.hpp"
#include "money/allocate.hpp"
#include "report/detail/main_rows.hpp"
#include "report/detail/table_parts.hpp"

#include <algorithm>

namespace begroot::report::detail {

namespace {

using Weights = std::vector<std::int64_t>;
using MoneyOf = std::optional<Money> CostPart::*;

void split(const std::optional<Money>& whole, const Weights& weights, MoneyOf column, std::vector<CostPart>& parts) {
    if (!whole) return;
    const auto amounts = allocate(*whole, weights);
    for (std::size_t i = 0; i < parts.size(); ++i) parts[i].*column = amounts[i];
}

/// Adds what a partner paid for its part of a goal, up to the month of the table.
Money received_from(const Facts& facts, const BudgetVsActual& answer, const GoalId& goal, const std::string& partner) {
    Money total;
    for (const Line& line : answer.remainder) {
        for (const std::size_t index : line.posting_parts) {
            const PostingPart& part = (*facts.posting_parts)[index];
            if (!part.rule) continue;
            const auto& contribution = (*facts.rules)[*part.rule].contribution;
            if (contribution && contribution->goal == goal && contribution->partner == partner) total -= part.amount;
        }
    }
    return total;
}

/// The line is the whole: everybody carries a part of it, and partners owe us theirs when we are the kassier.
void share_whole(const Facts& facts, const BudgetVsActual& answer, const Goal& goal, const Weights& weights,
                 SharedCost& shared) {
    const Amounts& amounts = answer.lines[shared.line].amounts;
    shared.budget = amounts.budget;
    shared.budget_to_date = amounts.budget_to_date;
    shared.actual = amounts.actual;
    split(shared.budget, weights, &CostPart::budget, shared.parts);
    split(shared.budget_to_date, weights, &CostPart::budget_to_date, shared.parts);
    split(shared.actual, weights, &CostPart::actual, shared.parts);
    if (shared.cashier.empty() || !shared.actual) return;
    for (CostPart& part : shared.parts) {
        if (part.bearer.is_own) continue;
        part.received = received_from(facts, answer, goal.id, part.bearer.name);
        part.claim = *part.actual - *part.received;
    }
}

/// The line is our own part. Of the whole only the budget may be known; then the others carry what we leave of it.
void share_own_part(const BudgetVsActual& answer, const Goal& goal, const Weights& weights, SharedCost& shared) {
    const Amounts& amounts = answer.lines[shared.line].amounts;
    CostPart& own = shared.parts.front();
    own.budget = amounts.budget;
    own.budget_to_date = amounts.budget_to_date;
    own.actual = amounts.actual;
    // The model says the whole of the year and of the primitieve begroting only.
    const bool same_budget = !answer.options.part && answer.lines[shared.line].changes.empty();
    if (!goal.whole || !own.budget || !same_budget) return;
    shared.budget = goal.whole;
    const Weights others(weights.begin() + 1, weights.end());
    const auto rest = allocate(*goal.whole - *own.budget, others);
    for (std::size_t i = 0; i < rest.size(); ++i) shared.parts[i + 1].budget = rest[i];
}

std::vector<Column> shared_columns(const BudgetVsActual& answer) {
    const std::string until = "\nt/m " + std::string(month_name(answer.until.month)).substr(0, 3);
    return {{"code", "Code", ColumnKind::text, 0, 8},
            {"naam", "Doel en organisatie", ColumnKind::text, 0, 40},
            {"rol", "Rol", ColumnKind::text, 1, 28},
            {"aandeel", "Aandeel", ColumnKind::text, 0, 10},
            {"begroot_cent", "Begroot\n" + year_words(answer), ColumnKind::money},
            {"begroot_tot_cent", "Begroot" + until, ColumnKind::money},
            {"werkelijk_cent", "Werkelijk" + until, ColumnKind::money},
            {"ontvangen_cent", "Ontvangen" + until, ColumnKind::money, 2},
            {"te_vorderen_cent", "Te\nvorderen", ColumnKind::money}};
}

/// The four texts before the amounts.
struct Labels {
    std::string code, name, role, share;
};

Row make_row(RowRole role, std::uint8_t indent, const Labels& labels, const CostPart& part) {
    return {role,
            indent,
            {text_cell(labels.code), text_cell(labels.name), text_cell(labels.role), text_cell(labels.share),
             money_cell(part.budget), money_cell(part.budget_to_date), money_cell(part.actual),
             money_cell(part.received), money_cell(part.claim)}};
}

void add_to(std::optional<Money>& total, const std::optional<Money>& amount) {
    if (amount) total = total.value_or(Money()) + *amount;
}

void add_to(CostPart& total, const CostPart& part) {
    for (const MoneyOf column :
         {&CostPart::budget, &CostPart::budget_to_date, &CostPart::actual, &CostPart::received, &CostPart::claim}) {
        add_to(total.*column, part.*column);
    }
}

/// Gives for whom the plan's money is: every partner by its first appearance, and the plan's own organisation last.
std::vector<CostPart> for_whom(const Facts& facts, const BudgetVsActual& answer) {
    std::vector<CostPart> all;
    for (const SharedCost& shared : answer.shared) {
        if (shared.another_pays) continue;
        for (const CostPart& part : shared.parts) {
            if (part.bearer.is_own) continue;
            const auto same = [&](const CostPart& one) { return one.bearer.name == part.bearer.name; };
            auto found = std::ranges::find_if(all, same);
            if (found == all.end()) {
                all.emplace_back();
                all.back().bearer = part.bearer;
                found = all.end() - 1;
            }
            add_to(*found, part);
        }
    }
    CostPart own;
    own.bearer.name = facts.plan->organisation;
    own.bearer.is_own = true;
    own.budget = answer.total.budget;
    own.budget_to_date = answer.total.budget_to_date;
    own.actual = answer.total.actual;
    for (const CostPart& part : all) {
        for (const MoneyOf column : {&CostPart::budget, &CostPart::budget_to_date, &CostPart::actual}) {
            if (part.*column) own.*column = (own.*column).value_or(Money()) - *(part.*column);
        }
    }
    all.push_back(std::move(own));
    return all;
}

void add_for_whom(const Facts& facts, const BudgetVsActual& answer, Table& table) {
    table.rows.push_back({RowRole::blank, 0, std::vector<Cell>(table.columns.size())});
    table.rows.push_back(make_row(RowRole::section, 0, {"", "Voor rekening van", "", ""}, {}));
    CostPart total;
    for (const CostPart& part : for_whom(facts, answer)) {
        table.rows.push_back(
            make_row(RowRole::body, 1, {"", part.bearer.name + (part.bearer.is_own ? " (eigen)" : ""), "", ""}, part));
        add_to(total, part);
    }
    BEGROOT_CHECK(total.budget == answer.total.budget && total.actual == answer.total.actual,
                  "voor rekening van telt niet op tot het jaarplan");
    table.rows.push_back(make_row(RowRole::total, 0, {"", "Totaal jaarplan", "", ""}, total));
}

}  // namespace

std::vector<SharedCost> share_costs(const Facts& facts, const BudgetVsActual& answer) {
    std::vector<SharedCost> all;
    if (answer.options.view != View::plan) return all;
    for (std::size_t i = 0; i < answer.lines.size(); ++i) {
        const Goal* goal = find_goal(*facts.plan, GoalId(answer.lines[i].code));
        if (goal == nullptr || !is_shared(*goal)) continue;
        SharedCost shared;
        shared.line = i;
        shared.cashier = goal->cashier;
        shared.another_pays = another_pays(*goal, facts.plan->organisation);
        Weights weights;
        for (CostBearer& bearer : cost_bearers(*goal, facts.plan->organisation)) {
            weights.push_back(bearer.weight);
            shared.parts.emplace_back().bearer = std::move(bearer);
        }
        if (shared.another_pays)
            share_own_part(answer, *goal, weights, shared);
        else
            share_whole(facts, answer, *goal, weights, shared);
        all.push_back(std::move(shared));
    }
    return all;
}

Table make_shared_table(const Facts& facts, const BudgetVsActual& answer, MoneyStyle money) {
    Table table;
    table.name = "Gedeelde kosten";
    table.title = "Gedeelde kosten: het geheel en ieders deel";
    table.columns = shared_columns(answer);
    table.money_style = money;
    bool unsaid = false;
    bool elsewhere = false;
    for (const SharedCost& shared : answer.shared) {
        const Line& line = answer.lines[shared.line];
        CostPart whole;
        whole.budget = shared.budget;
        whole.budget_to_date = shared.budget_to_date;
        whole.actual = shared.actual;
        const std::string payer = shared.cashier.empty() ? "" : "kassier: " + shared.cashier;
        table.rows.push_back(make_row(RowRole::group, 0, {line.code, line.name, payer, "geheel"}, whole));
        for (const CostPart& part : shared.parts) {
            const std::string name = part.bearer.name + (part.bearer.is_own ? " (eigen)" : "");
            table.rows.push_back(make_row(RowRole::body, 1, {"", name, part.bearer.role, part.bearer.share}, part));
        }
        unsaid = unsaid || shared.cashier.empty();
        elsewhere = elsewhere || shared.another_pays;
    }
    add_for_whom(facts, answer, table);
    table.notes.emplace_back(
        "De delen zijn samen tot op de cent het geheel. Herkomst: begroot herkomst met de code van het doel.");
    if (unsaid)
        table.notes.emplace_back(
            "Zonder kassier in het model is er geen vordering; de bedragen van het doel zijn dan het geheel.");
    if (elsewhere) {
        table.notes.emplace_back(
            "Betaalt een ander, dan zijn begroot en werkelijk van het doel het eigen deel; wat de ander betaalt, is "
            "hier niet bekend, en het geheel alleen van het hele jaar en van de primitieve begroting.");
    }
    return table;
}

}  // namespace begroot::report::detail
