#pragma once
// The sheet of scenarios: one drop-down that switches the workbook, and every change as a cell.

#include "live/detail/layout.hpp"

#include <map>
#include <string>

namespace begroot::live::detail {

/// The name of the cell that holds the number of the chosen scenario (1: the model itself).
inline constexpr const char* scenario_number_name = "scenario_nr";
inline constexpr const char* scenario_name = "gekozen_scenario";

/// Places every amount of every scenario's changes.
class ScenarioSheet {
public:
    ScenarioSheet(const ExportInput& input, const Layout& layout);

    [[nodiscard]] const Grid& grid() const { return grid_; }
    /// Gives the defined names.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> names() const;
    /// Writes a changed node's value as a formula over its unadjusted cell, for whichever scenario is chosen.
    [[nodiscard]] std::string changed(const ExportInput& input, const Layout& layout, model::NodeId node,
                                      const std::string& from_sheet) const;

private:
    Grid grid_;
    std::uint32_t first_list_row_ = 0;
    std::uint32_t last_list_row_ = 0;
    /// Scenario, node, which change: cell of its amount on this sheet.
    std::map<std::tuple<std::size_t, model::NodeId, std::size_t>, std::string> cells_;
};

}  // namespace begroot::live::detail
