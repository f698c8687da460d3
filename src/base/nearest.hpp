#pragma once
// The known word that somebody most likely meant.

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace begroot {

/// Gives the known word nearest to `word` (edit distance, case ignored) when it is near enough to be a slip: at most a
/// third of the letters, at least one. Ties go to the earlier word.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, std::span<const std::string> known);

}  // namespace begroot
