#pragma once
// Of all that a workbook says about style only this: which cell styles show dates, and which show words beside a
// number.

#include "base/result.hpp"
#include "text/xml_scanner.hpp"
#include "workbook/detail/number_format.hpp"
#include "workbook/read_limits.hpp"
#include "workbook/workbook.hpp"

#include <cstdint>
#include <vector>

namespace begroot::workbook::detail {

using text::XmlEvent;
using text::XmlScanner;

/// What a cell style makes of a number.
struct CellStyle {
    FormatKind kind = FormatKind::number;
    std::uint16_t worded_format = 0;  ///< as Cell::worded_format()
};

/// The styles of a workbook.
struct Styles {
    std::vector<CellStyle> cells;  ///< in the order to which a cell's `s` points
    std::vector<WordedFormat> worded;
};

/// Reads the styles part.
[[nodiscard]] Result<Styles> read_styles(XmlScanner scanner, const ReadLimits& limits);

}  // namespace begroot::workbook::detail
