#pragma once
// Answers as JSON: integer cents, null where there is no number. Keys are a contract; new ones may be added.

#include "report/budget_vs_actual.hpp"
#include "report/trace.hpp"

#include <span>
#include <string>
#include <vector>

namespace begroot::report {

/// Writes `begroot tabel` of one model.
[[nodiscard]] std::string to_json(const Facts& facts, const BudgetVsActual& answer);

/// Writes `begroot herkomst`.
[[nodiscard]] std::string to_json(const Trace& trace);

/// Writes `begroot controle`.
[[nodiscard]] std::string to_json(const Findings& findings);

/// A model without an answer, and why.
struct RefusedModel {
    std::string file;
    std::vector<std::string> messages;
};

/// Wraps what `to_json` wrote for several models: `{"modellen":[…]}` in the order given. Models without an answer are
/// named under `geweigerd`; without such models that key is not there.
[[nodiscard]] std::string join_json(std::span<const std::string> models, std::span<const RefusedModel> refused = {});

}  // namespace begroot::report
