#pragma once
// A grootboekrekening as it stands in a cell: a code, sometimes with the name behind it.

#include "base/error.hpp"
#include "exchange/detail/sheet_grid.hpp"
#include "workbook/workbook.hpp"

#include <optional>
#include <string>

namespace begroot::exchange::detail {

/// A code and the name that stood in the same cell, if any.
struct CodeAndName {
    std::string code;  ///< text, leading zeros kept
    std::string name;
};

/// Reads `4425`, `4425.0`, `0100`, `4425 - Naam`, `1-1110 BNZ`; nothing when the cell holds no account: empty, a label,
/// a rubric such as `4.1`.
[[nodiscard]] std::optional<CodeAndName> read_account(const workbook::Cell* cell);

/// Reads a code that may also be letters (kostenplaats, kostendrager, dagboek, journaalpost): trimmed text, or the
/// number.
[[nodiscard]] std::string read_code(const workbook::Cell* cell);

/// Tells whether a code cannot be read: a formula without value or an Excel error.
[[nodiscard]] bool is_unreadable(const workbook::Cell* cell);

/// Gives the error that refuses the file for a code that cannot be read.
[[nodiscard]] Error unreadable(const workbook::Cell& cell, const SheetGrid& grid);

}  // namespace begroot::exchange::detail
