#include "workbook/detail/text_arena.hpp"

#include "base/huge_pages.hpp"
#include "workbook/cell.hpp"

#include <algorithm>
#include <cstring>

namespace begroot::workbook::detail {

namespace {

/// Mixes eight bytes at a time; quality matters little, a clash only costs a second copy.
std::uint64_t text_hash(std::string_view text) {
    std::uint64_t hash = text.size() * 0x9E3779B97F4A7C15ULL;
    while (text.size() >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), 8);
        hash = (hash ^ word) * 0xD6E8FEB86659FD93ULL;
        hash ^= hash >> 32;
        text.remove_prefix(8);
    }
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), text.size());
    hash = (hash ^ word) * 0xD6E8FEB86659FD93ULL;
    return hash;
}

}  // namespace

void TextArena::add_block(std::size_t bytes_min) {
    constexpr std::size_t block_bytes_max = std::size_t{16} << 20;
    block_bytes_ = std::min(block_bytes_ * 2, block_bytes_max);
    free_bytes_ = std::max(block_bytes_, bytes_min);
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(free_bytes_));
    free_ = blocks_.back().get();
    advise_huge_pages(free_, free_bytes_);
}

std::string_view TextArena::keep(std::string_view text) {
    if (text.empty()) return {};
    const std::uint64_t length = text.size();
    const std::size_t before = text.size() > Cell::short_text_max ? Cell::length_bytes : 0;
    if (before + text.size() > free_bytes_) add_block(before + text.size());
    std::memcpy(free_, &length, before);
    free_ += before;
    free_bytes_ -= before;
    std::memcpy(free_, text.data(), text.size());
    const std::string_view kept(free_, text.size());
    free_ += text.size();
    free_bytes_ -= text.size();
    bytes_ += text.size();
    return kept;
}

std::string_view TextArena::keep_once(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > recent_bytes_max) return keep(text);
    if (recent_.empty()) recent_.resize(recent_count);
    const std::uint64_t hash = text_hash(text);
    Recent& recent = recent_[(hash >> 32U) % recent_count];
    if (recent.hash != hash || recent.text != text) recent = {hash, keep(text)};
    return recent.text;
}

}  // namespace begroot::workbook::detail
