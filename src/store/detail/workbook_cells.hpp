#pragma once
// The values that a model takes from cells of a workbook.

#include "office/open_workbook.hpp"
#include "store/dossier.hpp"

namespace begroot::store::detail {

/// Reads what every `uit` of the model names into its variable, with LibreOffice as far as `help` allows; each value's
/// place is its cell. Gives every cell that is empty or unreadable, or why a workbook cannot be read.
[[nodiscard]] ModelErrors read_workbook_values(const office::OfficeHelp& help, Dossier& dossier);

}  // namespace begroot::store::detail
