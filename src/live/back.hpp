#pragma once
// An exported workbook read back: what people changed in it becomes a scenario, and what cannot become one is a
// finding.

#include "base/finding.hpp"
#include "base/result.hpp"
#include "live/export.hpp"
#include "scenario/scenario.hpp"
#include "table/table.hpp"
#include "workbook/workbook.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace begroot::live {

/// Tells whether begroot export wrote a workbook.
[[nodiscard]] bool is_export(const workbook::Workbook& workbook);

/// Reads with which words a workbook was exported. Errors: a workbook that begroot export did not write.
[[nodiscard]] Result<MadeWith> made_with(const workbook::Workbook& workbook);

/// What became of an input that is not what was written.
enum class InputFate : std::uint8_t {
    taken,       ///< it is in the scenario
    in_model,    ///< today's model says the same
    conflict,    ///< the model changed it too, to something else
    gone,        ///< today's model has no such input
    elsewhere,   ///< it belongs to a scenario that is not the chosen one
    unreadable,  ///< no number stands there
};

/// One input cell that is not what was written.
struct ChangedInput {
    Place place;
    std::string series;
    std::int32_t year = 0;
    std::string scenario;  ///< code of the scenario whose change it is; empty: a value of the model
    std::string kind;      ///< of that change
    double written = 0;
    std::optional<double> now;       ///< nothing where no number stands
    std::optional<double> of_model;  ///< what an export of today's model would write; nothing when it has no such input
    InputFate fate = InputFate::taken;
};

/// A text that somebody typed beside a figure.
struct Remark {
    Place place;
    std::string series;
    std::string title;  ///< of the figure, as the sheet names it
    std::string text;
};

/// All that was read back.
struct Back {
    std::string shown;  ///< title of the scenario in the drop-down
    std::vector<ChangedInput> inputs;
    std::vector<Remark> remarks;
    scenario::Scenario scenario;  ///< a child of the one in the drop-down; without code and title
    Findings findings;
};

/// Compares three things: what was written, what stands there and what the model says now. `now` is what an export of
/// today's model would be made of. Only an input that the model did not change meanwhile is taken over; all else that
/// differs is a finding. Errors: a workbook that begroot export did not write, an unknown scenario in the drop-down.
[[nodiscard]] Result<Back> read_back(const workbook::Workbook& workbook, const ExportInput& now);

/// Lists the inputs that were changed, and the texts.
[[nodiscard]] Document to_document(const Back& back, const ExportInput& now);

}  // namespace begroot::live
