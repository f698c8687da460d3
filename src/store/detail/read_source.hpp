#pragma once
// The files that a `[[bron]]` names: found, told apart by what they are, read.

#include "base/error.hpp"
#include "store/dossier.hpp"

#include <optional>

namespace begroot::store::detail {

/// Reads all files of one source into the dossier; gives the first error. The same file twice is read once and told.
[[nodiscard]] std::optional<Error> read_source(const ModelSource& source, Dossier& dossier);

}  // namespace begroot::store::detail
