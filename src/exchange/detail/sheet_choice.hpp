#pragma once
// Which sheet of a workbook is read, and what is said of the others that could have been.

#include "base/finding.hpp"
#include "base/result.hpp"
#include "exchange/detail/header.hpp"
#include "exchange/source.hpp"
#include "workbook/workbook.hpp"

#include <string>

namespace begroot::exchange::detail {

/// The sheet that is read, and its heads.
struct ChosenSheet {
    const workbook::Sheet* sheet = nullptr;
    Header header;
};

/// Chooses the sheet that the settings name, else the first visible one with a header, amounts and lines under it; a
/// sheet with a header alone when there is no other. Refuses an unknown sheet, a workbook without a header, and one in
/// which another visible sheet fits as well: which of them counts, only the user knows.
[[nodiscard]] Result<ChosenSheet> choose_sheet(const workbook::Workbook& workbook, const SourceSettings& settings,
                                               const HeadSearch& search);

/// Tells of every hidden sheet that fits as well as the one that is read, `chosen` with its `header`.
void report_hidden_twins(const workbook::Workbook& workbook, const workbook::Sheet& chosen, const Header& header,
                         const HeadSearch& search, Findings& findings);

/// Finds a sheet by name, whatever its capitals and spaces, also a hidden one; nullptr when there is none.
[[nodiscard]] const workbook::Sheet* find_sheet(const workbook::Workbook& workbook, const std::string& name);

/// Gives the error for a name that no sheet has.
[[nodiscard]] Error unknown_sheet(const workbook::Workbook& workbook, const std::string& name);

}  // namespace begroot::exchange::detail
