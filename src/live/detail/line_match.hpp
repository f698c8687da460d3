#pragma once
// Which rows (or columns) of a sheet are which, after somebody inserted or deleted some.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace begroot::live::detail {

/// A row or column and what tells it from the others.
struct KeyedLine {
    std::uint32_t at = 0;  ///< 0-based
    std::string key;
};

/// Rows or columns as they were written beside those that are there now.
struct LineMatch {
    std::map<std::uint32_t, std::uint32_t> now_of;      ///< by where it was written
    std::map<std::uint32_t, std::uint32_t> written_of;  ///< by where it is now
    std::vector<std::uint32_t> gone;                    ///< as written, ascending
    std::vector<std::uint32_t> added;                   ///< as they are now, inserted between others, ascending

    /// Gives where a line is now; nothing when it is gone.
    [[nodiscard]] std::optional<std::uint32_t> now(std::uint32_t written) const;
    /// Gives where a line was written; nothing when it was added.
    [[nodiscard]] std::optional<std::uint32_t> written(std::uint32_t now) const;
};

/// Finds every written line among those that are there now, both ascending; `now` holds only lines with something in
/// them. Lines whose key nobody shares are found first, the others between them.
[[nodiscard]] LineMatch match_lines(const std::vector<KeyedLine>& written, const std::vector<KeyedLine>& now);

}  // namespace begroot::live::detail
