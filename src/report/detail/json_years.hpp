#pragma once
// One scenario over years as a part of a JSON answer.

#include "report/detail/json_parts.hpp"

namespace begroot::report::detail {

/// Writes one scenario.
[[nodiscard]] Json years_json(const MultiYear& view);

}  // namespace begroot::report::detail
