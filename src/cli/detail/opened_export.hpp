#pragma once
// An exported workbook beside the model it came from, as the commands that read it back need them.

#include "cli/living_workbook.hpp"
#include "cli/years.hpp"
#include "live/back.hpp"
#include "office/open_workbook.hpp"
#include "workbook/workbook.hpp"

#include <expected>
#include <string>

namespace begroot::cli {

/// Today's model, opened with the words by which the workbook was exported.
struct OpenedExport {
    YearModel model;
    live::ExportInput input;
};

/// Opens it. `changed` are words of this command that go before those of the workbook: another month. Errors: those of
/// the workbook, the model and its scenarios.
[[nodiscard]] std::expected<OpenedExport, store::ModelErrors> open_export(const workbook::Workbook& workbook,
                                                                          const std::string& model,
                                                                          const TableWords& changed,
                                                                          const office::OfficeHelp& help);

}  // namespace begroot::cli
