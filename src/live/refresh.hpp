#pragma once
// An exported workbook brought up to date: what begroot wrote and nobody touched gets today's figures, all else stays.

#include "base/finding.hpp"
#include "base/result.hpp"
#include "live/export.hpp"
#include "table/table.hpp"
#include "workbook/patcher.hpp"
#include "workbook/workbook.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace begroot::live {

/// One cell of a person that stays, though begroot would write something else there.
struct KeptCell {
    Place place;
    std::string figure;    ///< name and year; empty beside the figures
    std::string now;       ///< what stands there
    std::string of_model;  ///< what begroot would write
};

/// What is to be written.
struct Refresh {
    std::vector<workbook::CellWrite> writes;
    std::size_t remembered = 0;  ///< writes of them on the hidden sheet
    std::vector<workbook::GrownList> lists;
    std::string list_note;  ///< what becomes of the rows of Mutaties, in words; empty when nothing does
    std::vector<KeptCell> kept;
    Findings findings;  ///< what begroot wrote and is gone, and sheets that stay as they are
};

/// Gives the scenario in the drop-down of an exported workbook, as its place among those of `now`. Errors: a workbook
/// that begroot export did not write; an unknown scenario in the drop-down.
[[nodiscard]] Result<std::size_t> chosen_scenario(const workbook::Workbook& workbook, const ExportInput& now);

/// Holds an exported workbook against what an export of today's model would write, for the scenario in its drop-down
/// (the risk of `now` must be drawn for it) and the scenarios that it compares. A sheet beside the model that cannot be
/// refreshed without risk for the work of people stays as it is, with a finding that says where.
/// Errors: a workbook that begroot export did not write; an unknown scenario in the drop-down; rows, years or scenarios
/// that only one of the two has, all named.
[[nodiscard]] Result<Refresh> plan_refresh(const workbook::Workbook& workbook, const ExportInput& now);

/// Lists the cells of people that stay.
[[nodiscard]] Document to_document(const Refresh& refresh, const workbook::Workbook& workbook);

}  // namespace begroot::live
