#pragma once
// A workbook opened with LibreOffice's help, as far as the user allows it.

#include "base/result.hpp"
#include "office/office.hpp"
#include "workbook/reader.hpp"
#include "workbook/source_file.hpp"
#include "workbook/workbook.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace begroot::office {

/// What the user lets LibreOffice do. Without either nothing is ever started.
struct OfficeHelp {
    bool convert = false;  ///< open .xls and .ods
    bool compute = false;  ///< compute formulas without a value
    OfficeSettings settings = {};
};

/// A workbook, and what LibreOffice did for it.
struct OpenedWorkbook {
    workbook::Workbook
        workbook;  ///< under the name and hash of the user's file; computed cells are marked in its sheets
    bool converted = false;
    std::size_t computed = 0;  ///< cells
};

/// Reads `file`, which was read from `path`. An .xls or .ods, told by its content, is converted first when that is
/// allowed; formulas without a value are computed when that is allowed and there are any. The user's file itself is
/// never written.
[[nodiscard]] Result<OpenedWorkbook> open_workbook(const std::filesystem::path& path, const workbook::SourceFile& file,
                                                   const std::string& shown_as, const workbook::ReadOptions& options,
                                                   const OfficeHelp& help);

/// Reads the recalculated copy of a workbook that is in memory, all its formulas computed; `shown_as` names it in
/// messages. Errors as of recalculate().
[[nodiscard]] Result<workbook::Workbook> read_recalculated(std::string_view bytes, const std::string& shown_as,
                                                           const workbook::ReadOptions& options,
                                                           const OfficeSettings& settings);

}  // namespace begroot::office
