#pragma once
// The sheet of scenarios: one drop-down that switches the workbook, and every change as a cell.

#include "base/place.hpp"
#include "live/detail/layout.hpp"

#include <map>
#include <string>
#include <vector>

namespace begroot::live::detail {

/// The name of the cell that holds the number of the chosen scenario (1: the model itself).
inline constexpr const char* scenario_number_name = "scenario_nr";
inline constexpr const char* scenario_name = "gekozen_scenario";

/// A cell of the sheet that people may change.
struct ScenarioInput {
    CellPlace place;
    std::size_t scenario = 0;             ///< in the order of the drop-down, from 0
    model::NodeId node = model::no_node;  ///< none: the drop-down itself
    std::size_t change = 0;               ///< which of the changes of that node
    std::string kind;
};

/// Writes what a change does, as the sheet says it.
[[nodiscard]] const char* kind_name(model::NodeChange::Kind kind);

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

    /// Gives the cells that people may change.
    [[nodiscard]] const std::vector<ScenarioInput>& inputs() const { return inputs_; }

private:
    Grid grid_;
    std::uint32_t first_list_row_ = 0;
    std::uint32_t last_list_row_ = 0;
    /// Scenario, node, which change: cell of its amount on this sheet.
    std::map<std::tuple<std::size_t, model::NodeId, std::size_t>, std::string> cells_;
    std::vector<ScenarioInput> inputs_;
};

}  // namespace begroot::live::detail
