#pragma once
// Keeps the texts of a workbook in a few large blocks; a text that was just seen is not kept twice.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace begroot::workbook::detail {

/// Owns copies of texts until it dies; views it gave never move.
class TextArena {
public:
    /// Copies `text` into the arena; a text too long for a cell's own length gets it in the bytes before it (see Cell).
    [[nodiscard]] std::string_view keep(std::string_view text);

    /// Copies `text`, or gives the copy that a recent call made: most codes and names come back on every row.
    [[nodiscard]] std::string_view keep_once(std::string_view text);

    /// Tells how many bytes of text are kept.
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

private:
    void add_block(std::size_t bytes_min);

    static constexpr std::size_t recent_count = std::size_t{1} << 14;  // power of two
    static constexpr std::size_t recent_bytes_max = 64;                // longer texts seldom repeat

    std::vector<std::unique_ptr<char[]>> blocks_;
    char* free_ = nullptr;
    std::size_t free_bytes_ = 0;
    std::size_t block_bytes_ = std::size_t{1} << 15;
    std::uint64_t bytes_ = 0;
    /// A text kept lately, with its hash, so that another text is told apart without being looked at.
    struct Recent {
        std::uint64_t hash = 0;
        std::string_view text;
    };
    std::vector<Recent> recent_;  // by hash; a newer text takes the slot of an older one
};

}  // namespace begroot::workbook::detail
