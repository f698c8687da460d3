#pragma once
// The files that a `[[bron]]` names: found, told apart by what they are, read.

#include "base/error.hpp"
#include "office/open_workbook.hpp"
#include "store/dossier.hpp"

#include <optional>

namespace begroot::store::detail {

/// Reads all files of one source into the dossier, with LibreOffice as far as `help` allows; gives the first error. The
/// same file twice is read once and told.
[[nodiscard]] std::optional<Error> read_source(const ModelSource& source, const office::OfficeHelp& help,
                                               Dossier& dossier);

}  // namespace begroot::store::detail
