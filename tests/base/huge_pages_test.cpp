#include "base/huge_pages.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(HugePages, LeaveTheContentsOfABlockAsTheyAre) {
    for (const std::size_t bytes : {std::size_t{0}, std::size_t{1}, std::size_t{4096}, std::size_t{9} << 20}) {
        std::vector<char> block(bytes, 'x');
        advise_huge_pages(block.data(), block.size());
        EXPECT_EQ(std::ranges::count(block, 'x'), static_cast<std::ptrdiff_t>(bytes)) << bytes << " bytes";
    }
    advise_huge_pages(nullptr, 0);
}

TEST(HugePages, CarryBlocksOfEverySize) {
    for (const std::size_t bytes : {std::size_t{1}, std::size_t{4096}, huge_page_bytes, huge_page_bytes + 1}) {
        const MemoryBlock block = make_memory_block(bytes);
        std::fill_n(block.get(), bytes, std::byte{7});
        EXPECT_EQ(block.get()[bytes - 1], std::byte{7}) << bytes << " bytes";
        const auto address = reinterpret_cast<std::uintptr_t>(block.get());
        EXPECT_EQ(address % (bytes == huge_page_bytes ? huge_page_bytes : alignof(std::max_align_t)), 0U) << bytes;
    }
}

}  // namespace
}  // namespace begroot
