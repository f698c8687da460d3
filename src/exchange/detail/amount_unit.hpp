#pragma once
// In what unit the amounts of a sheet stand: in euros, or x € 1.000.

#include "base/finding.hpp"
#include "base/result.hpp"
#include "exchange/detail/header.hpp"
#include "exchange/detail/sheet_grid.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace begroot::exchange::detail {

/// Gives the euros that 1 stands for: as the user says, else as a title, the head of an amount column, a row
/// without numbers below the heads or a footer says, else 1.
/// Where number formats show the amounts so many times smaller as the title says (`#.##0.` under `x 1.000`), the cells
/// hold euros. Tells in `findings` what was decided. Fails when titles, heads and number formats name two units.
[[nodiscard]] Result<std::int64_t> decide_unit(const SheetGrid& grid, const Header& header,
                                               std::span<const std::uint32_t> amounts,
                                               std::optional<std::int64_t> given, Findings& findings);

}  // namespace begroot::exchange::detail
