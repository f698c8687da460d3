#pragma once
// What a sheet's XML tells around its cells: hidden columns, merged ranges, filters.

#include "text/xml_scanner.hpp"
#include "workbook/read_limits.hpp"
#include "workbook/workbook.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace begroot::workbook::detail {

using text::XmlEvent;
using text::XmlScanner;

/// Reads the `<cols>` that just started; hidden columns may come double and out of order. False on failure.
[[nodiscard]] bool read_hidden_columns(XmlScanner& scanner, const ReadLimits& limits, Sheet& sheet);

/// Reads the `<mergeCells>` that just started; false on failure.
[[nodiscard]] bool read_merged(XmlScanner& scanner, const ReadLimits& limits, Sheet& sheet);

/// Reads the `<autoFilter>` that just started; one without a range is left out. False on failure.
[[nodiscard]] bool read_filter(XmlScanner& scanner, const ReadLimits& limits, Sheet& sheet);

/// Tells whether a height or width as the file writes it is nothing, which hides a row or column.
[[nodiscard]] bool is_no_size(std::optional<std::string_view> size);

/// Makes the scanner fail with this error; gives false.
[[nodiscard]] bool refuse_section(XmlScanner& scanner, std::string found, std::string expected);

}  // namespace begroot::workbook::detail
