#pragma once
// How the columns of a line follow from its budget and its actuals.

#include "report/budget_vs_actual.hpp"

namespace begroot::report::detail {

/// Fills variance, remaining and forecast from the other three, by the rules of the table.
void derive(Amounts& amounts, Side side);

/// Adds budget, budget to date and actual of one line to a total; call `derive` when all are in.
void add(Amounts& total, const Amounts& line);

}  // namespace begroot::report::detail
