#include "workbook/detail/huge_pages.hpp"

#include <cstdint>

#include <sys/mman.h>

namespace begroot::workbook::detail {

void advise_huge_pages(void* block, std::size_t bytes) {
    constexpr std::size_t page_bytes = 4096;
    constexpr std::size_t worthwhile_bytes = std::size_t{2} << 20;
    if (block == nullptr || bytes < worthwhile_bytes) return;
    const std::size_t before_page = (page_bytes - reinterpret_cast<std::uintptr_t>(block) % page_bytes) % page_bytes;
    const std::size_t whole_pages = (bytes - before_page) / page_bytes;
    (void)::madvise(static_cast<char*>(block) + before_page, whole_pages * page_bytes, MADV_HUGEPAGE);
}

}  // namespace begroot::workbook::detail
