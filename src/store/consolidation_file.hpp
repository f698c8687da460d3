#pragma once
// A consolidation as text: one TOML file that names the models of its members and what they owe each other.

#include "mapping/consolidation.hpp"
#include "store/model_file.hpp"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace begroot::store {

/// A consolidation and where it stands.
struct ConsolidationFile {
    Consolidation consolidation;
    std::string file;              ///< as the user named it
    std::filesystem::path folder;  ///< from which the models of the members are seen
};

/// Reads a consolidation; nothing when the file is an ordinary model, without `[consolidatie]`. Errors: not readable,
/// not TOML, an unknown key, a member that is not there or stands twice, an elimination that asks nothing.
[[nodiscard]] std::expected<std::optional<ConsolidationFile>, ModelErrors> read_consolidation(
    const std::filesystem::path& path);

/// The same from text; `shown_as` is its name in messages.
[[nodiscard]] std::expected<std::optional<ConsolidationFile>, ModelErrors> parse_consolidation(
    std::string_view text, const std::string& shown_as);

}  // namespace begroot::store
