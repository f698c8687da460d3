#pragma once
// A patch written for a command: formulas get fresh values from LibreOffice where that can be.

#include "base/finding.hpp"
#include "base/result.hpp"
#include "office/office.hpp"
#include "workbook/patcher.hpp"
#include "workbook/source_file.hpp"
#include "workbook/workbook.hpp"

#include <string>

namespace begroot::cli {

/// A workbook that is to be patched; all must outlive the job.
struct PatchJob {
    const workbook::SourceFile* file = nullptr;
    const workbook::Workbook* workbook = nullptr;
    std::string shown_as;
    bool without_recalculation = false;  ///< --zonder-reken
    office::OfficeSettings office;
};

/// Writes the patch; formulas that depend on a written cell get their values from LibreOffice, unless the user does not
/// want that or it cannot be: then they lose theirs, and `findings` says why.
[[nodiscard]] Result<workbook::PatchedWorkbook> write_patch(const PatchJob& job, workbook::PatchPlan& plan,
                                                            Findings& findings);

/// Says what changed beside the cells that were asked, a line each; nothing when that is nothing.
[[nodiscard]] std::string bookkeeping_text(const workbook::PatchedWorkbook& made);

/// Gives the name under which the previous version of a file is kept: `kantoor.vorige.xlsx`, with a number when that is
/// taken.
[[nodiscard]] std::string previous_name(const std::string& file);

}  // namespace begroot::cli
