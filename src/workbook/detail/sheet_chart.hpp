#pragma once
// A chart on a sheet of its own, above the figures it draws; those figures are formulas into the table they come from.

#include "workbook/detail/format_book.hpp"
#include "workbook/detail/sheet_formula.hpp"

#include <string>

namespace begroot::workbook::writing {

/// Names the sheet of chart `index`: `Grafiek`, `Grafiek 2`, …, past names that tables use.
[[nodiscard]] std::string chart_sheet_name(const Document& document, std::size_t index);

/// Writes chart `index` of the document on `sheet`: lying bars when the labels are long, standing ones otherwise.
void write_chart(lxw_workbook* workbook, lxw_worksheet* sheet, const SheetPlan& plan, std::size_t index,
                 FormatBook& formats);

}  // namespace begroot::workbook::writing
