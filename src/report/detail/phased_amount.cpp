#include "report/detail/phased_amount.hpp"

#include "report/detail/lines.hpp"

#include <algorithm>
#include <utility>

namespace begroot::report::detail {

namespace {

const PhasingKey* find_key(const Facts& facts, const std::string& name) {
    const auto found = std::ranges::find(*facts.phasing_keys, name, &PhasingKey::name);
    return found != facts.phasing_keys->end() ? &*found : nullptr;
}

/// Gives a key whose weights follow the months of the plan's year, from its first.
PhasingKey in_order_of(PlanYear year, PhasingKey key) {
    std::ranges::rotate(key.weights, key.weights.begin() + year.first_month - 1);
    return key;
}

MonthAmounts difference(const MonthAmounts& after, const MonthAmounts& before) {
    MonthAmounts months{};
    for (std::size_t i = 0; i < months.size(); ++i) months[i] = after[i] - before[i];
    return months;
}

}  // namespace

WorkbookMonths add_parts(const Facts& facts, const std::vector<std::size_t>& parts) {
    WorkbookMonths total;
    for (const std::size_t index : parts) {
        const BudgetPart& part = (*facts.budget_parts)[index];
        total.year += part.year;
        if (!part.months) total.complete = false;
        const MonthAmounts months = part.months ? *part.months : phase(part.year, equal_months());
        for (std::size_t i = 0; i < months.size(); ++i) total.months[i] += months[i];
    }
    return total;
}

Phased phase_amount(const Facts& facts, const std::string& wanted, Money amount,
                    const std::vector<std::size_t>& parts) {
    PhasingKey key = equal_months();
    if (wanted != workbook_phasing) {
        const PhasingKey* named = find_key(facts, wanted);
        BEGROOT_CHECK(named != nullptr, "onbekende fasering");
        key = in_order_of(year_of(*facts.plan), *named);
    } else if (!parts.empty()) {
        const WorkbookMonths book = add_parts(facts, parts);
        const bool spreads =
            std::ranges::all_of(book.months, [](Money m) { return m >= Money(); }) && book.year > Money();
        if (book.year == amount && sum(book.months) == amount)
            return {book.complete ? workbook_phasing : key.name, book.months};
        if (spreads) {
            key.name = "werkboek_naar_rato";
            for (std::size_t i = 0; i < key.weights.size(); ++i) key.weights[i] = book.months[i].cents();
        }
    }
    MonthAmounts months = phase(amount, key);
    return {std::move(key.name), months};
}

const std::string& wanted_phasing(const Facts& facts, const Goal& goal) {
    return goal.phasing.empty() ? facts.plan->default_phasing : goal.phasing;
}

ChangedMonths take_apart(const Facts& facts, const Goal& goal, Money amount, const std::vector<std::size_t>& changes,
                         const std::vector<std::size_t>& parts) {
    const auto shown = changes_shown(facts);
    Money before = amount;
    for (const std::size_t index : changes) before -= shown[index].amount;
    ChangedMonths made;
    const AmountKind kind_before = changes.empty() ? AmountKind::amount : shown[changes.front()].before;
    if (is_number(kind_before)) {
        made.before = before;
        made.before_phased = phase_amount(facts, wanted_phasing(facts, goal), before, parts);
    }
    MonthAmounts months = made.before_phased.months;
    Money running = before;
    for (const std::size_t index : changes) {
        running += shown[index].amount;
        const MonthAmounts after = phase_amount(facts, wanted_phasing(facts, goal), running, parts).months;
        made.of_changes.push_back(difference(after, months));
        months = after;
    }
    return made;
}

MonthAmounts phase_outside(const BudgetChange& change) { return phase(change.amount, equal_months()); }

}  // namespace begroot::report::detail

namespace begroot::report {

std::vector<MonthAmounts> months_of_changes(const Facts& facts) {
    const auto shown = changes_shown(facts);
    std::vector<MonthAmounts> months(shown.size());
    for (const detail::Slot& slot : detail::place_parts(facts, View::plan, std::nullopt).slots) {
        const detail::ChangedMonths parts =
            detail::take_apart(facts, *slot.goal, slot.amount.value_or(Money()), slot.changes, slot.budget_parts);
        for (std::size_t i = 0; i < slot.changes.size(); ++i) months[slot.changes[i]] = parts.of_changes[i];
    }
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (shown[i].mutation.goal.empty()) months[i] = detail::phase_outside(shown[i]);
    }
    return months;
}

}  // namespace begroot::report
