#pragma once
// How an amount of the plan is spread over the months, and what a change of it does to them.

#include "report/facts.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace begroot::report::detail {

/// The name of a phasing that follows the office's own months.
inline constexpr const char* workbook_phasing = "werkboek";

/// What the office's budget has for some parts, month by month.
struct WorkbookMonths {
    Money year;
    MonthAmounts months{};
    bool complete = true;  ///< every part has months
};

/// Adds parts of the office's budget.
[[nodiscard]] WorkbookMonths add_parts(const Facts& facts, const std::vector<std::size_t>& parts);

/// An amount over the months, and the name of the key that spread it.
struct Phased {
    std::string key;
    MonthAmounts months{};
};

/// Spreads a plan amount: by its named key, or as the workbook does, or in proportion to it when the two do not tie.
[[nodiscard]] Phased phase_amount(const Facts& facts, const std::string& wanted, Money amount,
                                  const std::vector<std::size_t>& parts);

/// Gives the key that a goal wants.
[[nodiscard]] const std::string& wanted_phasing(const Facts& facts, const Goal& goal);

/// An amount of a goal before any version, and what each change of it did to the months. They add up to the amount as
/// `phase_amount` spreads it.
struct ChangedMonths {
    std::optional<Money> before;  ///< nothing where the plan had no number
    Phased before_phased;
    std::vector<MonthAmounts> of_changes;
};

/// Takes the amount of a goal apart into what it was and its changes (indices into `changes_shown`, in order).
[[nodiscard]] ChangedMonths take_apart(const Facts& facts, const Goal& goal, Money amount,
                                       const std::vector<std::size_t>& changes, const std::vector<std::size_t>& parts);

/// Spreads a change outside the plan: in equal months.
[[nodiscard]] MonthAmounts phase_outside(const BudgetChange& change);

}  // namespace begroot::report::detail
