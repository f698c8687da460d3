#pragma once
// What a recalculation adds to a workbook whose formulas have no values, and where.

#include "workbook/workbook.hpp"

#include <cstddef>

namespace begroot::office {

/// A workbook with values that were not in its file.
struct ComputedWorkbook {
    workbook::Workbook workbook;  ///< as the original, with `SourceSheet::computed` of its sheets filled in
    std::size_t computed = 0;     ///< cells that got their value from the recalculation
    std::size_t left = 0;         ///< formulas that still have none: not in the copy, or an error there
};

/// Gives the original with the value of the recalculated copy in every cell that has a formula without a value, and
/// marks those cells. Sheets go by name. A value that the original has is never replaced, and an error of the copy (a
/// function that LibreOffice does not know) is not taken: that cell stays without a value. File name and hash stay the
/// original's.
[[nodiscard]] ComputedWorkbook take_computed(const workbook::Workbook& original,
                                             const workbook::Workbook& recalculated);

}  // namespace begroot::office
