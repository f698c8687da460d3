#pragma once
// What stands out in a multi-year view: it reports, it never repairs.

#include "report/multi_year.hpp"

namespace begroot::report::detail {

/// Looks through the years of a view that is otherwise complete.
[[nodiscard]] Findings find_in_years(const model::Definition& definition, const MultiYear& view);

}  // namespace begroot::report::detail
