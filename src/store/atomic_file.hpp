#pragma once
// Output that is there whole or not at all: written under a temporary name in the same folder, then renamed.

#include "base/result.hpp"

#include <filesystem>
#include <functional>
#include <string_view>

namespace begroot::store {

/// Calls `write` with a temporary path beside `path` and renames it over `path` when that went well. On any failure the
/// temporary file is removed and what stood at `path` is untouched. Missing folders are made. A device or pipe is
/// written to directly.
[[nodiscard]] Result<void> write_atomically(const std::filesystem::path& path,
                                            const std::function<Result<void>(const std::filesystem::path&)>& write);

/// Writes bytes to a file, whole or not at all.
[[nodiscard]] Result<void> write_atomically(const std::filesystem::path& path, std::string_view bytes);

}  // namespace begroot::store
