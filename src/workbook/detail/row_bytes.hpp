#pragma once
// Room for the XML of a list. What stands in every cell is copied in pieces of one size, which is faster than asking
// each time how long it is.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::workbook::writing {

/// A short text in a field of one size, so that a copy needs no length.
class FixedText {
public:
    static constexpr std::size_t size = 32;

    FixedText() = default;
    /// The text must fit (checked).
    explicit FixedText(std::string_view text);

    [[nodiscard]] const char* data() const { return bytes_; }
    [[nodiscard]] std::size_t length() const { return length_; }

private:
    char bytes_[size] = {};  // NOLINT(modernize-avoid-c-arrays): copied whole
    std::size_t length_ = 0;
};

/// A buffer that is written from front to back.
class RowBytes {
public:
    explicit RowBytes(std::size_t bytes) : bytes_(bytes + slack), at_(bytes_.data()) {}

    /// Makes sure that so many bytes can be put, in whatever pieces.
    void make_room(std::size_t bytes);

    // Each of these needs room that was made.
    void put(const FixedText& text) {
        std::memcpy(at_, text.data(), FixedText::size);  // the rest is written over by what follows
        at_ += text.length();
    }
    void put(std::string_view text) {
        std::memcpy(at_, text.data(), text.size());
        at_ += text.size();
    }
    void put_whole(std::int64_t number);
    /// Puts cents as euros: `-12.05`.
    void put_euros(std::int64_t cents);

    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(at_ - bytes_.data()); }
    [[nodiscard]] std::string_view view() const { return {bytes_.data(), size()}; }
    void clear() { at_ = bytes_.data(); }

private:
    static constexpr std::size_t slack = FixedText::size;

    void put_digits(std::uint64_t number);

    std::vector<char> bytes_;
    char* at_;
};

}  // namespace begroot::workbook::writing
