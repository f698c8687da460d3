#pragma once
// Pivot tables: which cells feed one, and where it stands.

#include "base/result.hpp"
#include "workbook/detail/dependants.hpp"
#include "workbook/detail/package.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace begroot::workbook::patching {

/// A pivot cache with the watchers that stand for its pivot tables.
struct PivotCache {
    std::string part;
    std::vector<std::uint32_t> watchers;
};

/// Reads the pivot caches of a workbook that are made of its own cells and adds each pivot table as a watcher.
[[nodiscard]] Result<std::vector<PivotCache>> add_pivots(const detail::ZipArchive& archive,
                                                         const detail::WorkbookMap& map, const ReadLimits& limits,
                                                         Dependants& dependants);

}  // namespace begroot::workbook::patching
