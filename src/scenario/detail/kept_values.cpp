#include "scenario/detail/kept_values.hpp"

#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace begroot::scenario::detail {

KeptValues::KeptValues(std::size_t figures, std::size_t draws) : draws_(draws) {
    constexpr std::size_t page = 2U << 20U;
    const std::size_t bytes = (figures * draws * sizeof(double) + page) / page * page;
    void* const memory = std::aligned_alloc(page, bytes);
    if (memory == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    (void)madvise(memory, bytes, MADV_HUGEPAGE);  // advice alone: without it all works the same
#endif
    values_.reset(static_cast<double*>(memory));
}

}  // namespace begroot::scenario::detail
