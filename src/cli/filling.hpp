#pragma once
// The office's own workbook filled in, for the commands that do so.

#include "cli/choices.hpp"
#include "cli/console.hpp"
#include "office/open_workbook.hpp"
#include "workbook/source_file.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace begroot::cli {

/// What the user asks of a filling.
struct FillRequest {
    std::string workbook;
    std::string model;
    std::string output;
    std::string
        previous;  ///< where the workbook is kept before `output`, which may be the workbook, is written; or empty
    TableWords words;
    std::size_t width = 0;
    office::OfficeHelp office;
    bool trial = false;
    bool overwrite = false;
    bool without_recalculation = false;
    bool forgets = false;  ///< no name is put where a mark was
};

/// Keeps the workbook as it was where that is asked, and writes the new one.
[[nodiscard]] Result<void> write_beside(const FillRequest& request, const workbook::SourceFile& file,
                                        std::string_view bytes);

/// Fills a workbook, writes it and says what was done.
[[nodiscard]] Exit fill_workbook(const FillRequest& request);

}  // namespace begroot::cli
