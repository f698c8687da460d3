#include "report/detail/amounts.hpp"

namespace begroot::report::detail {

namespace {

void add_optional(std::optional<Money>& total, const std::optional<Money>& amount) {
    if (amount) total = total.value_or(Money()) + *amount;
}

}  // namespace

void derive(Amounts& amounts, Side side) {
    amounts.variance.reset();
    amounts.remaining.reset();
    amounts.forecast.reset();
    if (!amounts.actual) return;
    if (!amounts.budget || !amounts.budget_to_date) {
        amounts.forecast = amounts.actual;
        return;
    }
    const Money difference = *amounts.budget_to_date - *amounts.actual;
    amounts.variance = side == Side::income ? -difference : difference;
    amounts.remaining = *amounts.budget - *amounts.actual;
    amounts.forecast = *amounts.actual + (*amounts.budget - *amounts.budget_to_date);
}

void add(Amounts& total, const Amounts& line) {
    add_optional(total.budget, line.budget);
    add_optional(total.budget_to_date, line.budget_to_date);
    add_optional(total.actual, line.actual);
    total.skipped = total.skipped + line.skipped;
}

}  // namespace begroot::report::detail
