#pragma once
// Large pages for large memory: the first touch of a small page costs more than inflating and scanning what is put
// there.

#include <cstddef>
#include <memory>

namespace begroot {

/// Asks the kernel for huge pages inside a block; a wish without effect on contents, nothing happens for small blocks.
void advise_huge_pages(void* block, std::size_t bytes);

inline constexpr std::size_t huge_page_bytes = std::size_t{2} << 20;

/// Bytes that are not touched yet, aligned for any type.
using MemoryBlock = std::unique_ptr<std::byte, void (*)(std::byte*)>;

/// Makes a block of so many bytes; one of `huge_page_bytes` lies on a huge page, if the kernel has one.
[[nodiscard]] MemoryBlock make_memory_block(std::size_t bytes);

}  // namespace begroot
