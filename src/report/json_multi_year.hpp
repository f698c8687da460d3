#pragma once
// The answers of the multi-year model as JSON: integer cents for money, plain numbers for all else, null where there is
// none. Keys are a contract; new ones may be added.

#include "report/multi_year.hpp"

#include <string>

namespace begroot::report {

/// Writes `begroot meerjaren`.
[[nodiscard]] std::string to_json(const MultiYear& view);

}  // namespace begroot::report
