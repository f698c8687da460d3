#pragma once
// The texts to which cells point by number, eight bytes each beside their characters.

#include "base/check.hpp"
#include "workbook/cell.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace begroot::workbook::detail {

/// A list of texts that lie in a TextArena. A ledger has millions, looked up in no order: half the size is half the
/// wait.
class SharedTexts {
public:
    /// Makes room for so many texts; what is not used is not touched.
    void reserve(std::size_t count) { texts_.reserve(count); }

    /// Adds a text that an arena keeps.
    void add(std::string_view text) {
        const auto address = std::bit_cast<std::uint64_t>(text.data());
        BEGROOT_CHECK(address <= ~std::uint64_t{0} >> length_bits, "adres past niet in een verwijzing");
        const std::uint64_t length = text.size() <= Cell::short_text_max ? text.size() : length_is_before;
        texts_.push_back(address << length_bits | length);
    }

    [[nodiscard]] std::size_t size() const { return texts_.size(); }

    /// Asks for a text that will be looked up soon.
    void prefetch(std::size_t index) const { __builtin_prefetch(texts_.data() + index); }

    [[nodiscard]] std::string_view operator[](std::size_t index) const {
        const std::uint64_t packed = texts_[index];
        const auto* const characters = std::bit_cast<const char*>(packed >> length_bits);
        std::uint64_t length = packed & length_is_before;
        if (length == length_is_before) std::memcpy(&length, characters - Cell::length_bytes, Cell::length_bytes);
        return {characters, length};
    }

private:
    static constexpr unsigned length_bits = 16;
    static constexpr std::uint64_t length_is_before = (std::uint64_t{1} << length_bits) - 1;

    std::vector<std::uint64_t> texts_;  // address and length
};

}  // namespace begroot::workbook::detail
