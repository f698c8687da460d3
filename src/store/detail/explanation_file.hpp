#pragma once
// The text with explanations that a model names.

#include "store/dossier.hpp"

#include <optional>

namespace begroot::store::detail {

/// Reads the file under `toelichtingen` into the dossier and holds its heads against the plan: an unknown code
/// (`toelichting_code`) or moment (`toelichting_moment`) is a fout. Errors: the file is missing or is no text.
[[nodiscard]] std::optional<Error> read_explanations(Dossier& dossier);

}  // namespace begroot::store::detail
