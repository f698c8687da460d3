#pragma once
// Of all that a workbook says about style only this: which cell styles show dates.

#include "base/result.hpp"
#include "text/xml_scanner.hpp"
#include "workbook/detail/number_format.hpp"
#include "workbook/read_limits.hpp"

#include <vector>

namespace begroot::workbook::detail {

using text::XmlEvent;
using text::XmlScanner;

/// Reads the styles part: one kind for each cell style, in the order to which a cell's `s` points.
[[nodiscard]] Result<std::vector<FormatKind>> read_styles(XmlScanner scanner, const ReadLimits& limits);

}  // namespace begroot::workbook::detail
