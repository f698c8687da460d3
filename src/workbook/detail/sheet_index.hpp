#pragma once
// The part that lists a workbook's sheets (xl/workbook.xml), put right where libxlsxwriter 1.1.4 writes what Excel
// dislikes.

#include <string>
#include <string_view>

namespace begroot::workbook::writing {

inline constexpr std::string_view sheet_index_part = "xl/workbook.xml";

/// Takes out the order to recalculate on opening (every formula carries its value, so Excel need not ask to save on
/// closing) and quotes the sheet names of print areas and titles, which a name such as `2025` or `A1` needs. Other
/// bytes stay.
[[nodiscard]] std::string corrected_sheet_index(std::string_view xml);

}  // namespace begroot::workbook::writing
