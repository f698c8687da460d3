#pragma once
// The sheets of outcomes that no formula can give: what chance does to the figures, and what makes two scenarios
// differ.

#include "live/export.hpp"

namespace begroot::live::detail {

inline constexpr const char* sheet_risk = "Risico";
inline constexpr const char* sheet_compared = "Vergelijking";

/// Makes Risico: bands by year with a fan of the result and of equity, chances, and what goes with the spread.
[[nodiscard]] Grid risk_sheet(const ExportInput& input);

/// Makes Vergelijking: the bridge of the result by year, with steps for the year that is chosen on the sheet.
[[nodiscard]] Grid compared_sheet(const ExportInput& input);

}  // namespace begroot::live::detail
