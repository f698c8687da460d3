#pragma once
// Which cells of a protected sheet Excel would not let anybody change.

#include "base/result.hpp"
#include "workbook/detail/package.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace begroot::workbook::patching {

/// Tells of each place (by row and column) of the sheet in this part whether it is locked: by the style of its cell,
/// else of its row, else of its column. A cell without a style is locked.
[[nodiscard]] Result<std::vector<bool>> locked_cells(const detail::ZipArchive& archive, const detail::WorkbookMap& map,
                                                     std::string_view sheet_part, std::span<const CellPlace> places,
                                                     const ReadLimits& limits);

}  // namespace begroot::workbook::patching
