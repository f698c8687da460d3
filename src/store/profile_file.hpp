#pragma once
// A reading that was approved once, as a small TOML file: every month's file goes in under it.

#include "base/error.hpp"
#include "exchange/source.hpp"

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::store {

/// Tells whether the word behind `profiel` names a file and not a built-in profile.
[[nodiscard]] bool names_profile_file(std::string_view profile);

/// Reads a profile file. Errors: not readable, not TOML, an unknown key, a basis that is no built-in profile.
[[nodiscard]] std::expected<exchange::SourceSettings, std::vector<Error>> read_profile_file(
    const std::filesystem::path& path);

/// Reads a profile from text; `shown_as` is its name in messages.
[[nodiscard]] std::expected<exchange::SourceSettings, std::vector<Error>> parse_profile(std::string_view text,
                                                                                        const std::string& shown_as);

/// Completes what a `[[bron]]` says with what its profile file says; the bron wins key by key, columns one by one.
[[nodiscard]] exchange::SourceSettings with_profile(exchange::SourceSettings source,
                                                    const exchange::SourceSettings& profile);

/// Writes settings as a profile file; `remarks` become comment lines at its head. Read back they give the same settings
/// (but for the year, which is the model's).
[[nodiscard]] std::string profile_text(const exchange::SourceSettings& settings,
                                       const std::vector<std::string>& remarks);

/// Writes settings as a `[[bron]]` section to paste into a model; `kind` is `mutaties` or `begroting`.
[[nodiscard]] std::string source_text(const exchange::SourceSettings& settings, std::string_view kind,
                                      const std::string& file);

}  // namespace begroot::store
