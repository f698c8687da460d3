#pragma once
// Answers as JSON: integer cents, null where there is no number. Keys are a contract; new ones may be added.

#include "report/budget_vs_actual.hpp"
#include "report/trace.hpp"

#include <span>
#include <string>

namespace begroot::report {

/// Writes `begroot tabel` of one model.
[[nodiscard]] std::string to_json(const Facts& facts, const BudgetVsActual& answer);

/// Writes `begroot herkomst`.
[[nodiscard]] std::string to_json(const Trace& trace);

/// Writes `begroot controle`.
[[nodiscard]] std::string to_json(const Findings& findings);

/// Wraps the answers of several models: `{"modellen":[…]}` in the order given.
[[nodiscard]] std::string join_json(std::span<const std::string> models);

}  // namespace begroot::report
