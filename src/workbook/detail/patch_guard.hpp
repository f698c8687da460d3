#pragma once
// Which writes may not be: what stands in their way, and whether somebody may overrule it.

#include "base/result.hpp"
#include "workbook/detail/package.hpp"
#include "workbook/patcher.hpp"

#include <span>
#include <vector>

namespace begroot::workbook::patching {

/// What is known of one write.
struct Judgement {
    bool allowed = true;
    bool takes_formula = false;  ///< a formula goes when it is written
};

/// Judges every write (by sheet, row and column) and adds a finding for each that meets something.
[[nodiscard]] Result<std::vector<Judgement>> judge_writes(const detail::ZipArchive& archive,
                                                          const detail::WorkbookMap& map, const Workbook& workbook,
                                                          std::span<const CellWrite> writes,
                                                          const PatchOptions& options, Findings& findings);

}  // namespace begroot::workbook::patching
