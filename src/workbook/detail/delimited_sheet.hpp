#pragma once
// From decoded text to the cells of one sheet.

#include "base/result.hpp"
#include "workbook/detail/text_buffer.hpp"
#include "workbook/reader.hpp"
#include "workbook/workbook.hpp"

#include <optional>

namespace begroot::workbook::detail {

/// Reads decoded text into a sheet that has its source, and tells how the text was written. Cells point into the block,
/// which the sheet's storage keeps. Errors have a cell or a line.
[[nodiscard]] Result<TextFormat> read_delimited_sheet(DecodedText decoded, std::optional<char> delimiter,
                                                      const ReadOptions& options, Sheet& sheet);

}  // namespace begroot::workbook::detail
