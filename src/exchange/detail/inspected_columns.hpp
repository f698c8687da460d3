#pragma once
// What every column of a sheet holds, for a person who decides whether it is read well.

#include "exchange/detail/header.hpp"
#include "exchange/detail/notation.hpp"
#include "exchange/inspection.hpp"

#include <span>
#include <vector>

namespace begroot::exchange::detail {

/// Looks at all columns below the heads; `rules` give the meanings in the header's order, `amounts` may be null.
[[nodiscard]] std::vector<InspectedColumn> inspect_columns(const SheetGrid& grid, const Header& header,
                                                           std::span<const HeadRule> rules,
                                                           const AmountReader* amounts);

}  // namespace begroot::exchange::detail
