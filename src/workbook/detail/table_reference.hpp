#pragma once
// What stands between the brackets of `Tabel[…]`: which rows and columns of the table a formula means.

#include "workbook/detail/formula_references.hpp"

#include <string_view>

namespace begroot::workbook::patching {

/// Gives the cells of a table that `inside` means to a formula in `place`. What is not understood means the whole
/// table; so does more than it may, never less.
[[nodiscard]] Reference table_reference(const SheetTable& table, std::uint32_t sheet, std::string_view inside,
                                        CellPlace place);

}  // namespace begroot::workbook::patching
