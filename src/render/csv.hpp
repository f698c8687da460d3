#pragma once
// A table as csv the way Dutch Excel opens it: `;`, decimal comma, UTF-8 with a BOM, no text that runs as a formula.

#include "table/table.hpp"

#include <string>

namespace begroot::render {

/// Prints the first table of a document, heads by column id, a line per row that is not blank, lines ending in CR LF.
/// Amounts have two decimals and no thousands points (`-1234,5` never, `-1234,50` always); a percentage is a number in
/// percent (12,5% is `12,5`); a day is `2025-08-31`. Text that begins with = + - @ tab or return, or their full-width
/// twins, is prefixed with an apostrophe; a Mark prints as its text, under the same rule unless it is only dashes.
[[nodiscard]] std::string to_csv(const Document& document);

}  // namespace begroot::render
