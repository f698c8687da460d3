#include "render/detail/unicode.hpp"

#include "render/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace begroot::render {

namespace detail {

namespace {

constexpr char32_t replacement = 0xFFFD;

struct Span {
    char32_t first;
    char32_t last;
};

/// Combining marks, joiners, variation selectors and direction marks: nothing of their own on the screen.
constexpr std::array zero_width = {
    Span{0x0300, 0x036F}, Span{0x0483, 0x0489}, Span{0x0591, 0x05BD}, Span{0x0610, 0x061A}, Span{0x064B, 0x065F},
    Span{0x1AB0, 0x1AFF}, Span{0x1DC0, 0x1DFF}, Span{0x200B, 0x200F}, Span{0x202A, 0x202E}, Span{0x2060, 0x206F},
    Span{0x20D0, 0x20FF}, Span{0xFE00, 0xFE0F}, Span{0xFE20, 0xFE2F}, Span{0xFEFF, 0xFEFF}, Span{0xE0100, 0xE01EF}};

/// East Asian wide and full-width forms, and emoji.
constexpr std::array double_width = {Span{0x1100, 0x115F},   Span{0x2E80, 0x303E},   Span{0x3041, 0x4DBF},
                                     Span{0x4E00, 0xA4CF},   Span{0xAC00, 0xD7A3},   Span{0xF900, 0xFAFF},
                                     Span{0xFE30, 0xFE6F},   Span{0xFF00, 0xFF60},   Span{0xFFE0, 0xFFE6},
                                     Span{0x1F300, 0x1F64F}, Span{0x1F680, 0x1F6FF}, Span{0x1F900, 0x1F9FF},
                                     Span{0x1FA70, 0x1FAFF}, Span{0x20000, 0x3FFFD}};

template <std::size_t N>
bool is_in(const std::array<Span, N>& spans, char32_t value) {
    return std::ranges::any_of(spans, [value](Span span) { return value >= span.first && value <= span.last; });
}

bool is_control(char32_t value) {
    return value < 0x20 || (value >= 0x7F && value <= 0x9F) || value == 0x2028 || value == 0x2029;
}

/// Direction overrides can make a figure read backwards; a byte order mark inside text is noise.
bool is_steering(char32_t value) {
    return (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069) || value == 0x200E ||
           value == 0x200F || value == 0xFEFF;
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
    const auto byte = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t bytes = lead >= 0xF0 && lead <= 0xF4   ? 4
                              : lead >= 0xE0 && lead < 0xF0  ? 3
                              : lead >= 0xC2 && lead <= 0xDF ? 2
                                                             : 0;
    if (bytes == 0 || text.size() < bytes) return {replacement, 1};
    auto value = static_cast<char32_t>(lead & (0x7F >> bytes));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {replacement, 1};
        value = (value << 6) | static_cast<char32_t>(byte(i) & 0x3F);
    }
    constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < smallest[bytes] || value > 0x10FFFF || surrogate) return {replacement, 1};
    return {value, bytes};
}

std::size_t code_point_width(char32_t value) {
    if (value < 0x300) return is_control(value) ? 0 : 1;
    if (is_in(zero_width, value)) return 0;
    return is_in(double_width, value) ? 2 : 1;
}

std::string clean(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const CodePoint point = first_code_point(text);
        const bool carriage_return_of_a_pair = text.starts_with("\r\n");
        if (point.value == '\n' || (point.value == '\r' && !carriage_return_of_a_pair)) {
            result += '\n';
        } else if (is_control(point.value)) {
            if (!carriage_return_of_a_pair) result += ' ';
        } else if (point.value == replacement) {
            result += "\uFFFD";
        } else if (!is_steering(point.value)) {
            result += text.substr(0, point.bytes);
        }
        text.remove_prefix(point.bytes);
    }
    const std::size_t first = result.find_first_not_of(" \n");
    if (first == std::string::npos) return {};
    return result.substr(first, result.find_last_not_of(" \n") - first + 1);
}

std::string clean_line(std::string_view text) {
    std::string result = clean(text);
    std::ranges::replace(result, '\n', ' ');
    return result;
}

}  // namespace detail

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const detail::CodePoint point = detail::first_code_point(text);
        width += detail::code_point_width(point.value);
        text.remove_prefix(point.bytes);
    }
    return width;
}

}  // namespace begroot::render
