#include "workbook/detail/text_arena.hpp"

#include "base/huge_pages.hpp"
#include "workbook/cell.hpp"

#include <algorithm>
#include <cstring>

namespace begroot::workbook::detail {

namespace {

constexpr std::size_t word_bytes = 8;

template <typename Word>
std::uint64_t word_at(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// Puts all bytes of a text of 1 to 7 bytes into one word: two of one size that give the same word are the same.
std::uint64_t short_word(std::string_view text) {
    const char* const first = text.data();
    const char* const last = first + text.size() - 1;
    if (text.size() >= 4) return word_at<std::uint32_t>(first) | word_at<std::uint32_t>(last - 3) << 32U;
    return word_at<std::uint8_t>(first) | word_at<std::uint8_t>(first + text.size() / 2) << 8U |
           word_at<std::uint8_t>(last) << 16U;
}

/// Mixes eight bytes at a time, the last eight whole; quality matters little, a clash only costs a second copy. For
/// texts of one size below eight bytes it is one to one: each step can be undone.
std::uint64_t text_hash(std::string_view text) {
    constexpr std::uint64_t factor = 0xD6E8FEB86659FD93ULL;
    std::uint64_t hash = text.size() * 0x9E3779B97F4A7C15ULL;
    if (text.size() < word_bytes) return (hash ^ short_word(text)) * factor;
    const char* const last = text.data() + text.size() - word_bytes;
    for (const char* at = text.data(); at < last; at += word_bytes) {
        hash = (hash ^ word_at<std::uint64_t>(at)) * factor;
        hash ^= hash >> 32;
    }
    return (hash ^ word_at<std::uint64_t>(last)) * factor;
}

/// Tells whether two texts are the same, of which the hashes are.
bool same_text(std::string_view left, std::string_view right) {
    return left.size() == right.size() &&
           (left.size() < word_bytes || std::memcmp(left.data(), right.data(), left.size()) == 0);
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
    if (recent.hash != hash || !same_text(recent.text, text)) recent = {hash, keep(text)};
    return recent.text;
}

}  // namespace begroot::workbook::detail
