#pragma once
// The charts of a grid workbook.

#include "table/grid_chart.hpp"

#include <string>

#include <xlsxwriter.h>

namespace begroot::workbook::writing {

/// Draws a chart over figures of the sheet it stands on.
void write_chart(lxw_workbook* workbook, lxw_worksheet* sheet, const std::string& sheet_name, const GridChart& chart);

}  // namespace begroot::workbook::writing
