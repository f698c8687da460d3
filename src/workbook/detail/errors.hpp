#pragma once
// The errors that all parts of the reader give; the reader itself adds the file name.

#include "base/error.hpp"

#include <string>
#include <string_view>

namespace begroot::workbook::detail {

/// Makes an error about somebody's file; its place is filled in by who knows it.
[[nodiscard]] Error input_error(std::string found, std::string expected, std::string action);

/// Makes the error for a part of the file that is not as it should be: `onderdeel xl/styles.xml is beschadigd: …`.
[[nodiscard]] Error damaged_part(std::string_view part, std::string_view why);

/// Makes the error for a limit that is passed: what was found and the most that is accepted.
[[nodiscard]] Error over_limit(std::string found, std::string expected);

/// What to do with a file that Excel may be able to repair.
inline constexpr const char* save_again_action = "open het bestand in Excel en sla het opnieuw op als .xlsx";

}  // namespace begroot::workbook::detail
