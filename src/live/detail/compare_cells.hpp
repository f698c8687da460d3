#pragma once
// What people did to a written workbook beside filling in inputs: formulas overwritten, rows and columns inserted.

#include "base/finding.hpp"
#include "live/back.hpp"
#include "live/detail/edited_book.hpp"

#include <string>
#include <vector>

namespace begroot::live::detail {

/// Names a cell for a finding.
[[nodiscard]] Place place_in(const workbook::Workbook& workbook, const EditedSheet& sheet, CellPlace now);

/// Writes what a cell holds, for a person.
[[nodiscard]] std::string shown_now(const EditedSheet& sheet, CellPlace now);

/// Finds every cell that no longer holds what was written, every row and column that went or came, and sheets.
[[nodiscard]] Findings compare_cells(const workbook::Workbook& workbook, const EditedBook& book);

/// Finds the texts that stand behind the years in a row of figures.
[[nodiscard]] std::vector<Remark> find_remarks(const workbook::Workbook& workbook, const EditedBook& book);

}  // namespace begroot::live::detail
