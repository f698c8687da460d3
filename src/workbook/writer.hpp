#pragma once
// Writes a document as a workbook that is alive: real formulas, each with its cached value, ready to print on A4.

#include "base/result.hpp"
#include "table/grid.hpp"
#include "table/table.hpp"

#include <filesystem>
#include <string>

namespace begroot::workbook {

/// Document properties; fixed by the caller so that the same input gives the same bytes.
struct WorkbookProperties {
    std::string author = "begroot";
    Day created{2000, 1, 1};  ///< no clock: the date the content is about
};

/// Writes one sheet a table at `path`, and a sheet `Grafiek` after the table each chart draws. Overwrites: the caller
/// writes to a temporary name and renames, for after a failure what stands at `path` is no workbook. Money cells hold
/// euros as numbers with format `#.##0` (in the file `#,##0`), dates are real dates, text is never read as a formula, a
/// Mark leaves a number cell empty, a hidden table is a hidden sheet, and input columns are coloured and unlocked.
/// Every formula carries its value, so Excel has no cause to recalculate on opening. The same input gives the same
/// bytes. The process's LC_NUMERIC must be "C". Errors: the file cannot be written (no folder, no right, disk full); a
/// table's name, size or formula is beyond Excel's limits.
[[nodiscard]] Result<void> write_workbook(const Document& document, const std::filesystem::path& path,
                                          const WorkbookProperties& properties = {});

/// Writes a grid workbook at `path`, under the same promises as a document: every formula has its stored outcome, also
/// where that is an error (a value that is not a number is stored as `#DIV/0!`).
[[nodiscard]] Result<void> write_workbook(const GridBook& book, const std::filesystem::path& path,
                                          const WorkbookProperties& properties = {});

}  // namespace begroot::workbook
