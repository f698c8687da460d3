#pragma once
// `uit`: where in a workbook the values of a variable stand.

#include "model/definition.hpp"
#include "store/detail/number_values.hpp"
#include "store/detail/section.hpp"
#include "store/model_file.hpp"

#include <optional>

namespace begroot::store::detail {

/// Cells that one `uit` may name.
inline constexpr std::uint64_t range_cells_max = 100'000;

/// Reads `uit` of a variable whose lists, status and months `how` holds; nothing without it. Reports ranges that do not
/// fit each other.
[[nodiscard]] std::optional<WorkbookValues> read_workbook_range(const Section& section, const model::Variable& variable,
                                                                const ValueReading& how);

/// Tells whether the years of a range run from left to right, so that its members stand in rows.
[[nodiscard]] bool years_in_columns(const WorkbookValues& values);

}  // namespace begroot::store::detail
