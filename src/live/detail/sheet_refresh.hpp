#pragma once
// One sheet of an exported workbook beside what an export of today would write: what nobody touched gets today's
// figures.

#include "live/detail/edited_book.hpp"
#include "live/refresh.hpp"
#include "table/grid.hpp"

namespace begroot::live::detail {

/// Which sheet is refreshed, of what; all must outlive the call.
struct RefreshOf {
    const workbook::Workbook* workbook = nullptr;
    const EditedBook* book = nullptr;
    const EditedSheet* sheet = nullptr;
};

/// Adds the writes of one sheet, and the cells of people that stay. `fresh` and `grid` are the sheet as it would be
/// written today; they have the rows and columns that were written.
void refresh_sheet(const RefreshOf& of, const WrittenSheet& fresh, const Grid& grid, Refresh& refresh);

}  // namespace begroot::live::detail
