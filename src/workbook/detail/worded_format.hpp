#pragma once
// The words that a number format shows beside a number: V and N, D and C, mln. They are no part of the number.

#include "workbook/workbook.hpp"

#include <optional>
#include <string_view>

namespace begroot::workbook::detail {

/// Takes a format code apart (`#,##0 "V";#,##0 "N"`, `[<0]0\ \C;0\ \D`, `#,##0,`); nothing when neither a letter nor
/// three zeros stand beside the digits and they show the number itself. Colours, currencies and languages between
/// brackets are no words.
[[nodiscard]] std::optional<WordedFormat> read_worded_format(std::string_view code);

}  // namespace begroot::workbook::detail
