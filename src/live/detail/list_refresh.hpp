#pragma once
// A long list brought up to date: every row keeps its place and what people put beside it, new ones come below.

#include "live/detail/edited_book.hpp"
#include "table/grid_list.hpp"
#include "workbook/patcher.hpp"

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

namespace begroot::live::detail {

/// What is to be written.
struct ListRefresh {
    std::vector<workbook::CellWrite> writes;
    workbook::GrownList range;
    std::string note;  ///< how many rows come, go and change; empty when none does
};

/// Where a list is not what begroot wrote, and what stands there.
struct ListRefusal {
    CellPlace place;
    std::string found;
};

/// Tells whether a column is part of what makes a row this one and no other.
using TellsRow = bool (*)(std::uint32_t column);

/// Finds each row of the sheet in `fresh` by what tells it, in whatever order people sorted them, and gives the writes
/// that bring it up to date. New rows take the places of rows that are gone, then those below; rows from the end take
/// what places are left, but one with something of people beside it stays. Refused: a row that is not as it was
/// written, one that is missing, and one that is gone from `fresh` with something of people beside it.
[[nodiscard]] std::expected<ListRefresh, ListRefusal> refresh_list(const EditedSheet& sheet, const GridList& fresh,
                                                                   TellsRow tells);

}  // namespace begroot::live::detail
