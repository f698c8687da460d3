#include "base/huge_pages.hpp"

#include <cstdint>
#include <new>

#include <sys/mman.h>

namespace begroot {

void advise_huge_pages(void* block, std::size_t bytes) {
    constexpr std::size_t page_bytes = 4096;
    if (block == nullptr || bytes < huge_page_bytes) return;
    const std::size_t before_page = (page_bytes - reinterpret_cast<std::uintptr_t>(block) % page_bytes) % page_bytes;
    const std::size_t whole_pages = (bytes - before_page) / page_bytes;
    (void)::madvise(static_cast<char*>(block) + before_page, whole_pages * page_bytes, MADV_HUGEPAGE);
}

MemoryBlock make_memory_block(std::size_t bytes) {
    constexpr std::align_val_t page{huge_page_bytes};
    constexpr std::align_val_t small{alignof(std::max_align_t)};
    const bool huge = bytes == huge_page_bytes;
    auto* const memory = static_cast<std::byte*>(::operator new(bytes, huge ? page : small));
    advise_huge_pages(memory, bytes);
    return {memory, huge ? [](std::byte* block) { ::operator delete(block, page); }
                         : [](std::byte* block) { ::operator delete(block, small); }};
}

}  // namespace begroot
