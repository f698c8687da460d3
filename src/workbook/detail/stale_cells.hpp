#pragma once
// The cells whose stored value is no longer true, and which of them a recalculation may fill again.

#include "base/result.hpp"
#include "workbook/detail/dependants.hpp"
#include "workbook/patcher.hpp"

#include <span>
#include <vector>

namespace begroot::workbook::patching {

/// Lists by sheet the cells of the watchers that change, without those that are written anyway; one of an unsure
/// watcher may not be refreshed. Of an array formula every cell counts that the sheet has. Fails where array formulas
/// lie over each other more often than can be counted.
[[nodiscard]] Result<std::vector<std::vector<StaleCell>>> stale_cells(const Workbook& workbook,
                                                                      std::span<const Watcher> watchers,
                                                                      const std::vector<bool>& changes,
                                                                      const std::vector<bool>& unsure,
                                                                      std::span<const CellWrite> writes);

}  // namespace begroot::workbook::patching
