#pragma once
// What the sheets without formulas were computed with: every assumption and the chosen scenario as they were, beside
// what they are now.

#include "live/export.hpp"

#include <string>
#include <utility>
#include <vector>

namespace begroot::live::detail {

inline constexpr const char* sheet_kept = "Uitgangspunten";
inline constexpr const char* changed_name = "uitgangspunten_gewijzigd";  ///< how many differ

/// Lists every input of the sheets so far with its value, its value now and whether they differ. Values and not a check
/// sum: two changes cannot hide each other, no rounding decides, and the reader sees which assumption it was.
[[nodiscard]] Grid kept_inputs(const ExportInput& input, const std::vector<Grid>& grids);

/// Gives the defined name.
[[nodiscard]] std::pair<std::string, std::string> kept_name();

/// Writes the head of a sheet of kept values: what they are of, and a live cell that says whether they still hold.
/// Gives the first free row.
[[nodiscard]] std::uint32_t write_kept_head(Grid& grid, const ExportInput& input, const std::string& title,
                                            const std::vector<std::pair<std::string, std::string>>& facts);

/// Greys all of a sheet of kept values as soon as they do not hold; call it when all cells are there.
void grey_when_stale(Grid& grid);

}  // namespace begroot::live::detail
