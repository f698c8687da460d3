#include "money/allocate.hpp"
#include "report/detail/amounts.hpp"
#include "report/detail/lines.hpp"
#include "report/detail/phased_amount.hpp"
#include "report/detail/remembered.hpp"

#include <algorithm>
#include <map>

namespace begroot::report::detail {

namespace {

Money actual_of(const Facts& facts, const std::vector<std::size_t>& parts) {
    Money total;
    for (const std::size_t index : parts) total += (*facts.posting_parts)[index].amount;
    return total;
}

Level level_of(GoalLevel level) {
    switch (level) {
        case GoalLevel::goal:
            return Level::goal;
        case GoalLevel::action_line:
            return Level::action_line;
        case GoalLevel::project:
            return Level::project;
        case GoalLevel::result:
            return Level::result;
        case GoalLevel::measure:
            return Level::measure;
        case GoalLevel::school_goal:
            return Level::school_goal;
    }
    return Level::goal;
}

/// Splits what a slot has over school years. Slots of one goal split together, so that they add up to the goal's own
/// split wherever they are shown.
SchoolYearSplit split_of_slot(const Slot& slot) {
    const Money amount = *slot.amount;
    const Money whole = number(slot.goal->amount).value_or(amount);
    const std::vector<BookedPart>& booked = slot.goal->amount.booked;
    const bool splits = std::ranges::all_of(booked, [](const BookedPart& part) { return part.amount >= Money(); }) &&
                        std::ranges::any_of(booked, [](const BookedPart& part) { return part.amount > Money(); });
    if (amount == whole || !splits) return split_school_year(amount);
    std::vector<std::int64_t> weights;
    weights.reserve(booked.size());
    for (const BookedPart& part : booked) weights.push_back(part.amount.cents());
    const std::vector<Money> parts = allocate(split_school_year(whole).august_december, weights);
    Money august_december;
    for (std::size_t i = 0; i < booked.size(); ++i) {
        if (booked[i].at == slot.at) august_december += parts[i];
    }
    return {august_december, amount - august_december};
}

Line line_of_slot(const Facts& facts, Slot&& slot, BudgetVsActual& table) {
    const Goal& goal = *slot.goal;
    const bool elsewhere = slot.at != goal.speerpunt;
    Line line;
    line.level = elsewhere ? Level::booked_elsewhere : level_of(goal.level);
    line.code = elsewhere ? slot.at.text() + "." + goal.id.text() : goal.id.text();
    line.name = elsewhere ? "geboekt voor doel " + goal.id.text() + ": " + goal.name : goal.name;
    line.kind = elsewhere && !slot.amount ? AmountKind::blank : kind(goal.amount);
    line.printed = elsewhere ? "" : goal.amount.printed;
    line.description = elsewhere
                           ? "deel van doel " + goal.id.text() + " dat bij speerpunt " + slot.at.text() + " is geboekt"
                           : goal.amount.description;
    line.place = goal.place;
    line.budget_parts = std::move(slot.budget_parts);
    line.posting_parts = std::move(slot.posting_parts);
    line.changes = std::move(slot.changes);
    if (slot.amount) {
        line.amounts.budget = slot.amount;
        Phased phased = phase_amount(facts, wanted_phasing(facts, goal), *slot.amount, line.budget_parts);
        line.phasing = std::move(phased.key);
        line.months = phased.months;
        line.amounts.budget_to_date = sum_to(line.months, table.year.position(table.until));
        keep_part(table, line, line.changes.empty() ? split_of_slot(slot) : split_school_year(*slot.amount));
    } else if (!elsewhere) {
        count_skipped(line.amounts.skipped, goal.amount);
    }
    if (facts.ledger != nullptr) line.amounts.actual = actual_of(facts, line.posting_parts);
    derive(line.amounts, line.side);
    return line;
}

/// Makes the lines of a goal's activities: what was booked on each, and the rest on none of them.
void add_activities(const Facts& facts, const Goal& goal, std::size_t parent, std::vector<Line>& lines) {
    std::map<std::string, std::vector<std::size_t>> by_letter;
    Remembered<Target, std::vector<std::size_t>*> lists;
    for (const std::size_t index : lines[parent].posting_parts) {
        const Target& target = target_of((*facts.posting_parts)[index], *facts.rules);
        lists.of(target, [&] { return &by_letter[target.activity]; })->push_back(index);
    }
    const auto add_line = [&](Level level, std::string code, std::string name, const std::string& letter) {
        Line line;
        line.level = level;
        line.code = std::move(code);
        line.name = std::move(name);
        line.parent = parent;
        line.posting_parts = by_letter[letter];
        if (facts.ledger != nullptr) line.amounts.actual = actual_of(facts, line.posting_parts);
        derive(line.amounts, line.side);
        lines.push_back(std::move(line));
    };
    for (const Activity& activity : goal.activities) {
        add_line(Level::activity, goal.id.text() + "." + activity.letter, full_text(activity), activity.letter);
    }
    add_line(Level::without_activity, goal.id.text() + ".-", "niet per activiteit geboekt", "");
}

Line speerpunt_line(const Speerpunt& speerpunt) {
    Line line;
    line.level = Level::speerpunt;
    line.code = speerpunt.id.text();
    line.name = speerpunt.name;
    line.printed = speerpunt.printed_total.value_or("");
    line.place = speerpunt.place;
    return line;
}

/// Adds the slots of one speerpunt to its line.
void total_speerpunt(Line& total, const std::vector<Line>& parts) {
    for (const Line& part : parts) {
        add(total.amounts, part.amounts);
        for (std::size_t i = 0; i < total.months.size(); ++i) total.months[i] += part.months[i];
        total.budget_parts.insert(total.budget_parts.end(), part.budget_parts.begin(), part.budget_parts.end());
        total.posting_parts.insert(total.posting_parts.end(), part.posting_parts.begin(), part.posting_parts.end());
        total.changes.insert(total.changes.end(), part.changes.begin(), part.changes.end());
        if (part.kind == AmountKind::split) total.kind = AmountKind::split;
    }
    const SkippedAmounts& skipped = total.amounts.skipped;
    if (!total.amounts.budget) {
        if (skipped.dash > 0) total.kind = AmountKind::dash;
        if (skipped.no_budget > 0) total.kind = AmountKind::no_budget;
        if (skipped.pro_memorie > 0) total.kind = AmountKind::pro_memorie;
    } else if (total.kind != AmountKind::split) {
        total.kind = total.amounts.budget->is_zero() ? AmountKind::zero : AmountKind::amount;
    }
    derive(total.amounts, total.side);
}

/// Adds what versions of the budget changed outside the plan.
void add_changes_outside(const Facts& facts, WorkbookMonths& book, std::vector<std::size_t>& changes) {
    const auto shown = changes_shown(facts);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (!shown[i].mutation.goal.empty()) continue;
        changes.push_back(i);
        book.year += debit_positive(shown[i].mutation.side, shown[i].amount);
        const MonthAmounts months = phase_outside(shown[i]);
        for (std::size_t month = 0; month < months.size(); ++month)
            book.months[month] += debit_positive(shown[i].mutation.side, months[month]);
    }
}

Line remainder_line(const Facts& facts, TargetKind kind, BudgetVsActual& table,
                    std::vector<std::size_t>&& posting_parts) {
    Line line;
    line.code = kind == TargetKind::outside_plan ? "buiten_jaarplan" : "zonder_regel";
    line.name = kind == TargetKind::outside_plan ? "buiten het jaarplan (reguliere uitvoering)" : "zonder koppelregel";
    if (facts.budget != nullptr) {
        for (std::size_t i = 0; i < facts.budget_parts->size(); ++i) {
            if ((*facts.budget_parts)[i].target.kind == kind) line.budget_parts.push_back(i);
        }
        WorkbookMonths book = add_parts(facts, line.budget_parts);
        if (kind == TargetKind::outside_plan) add_changes_outside(facts, book, line.changes);
        line.amounts.budget = book.year;
        line.months = book.months;
        line.phasing = workbook_phasing;
        line.amounts.budget_to_date = sum_to(book.months, table.year.position(table.until));
        keep_part(table, line, split_school_year(book.year));
        line.kind = book.year.is_zero() ? AmountKind::zero : AmountKind::amount;
    }
    line.posting_parts = std::move(posting_parts);
    if (facts.ledger != nullptr) line.amounts.actual = actual_of(facts, line.posting_parts);
    derive(line.amounts, line.side);
    return line;
}

}  // namespace

void make_plan_lines(const Facts& facts, BudgetVsActual& table) {
    PlacedParts placed = place_parts(facts, table.options.view, booked_months(table));
    for (const Speerpunt& speerpunt : facts.plan->speerpunten) {
        const std::size_t head = table.lines.size();
        std::vector<Line> parts;
        std::vector<const Goal*> goals;
        for (Slot& slot : placed.slots) {
            if (slot.at != speerpunt.id) continue;
            goals.push_back(slot.goal);
            parts.push_back(line_of_slot(facts, std::move(slot), table));
        }
        table.lines.push_back(speerpunt_line(speerpunt));
        total_speerpunt(table.lines[head], parts);
        add(table.total, table.lines[head].amounts);
        if (table.options.per == Per::speerpunt) continue;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::size_t at = table.lines.size();
            parts[i].parent = head;
            table.lines.push_back(std::move(parts[i]));
            if (table.options.per == Per::activity && table.lines[at].level != Level::booked_elsewhere) {
                add_activities(facts, *goals[i], at, table.lines);
            }
        }
    }
    derive(table.total, Side::expense);
    for (const TargetKind kind : {TargetKind::outside_plan, TargetKind::unassigned}) {
        auto& left = kind == TargetKind::outside_plan ? placed.outside_plan : placed.unassigned;
        table.remainder.push_back(remainder_line(facts, kind, table, std::move(left)));
        add(table.unassigned, table.remainder.back().amounts);
    }
    derive(table.unassigned, Side::expense);
}

}  // namespace begroot::report::detail
