#pragma once
// The part that describes one table of a sheet: its name, range and columns.

#include "base/result.hpp"
#include "text/xml_scanner.hpp"
#include "workbook/read_limits.hpp"
#include "workbook/workbook.hpp"

namespace begroot::workbook::detail {

using text::XmlEvent;
using text::XmlScanner;

/// Adds the table to its sheet, and its filter where it has one. Fails on a part that is no table, or has no range.
[[nodiscard]] Result<void> read_table(XmlScanner scanner, const ReadLimits& limits, Sheet& sheet);

}  // namespace begroot::workbook::detail
