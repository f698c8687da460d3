#pragma once
// The sheets that set begroot against werkelijk: one for the board with a month to choose, and two with all months.

#include "live/export.hpp"

#include <string>
#include <utility>
#include <vector>

namespace begroot::live::detail {

/// Makes Begroot-werkelijk, Werkelijk per maand and Begroot per maand. What is werkelijk adds up the sheet Mutaties.
[[nodiscard]] std::vector<Grid> actual_sheets(const ExportInput& input);

/// Gives the defined names of these sheets and of Mutaties.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> actual_names(const ExportInput& input,
                                                                            const Grid& postings);

}  // namespace begroot::live::detail
