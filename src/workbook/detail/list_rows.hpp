#pragma once
// The rows of a long list as a sheet's XML, made in one buffer of fixed size.

#include "table/grid_list.hpp"
#include "workbook/detail/text_pool.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace begroot::workbook::writing {

/// Writes all rows of a list and hands them on a piece at a time. `styles` has the number of each column's format.
/// Repeated texts go in the pool as long as it has room; all others stand in their cell, which asks of a reader no more
/// than to read on, where a table of a million texts that come once would have to be kept.
void write_rows(const GridList& list, std::span<const std::string> styles, TextPool& pool,
                const std::function<void(std::string_view)>& take);

}  // namespace begroot::workbook::writing
