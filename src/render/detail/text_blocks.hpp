#pragma once
// A table that is too wide for the window, cut into blocks that stand below each other.

#include "table/table.hpp"

#include <cstddef>
#include <vector>

namespace begroot::render::detail {

/// Cuts a table into tables that fit in `width`, each with the columns before the first figure and as many of the rest
/// as fit, spread evenly; names keep a width that reads well. A table that fits, or that does not say `continues`,
/// stays whole. What its drop order takes away is in no block.
[[nodiscard]] std::vector<Table> blocks_of(const Table& table, std::size_t width);

}  // namespace begroot::render::detail
