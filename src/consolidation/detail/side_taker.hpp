#pragma once
// What one side of an elimination asks of its member: which amounts of which lines.

#include "consolidation/consolidate.hpp"
#include "mapping/traits.hpp"

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace begroot::consolidation::detail {

/// What a budget part counts for, debit positive: in the year, and up to the month of the table.
struct PartAmounts {
    Money year;
    Money to_date;
};

/// Tells whether the line is of baten, of which the table shows credit as positive.
[[nodiscard]] inline bool is_income(const report::Line& line) { return line.side == Side::income; }

/// Takes out what one side of an elimination asks of its member. Refers to the member, its table and the side.
class SideTaker {
public:
    SideTaker(const Member& member, const report::BudgetVsActual& table, const EliminationSide& side);

    /// Tells whether a goal as a whole is asked, so that the plan's own amount is what is taken out.
    [[nodiscard]] bool is_whole_goal(const report::Line& line) const;

    /// Tells whether the side asks the budget part, the posting part or the change of the budget with this index.
    [[nodiscard]] bool takes_budget(std::size_t index) const;
    [[nodiscard]] bool takes_posting(std::size_t index) const;
    [[nodiscard]] bool takes_change(std::size_t index) const;

    /// Gives what every budget part counts for in a line, by its index. Where the plan says the amount of a goal, the
    /// parts are that amount as the plan spreads it over the year; nothing when they are not.
    [[nodiscard]] std::optional<std::map<std::size_t, PartAmounts>> parts_of(const report::Line& line) const;

    /// Gives what a budget part and a change of the budget count for, in the year and up to the month of the table.
    [[nodiscard]] std::array<EliminatedItem, 2> budget_items(const report::Line& line, std::size_t index,
                                                             const PartAmounts& amounts) const;
    [[nodiscard]] std::array<EliminatedItem, 2> change_items(const report::Line& line, std::size_t index) const;

    /// Gives what a posting part counts for.
    [[nodiscard]] EliminatedItem posting_item(const report::Line& line, std::size_t index) const;

    /// Gives the plan's own amounts of a goal.
    [[nodiscard]] std::vector<EliminatedItem> plan_items(const report::Line& line) const;

private:
    [[nodiscard]] bool fits_goal(const Target& target) const;
    [[nodiscard]] bool fits_condition(const Traits& traits) const;
    [[nodiscard]] Money until_month(const MonthAmounts& months) const;

    const report::Facts& facts_;
    const report::BudgetVsActual& table_;
    const EliminationSide& side_;
    std::vector<MonthAmounts> change_months_;
};

}  // namespace begroot::consolidation::detail
