#pragma once
// An export with what it remembers.

#include "live/detail/memory.hpp"
#include "live/export.hpp"
#include "table/grid.hpp"

namespace begroot::live::detail {

/// A workbook as it is written; its last sheet is the memory.
struct LivingBook {
    GridBook book;
    Memory memory;
};

/// Lays a model out, see to_workbook().
[[nodiscard]] LivingBook living_book(const ExportInput& input);

}  // namespace begroot::live::detail
