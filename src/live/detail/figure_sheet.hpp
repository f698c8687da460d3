#pragma once
// The sheets of figures of a living workbook.

#include "live/detail/layout.hpp"
#include "live/detail/scenario_sheet.hpp"

namespace begroot::live::detail {

/// Makes one sheet of figures: a formula or input per node, with the engine's value.
[[nodiscard]] Grid figure_sheet(const ExportInput& input, const Layout& layout, const ScenarioSheet& scenarios,
                                const PlacedSheet& sheet, const model::Evaluator& evaluator);

/// Writes title, subtitle and the heads of the years.
void write_head(Grid& grid, const ExportInput& input, const Layout& layout, const std::string& title,
                const std::vector<std::string>& heads);

}  // namespace begroot::live::detail
