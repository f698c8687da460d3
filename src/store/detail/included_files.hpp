#pragma once
// The files that a model shares with others: `inclusief`, parsed and kept while the model is read.

#include "store/detail/section.hpp"
#include "store/model_file.hpp"

#include <deque>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace begroot::store::detail {

/// One such file; sections of it point at its table and its reading.
struct IncludedText {
    IncludedFile file;
    ModelReading reading;
    toml::table table;
};

/// The names under `inclusief`, relative to the model, and where they stand.
struct IncludedNames {
    std::vector<std::string> files;
    Place place;
};

/// Reads the files that a model in `folder` names. Errors: too many, one twice, one that is missing or no TOML.
[[nodiscard]] std::expected<std::deque<IncludedText>, ModelErrors> read_included(const IncludedNames& names,
                                                                                 const std::filesystem::path& folder);

}  // namespace begroot::store::detail
