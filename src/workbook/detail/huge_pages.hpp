#pragma once
// Large pages for large memory: the first touch of a small page costs more than inflating and scanning what is put
// there.

#include <cstddef>

namespace begroot::workbook::detail {

/// Asks the kernel for huge pages inside a block; a wish without effect on contents, nothing happens for small blocks.
void advise_huge_pages(void* block, std::size_t bytes);

}  // namespace begroot::workbook::detail
