#include "consolidation/detail/side_taker.hpp"

#include "money/allocate.hpp"
#include "period/phasing.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace begroot::consolidation::detail {

namespace {

/// What is behind an amount as it counts in a line: an income line shows credit as positive.
report::TraceItem item_of(const report::Line& line, Money debit, const Origin& origin, std::string description) {
    report::TraceItem item;
    item.amount = is_income(line) ? -debit : debit;
    item.place = to_place(origin);
    item.sha256 = origin.sheet ? origin.sheet->sha256 : "";
    item.description = std::move(description);
    item.computed = is_computed(origin);
    return item;
}

std::string codes_text(const Traits& traits) {
    const auto shown = [](std::string_view code) { return code.empty() ? std::string("-") : std::string(code); };
    return shown(traits.account) + " / " + shown(traits.cost_centre) + " / " + shown(traits.cost_unit);
}

Traits traits_of(const Mutation& mutation) {
    Traits traits;
    traits.account = mutation.account.text();
    traits.cost_centre = mutation.cost_centre.text();
    traits.cost_unit = mutation.cost_unit.text();
    traits.description = mutation.description;
    return traits;
}
using begroot::traits_of;

}  // namespace

SideTaker::SideTaker(const Member& member, const report::BudgetVsActual& table, const EliminationSide& side)
    : facts_(member.facts),
      table_(table),
      side_(side),
      change_months_(report::changes_shown(facts_).empty() ? std::vector<MonthAmounts>()
                                                           : report::months_of_changes(facts_)) {}

bool SideTaker::is_whole_goal(const report::Line& line) const {
    return !side_.has_condition && line.place.line > 0 && line.code == side_.goal.text();
}

bool SideTaker::takes_budget(std::size_t index) const {
    const BudgetPart& part = (*facts_.budget_parts)[index];
    return fits_goal(part.target) && fits_condition(traits_of(facts_.budget->lines[part.line]));
}

bool SideTaker::takes_posting(std::size_t index) const {
    const PostingPart& part = (*facts_.posting_parts)[index];
    return fits_goal(target_of(part, *facts_.rules)) &&
           fits_condition(traits_of(facts_.ledger->postings[part.posting]));
}

bool SideTaker::takes_change(std::size_t index) const {
    const Mutation& mutation = report::changes_shown(facts_)[index].mutation;
    return (side_.goal.empty() || mutation.goal == side_.goal) && fits_condition(traits_of(mutation));
}

std::optional<std::map<std::size_t, PartAmounts>> SideTaker::parts_of(const report::Line& line) const {
    std::map<std::size_t, PartAmounts> parts;
    PartAmounts sum_of_parts;
    std::vector<std::int64_t> weights;
    for (const std::size_t index : line.budget_parts) {
        const BudgetPart& part = (*facts_.budget_parts)[index];
        const MonthAmounts months = part.months ? *part.months : phase(part.year, equal_months());
        const PartAmounts one{part.year, until_month(months)};
        sum_of_parts.year += one.year;
        sum_of_parts.to_date += one.to_date;
        weights.push_back(one.year.cents());
        parts.emplace(index, one);
    }
    if (line.place.line == 0 || parts.empty()) return parts;
    if (!line.amounts.budget || !line.amounts.budget_to_date) return std::nullopt;
    PartAmounts of_plan{*line.amounts.budget, *line.amounts.budget_to_date};
    for (const std::size_t change : line.changes) {
        of_plan.year -= report::changes_shown(facts_)[change].amount;
        of_plan.to_date -= until_month(change_months_[change]);
    }
    if (of_plan.year != sum_of_parts.year) return std::nullopt;
    if (of_plan.to_date == sum_of_parts.to_date) return parts;
    const bool spreads = std::ranges::all_of(weights, [](std::int64_t weight) { return weight >= 0; });
    if (!spreads || sum_of_parts.year.is_zero()) return std::nullopt;
    const std::vector<Money> to_date = allocate(of_plan.to_date, weights);
    for (std::size_t i = 0; i < to_date.size(); ++i) parts.at(line.budget_parts[i]).to_date = to_date[i];
    return parts;
}

std::array<EliminatedItem, 2> SideTaker::budget_items(const report::Line& line, std::size_t index,
                                                      const PartAmounts& amounts) const {
    const BudgetLine& source = facts_.budget->lines[(*facts_.budget_parts)[index].line];
    std::array<EliminatedItem, 2> items;
    items[0].item = item_of(line, amounts.year, source.year_origin, source.name);
    items[1].item = item_of(line, amounts.to_date, source.year_origin, source.name);
    items[1].measure = Measure::budget_to_date;
    for (EliminatedItem& one : items) one.item.dimensions = codes_text(traits_of(source));
    return items;
}

std::array<EliminatedItem, 2> SideTaker::change_items(const report::Line& line, std::size_t index) const {
    const BudgetChange& change = report::changes_shown(facts_)[index];
    std::array<EliminatedItem, 2> items;
    items[1].measure = Measure::budget_to_date;
    const Money to_date = until_month(change_months_[index]);
    for (const auto& [item, amount] : {std::pair(&items[0], change.amount), std::pair(&items[1], to_date)}) {
        item->item = item_of(line, debit_positive(change.mutation.side, amount), {}, change.mutation.description);
        item->item.place = change.mutation.place;
        item->item.sha256 = facts_.model_sha256;
        item->item.dimensions = codes_text(traits_of(change.mutation));
    }
    return items;
}

EliminatedItem SideTaker::posting_item(const report::Line& line, std::size_t index) const {
    const PostingPart& part = (*facts_.posting_parts)[index];
    const Posting& posting = facts_.ledger->postings[part.posting];
    EliminatedItem taken;
    taken.measure = Measure::actual;
    taken.item = item_of(line, part.amount, posting.origin(), std::string(posting.description.text()));
    taken.item.dimensions = codes_text(traits_of(posting)) + " / periode " + std::to_string(posting.period_number);
    return taken;
}

std::vector<EliminatedItem> SideTaker::plan_items(const report::Line& line) const {
    std::vector<EliminatedItem> items;
    for (const auto& [measure, amount] : {std::pair(Measure::budget, line.amounts.budget),
                                          std::pair(Measure::budget_to_date, line.amounts.budget_to_date)}) {
        if (!amount) continue;
        EliminatedItem taken;
        taken.measure = measure;
        taken.item.amount = *amount;
        taken.item.place = line.place;
        taken.item.sha256 = facts_.model_sha256;
        taken.item.description = line.printed;
        items.push_back(std::move(taken));
    }
    return items;
}

bool SideTaker::fits_goal(const Target& target) const {
    return side_.goal.empty() || (target.kind == TargetKind::goal && target.goal == side_.goal);
}

bool SideTaker::fits_condition(const Traits& traits) const {
    return !side_.has_condition || fits(side_.condition, traits);
}

/// Gives the months up to the one of the table together.
Money SideTaker::until_month(const MonthAmounts& months) const {
    return sum_to(months, table_.year.position(table_.until));
}

}  // namespace begroot::consolidation::detail
