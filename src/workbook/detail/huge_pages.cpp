#include "workbook/detail/huge_pages.hpp"

#include <cstdint>

#include <sys/mman.h>

namespace begroot::workbook::detail {

void advise_huge_pages(void* block, std::size_t bytes) {
    constexpr std::uintptr_t page_bytes = 4096;
    constexpr std::size_t worthwhile_bytes = std::size_t{8} << 20;
    if (block == nullptr || bytes < worthwhile_bytes) return;
    const auto first = (reinterpret_cast<std::uintptr_t>(block) + page_bytes - 1) / page_bytes * page_bytes;
    const auto last = (reinterpret_cast<std::uintptr_t>(block) + bytes) / page_bytes * page_bytes;
    (void)::madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
}

}  // namespace begroot::workbook::detail
