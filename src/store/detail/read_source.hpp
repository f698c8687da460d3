#pragma once
// The files that a `[[bron]]` names: found, told apart by what they are, read.

#include "base/error.hpp"
#include "office/open_workbook.hpp"
#include "store/dossier.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace begroot::store::detail {

/// Reads all files of one source into the dossier, with LibreOffice as far as `help` allows; gives the first error. The
/// same file twice is read once and told.
[[nodiscard]] std::optional<Error> read_source(const ModelSource& source, const office::OfficeHelp& help,
                                               Dossier& dossier);

/// Gives the files that a source names; those that fit a name with `*` or `?` in the order of their names.
[[nodiscard]] std::vector<std::filesystem::path> files_named(const std::string& name,
                                                             const std::filesystem::path& folder);

}  // namespace begroot::store::detail
