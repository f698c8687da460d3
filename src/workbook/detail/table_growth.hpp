#pragma once
// Tables that grow because somebody fills the row right below them, as they do when one types there in Excel.

#include "workbook/detail/package.hpp"
#include "workbook/patcher.hpp"

#include <span>
#include <vector>

namespace begroot::workbook::patching {

/// Finds the tables that grow by these writes (by sheet, row and column), and by how many rows: a table without a row
/// of totals takes in the row below it when a write fills one of that row's cells and the workbook has nothing there.
[[nodiscard]] Result<std::vector<GrownTable>> grown_tables(const detail::ZipArchive& archive,
                                                           const detail::WorkbookMap& map, const Workbook& workbook,
                                                           std::span<const CellWrite> writes, const ReadLimits& limits);

}  // namespace begroot::workbook::patching
