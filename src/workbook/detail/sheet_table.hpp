#pragma once
// One table on one sheet: titles, heads, rows with their formulas and cached values, notes, panes and column widths.

#include "base/result.hpp"
#include "workbook/detail/format_book.hpp"
#include "workbook/detail/sheet_formula.hpp"

namespace begroot::workbook::writing {

/// Writes `table` on `sheet`. Fails when a formula is longer than Excel takes; the error names table, row and column.
[[nodiscard]] Result<void> write_table(lxw_worksheet* sheet, const SheetPlan& plan, const Table& table,
                                       const SheetLayout& layout, FormatBook& formats);

/// Says how numbers of a column are shown.
[[nodiscard]] NumberLook number_look(ColumnKind kind, MoneyStyle style);

/// Aborts when libxlsxwriter refuses a cell: everything it can refuse has been checked before.
void expect_written(lxw_error error);

}  // namespace begroot::workbook::writing
