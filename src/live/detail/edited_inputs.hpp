#pragma once
// The inputs of an edited workbook beside those that were written and those of today's model.

#include "base/result.hpp"
#include "live/back.hpp"
#include "live/detail/chosen.hpp"
#include "live/detail/edited_book.hpp"
#include "live/detail/memory.hpp"
#include "model/evaluate.hpp"

#include <vector>

namespace begroot::live::detail {

/// Today's model with what people changed.
struct EditedInputs {
    std::vector<ChangedInput> inputs;
    Findings findings;
    model::Graph graph;      ///< with the given values of the workbook where they were taken
    model::Overlay overlay;  ///< of the scenario in the drop-down, with its changes as the workbook has them
    Chosen chosen;
};

/// Reads every input. Errors: a scenario in the drop-down that nobody wrote, or that today's model no longer has.
[[nodiscard]] Result<EditedInputs> edited_inputs(const workbook::Workbook& workbook, const Memory& memory,
                                                 const EditedBook& book, const ExportInput& now);

}  // namespace begroot::live::detail
