#pragma once
// Which scenario people chose in the drop-down of a workbook.

#include "base/result.hpp"
#include "live/detail/edited_book.hpp"
#include "live/detail/memory.hpp"

#include <cstddef>

namespace begroot::live::detail {

/// The chosen scenario, as it was written and in today's model.
struct Chosen {
    std::size_t written = 0;  ///< in the drop-down
    std::size_t today = 0;    ///< among ExportInput::scenarios
    std::size_t parent = 0;   ///< among ExportInput::scenarios: the one that a model can name
};

/// Finds it. Errors: a scenario in the drop-down that nobody wrote, or that today's model no longer has.
[[nodiscard]] Result<Chosen> find_chosen(const workbook::Workbook& workbook, const Memory& memory,
                                         const EditedBook& book, const ExportInput& now);

}  // namespace begroot::live::detail
