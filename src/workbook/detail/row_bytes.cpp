#include "workbook/detail/row_bytes.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <array>

namespace begroot::workbook::writing {

namespace {

constexpr std::uint64_t hundred = 100;
constexpr std::size_t digits_max = 20;

/// All numbers of two digits behind each other: `00010203`.
constexpr std::array<char, 2 * hundred> pairs = [] {
    std::array<char, 2 * hundred> digits{};
    constexpr std::size_t ten = 10;
    for (std::size_t i = 0; i < hundred; ++i) {
        digits[2 * i] = static_cast<char>('0' + i / ten);
        digits[2 * i + 1] = static_cast<char>('0' + i % ten);
    }
    return digits;
}();

std::uint64_t size_of(std::int64_t number) {
    return number < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

}  // namespace

FixedText::FixedText(std::string_view text) : length_(text.size()) {
    BEGROOT_CHECK(text.size() <= size, "een tekst die in haar veld past");
    std::ranges::copy(text, bytes_);
}

void RowBytes::make_room(std::size_t bytes) {
    const std::size_t used = size();
    if (bytes_.size() - used >= bytes + slack) return;
    bytes_.resize(2 * bytes_.size() + bytes);
    at_ = bytes_.data() + used;
}

void RowBytes::put_digits(std::uint64_t number) {
    std::array<char, digits_max> digits;  // NOLINT(cppcoreguidelines-pro-type-member-init): written from the end
    std::size_t first = digits.size();
    while (number >= hundred) {
        first -= 2;
        std::memcpy(digits.data() + first, pairs.data() + 2 * (number % hundred), 2);
        number /= hundred;
    }
    first -= 2;
    std::memcpy(digits.data() + first, pairs.data() + 2 * number, 2);
    if (number < 10) ++first;
    put(std::string_view(digits.data() + first, digits.size() - first));
}

void RowBytes::put_whole(std::int64_t number) {
    if (number < 0) *at_++ = '-';
    put_digits(size_of(number));
}

void RowBytes::put_euros(std::int64_t cents) {
    if (cents < 0) *at_++ = '-';
    const std::uint64_t number = size_of(cents);
    put_digits(number / hundred);
    *at_++ = '.';
    std::memcpy(at_, pairs.data() + 2 * (number % hundred), 2);
    at_ += 2;
}

}  // namespace begroot::workbook::writing
