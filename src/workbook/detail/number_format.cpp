#include "workbook/detail/number_format.hpp"

#include <algorithm>
#include <cstddef>

namespace begroot::workbook::detail {

namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter; }

bool starts_with_word(std::string_view text, std::string_view word) {
    return text.size() >= word.size() && std::ranges::equal(text.substr(0, word.size()), word, {}, lower);
}

/// Tells whether the inside of brackets is elapsed time: [h], [mm], [ss].
bool is_elapsed(std::string_view inside) {
    if (inside.empty()) return false;
    const char first = lower(inside.front());
    if (first != 'h' && first != 'm' && first != 's') return false;
    return std::ranges::all_of(inside, [first](char letter) { return lower(letter) == first; });
}

/// What the first section of a format names.
struct Parts {
    bool day_or_year = false;
    bool hour_or_second = false;
    bool month_or_minute = false;
};

void add_letter(char letter, Parts& parts) {
    switch (lower(letter)) {
        case 'd':
        case 'y':
            parts.day_or_year = true;
            break;
        case 'h':
        case 's':
            parts.hour_or_second = true;
            break;
        case 'm':
            parts.month_or_minute = true;
            break;
        default:
            break;
    }
}

Parts parts_of_first_section(std::string_view code) {
    Parts parts;
    for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
        switch (code[at]) {
            case '\\':
            case '_':
            case '*':
                ++at;
                break;  // the next character is shown, skipped over or repeated
            case '"':
                at = std::min(code.find('"', at + 1), code.size());
                break;
            case '[': {
                const std::size_t end = std::min(code.find(']', at), code.size());
                if (is_elapsed(code.substr(at + 1, end - at - 1))) parts.hour_or_second = true;
                at = end;
                break;
            }
            default:
                if (starts_with_word(code.substr(at), "general")) {
                    at += 6;
                } else {
                    add_letter(code[at], parts);
                }
        }
    }
    return parts;
}

}  // namespace

FormatKind format_kind(std::string_view code) {
    const Parts parts = parts_of_first_section(code);
    if (parts.day_or_year) return FormatKind::date;
    if (parts.hour_or_second) return FormatKind::time;
    return parts.month_or_minute ? FormatKind::date : FormatKind::number;
}

FormatKind builtin_format_kind(std::uint32_t id) {
    const auto within = [id](std::uint32_t first, std::uint32_t last) { return id >= first && id <= last; };
    if (within(18, 21) || within(45, 47)) return FormatKind::time;
    const bool date = within(14, 17) || id == 22 || within(27, 36) || within(50, 58);
    return date ? FormatKind::date : FormatKind::number;
}

}  // namespace begroot::workbook::detail
