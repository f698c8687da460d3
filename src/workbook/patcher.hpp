#pragma once
// The office's own workbook with some cells filled in and nothing else touched: every part that need not change keeps
// its bytes, and no formula keeps a value that is no longer true.

#include "base/finding.hpp"
#include "base/result.hpp"
#include "workbook/read_limits.hpp"
#include "workbook/workbook.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace begroot::workbook {

/// A day as Excel counts it in the 1900 system, the time as its fraction.
struct SerialDay {
    double serial = 0.0;
};

/// A formula without `=`, in the file's grammar. Its value comes from a recalculation; without one it has none.
struct WrittenFormula {
    std::string text;
};

/// What a cell gets; std::monostate makes it empty.
using WrittenValue = std::variant<std::monostate, double, bool, SerialDay, std::string, WrittenFormula>;

/// One cell to be filled. Its style stays.
struct CellWrite {
    std::uint32_t sheet = 0;  ///< index in Workbook::sheets
    CellPlace place;
    WrittenValue value;
};

/// A formula (or a cell of an array formula) whose stored value is no longer true.
struct StaleCell {
    CellPlace place;
    bool may_refresh = true;  ///< a recalculation may give it a value; otherwise Excel must
};

/// A table that grows because the row below it is filled.
struct GrownTable {
    std::string part;
    std::string name;
    CellRange range;  ///< as it becomes
};

/// A list below its heads that gets more or fewer rows. Its cells are written as any others; what looks at the list as
/// a whole (names, filter, paper) keeps up.
struct GrownList {
    std::uint32_t sheet = 0;  ///< index in Workbook::sheets
    CellRange before;         ///< without its heads
    CellRange after;          ///< the same columns and the same first row
};

/// A patch thought out, before anything is written.
struct PatchPlan {
    std::vector<CellWrite> writes;              ///< those that will be written, by sheet, row and column
    std::vector<std::vector<StaleCell>> stale;  ///< by sheet, by row and column
    std::vector<GrownTable> tables;
    std::vector<GrownList> lists;
    std::vector<std::pair<std::string, std::string>> name_texts;  ///< what names stand for: as it was and as it becomes
    std::vector<DefinedName> names;        ///< to be added to the workbook; none of them is there yet
    std::vector<std::string> pivots;       ///< parts of the pivot caches that are fed by a changed cell
    std::vector<CellWrite> formulas_lost;  ///< writes of something else that take the place of a formula
    bool recalculates = false;             ///< the workbook asks for a full calculation when it is opened
    Findings findings;                     ///< writes that were left out and why; what else there is to know
    std::vector<bool> asked;               ///< of the writes as they were given: whether each will be written
};

/// How a patch is made.
struct PatchOptions {
    bool overwrite = false;  ///< write over formulas, on protected sheets and in merged cells too
    ReadLimits limits = {};
    std::vector<GrownList> lists = {};  ///< those whose number of rows changes, at most one a sheet
};

/// Thinks out what changes when these cells are filled. `workbook` is what read_workbook() gave for `bytes`, with all
/// its cells. Left out with a finding, unless `overwrite`: a cell with a formula, a locked cell of a protected sheet, a
/// cell inside merged cells. Left out always: a part of an array formula or what-if table, and the first of formulas
/// that share their text. Errors: a cell asked for twice, text that is too long or no UTF-8, a number that is none, a
/// file that cannot be changed without loss.
[[nodiscard]] Result<PatchPlan> plan_patch(std::span<const std::byte> bytes, const Workbook& workbook,
                                           std::span<const CellWrite> writes, const PatchOptions& options = {});

/// Holds a recalculation of the patched workbook against the original and takes may_refresh from every formula that
/// depends on one with which the two programs disagree: a formula that no write touches and that yet has another value,
/// or one that became an error.
void judge_recalculation(PatchPlan& plan, const Workbook& original, const Workbook& recalculated);

/// A workbook as it became.
struct PatchedWorkbook {
    std::string bytes;
    std::vector<std::string> bookkeeping;  ///< what changed beside cells and values of formulas, in words, by part
    std::size_t refreshed = 0;             ///< formulas that got a fresh value
    std::size_t emptied = 0;               ///< formulas that lost their value
};

/// Writes the patch. Stale formulas get the value of `recalculated` where they may, and otherwise lose theirs; without
/// it all lose theirs. Same input, same bytes. Fails on a part that is damaged or in UTF-16.
[[nodiscard]] Result<PatchedWorkbook> write_patch(std::span<const std::byte> bytes, const PatchPlan& plan,
                                                  const Workbook* recalculated = nullptr,
                                                  const ReadLimits& limits = {});

}  // namespace begroot::workbook
