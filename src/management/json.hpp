#pragma once
// A management report or an evaluation as JSON: integer cents, null where there is no number. Keys are a contract; new
// ones may be added.

#include "management/evaluation.hpp"

#include <string>

namespace begroot::management {

/// Writes `begroot rapportage`.
[[nodiscard]] std::string to_json(const Input& input, const ManagementReport& report);

/// Writes `begroot evaluatie`.
[[nodiscard]] std::string to_json(const Input& input, const Evaluation& evaluation);

}  // namespace begroot::management
