#include "workbook/detail/sheet_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace begroot::workbook::writing {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view ellipsis = "\xE2\x80\xA6";
constexpr std::string_view escaped_underscore = "_x005F_";

struct Character {
    std::uint32_t code = 0;
    std::size_t bytes = 1;
    bool valid = false;
};

std::uint32_t byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// Decodes the character at `at`; an invalid one is a single byte, so that what follows is read anew.
Character decode(std::string_view text, std::size_t at) {
    const std::uint32_t lead = byte_at(text, at);
    if (lead < 0x80) return {lead, 1, true};
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + bytes > text.size()) return {};
    std::uint32_t code = lead & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        const std::uint32_t next = byte_at(text, at + i);
        if ((next & 0xC0U) != 0x80U) return {};
        code = (code << 6U) | (next & 0x3FU);
    }
    constexpr std::array<std::uint32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < smallest[bytes] || code > 0x10FFFF || surrogate || code == 0xFFFE || code == 0xFFFF) return {};
    return {code, bytes, true};
}

/// Tells whether Excel would read an escape (`_xHHHH_`) at `at`.
bool is_escape(std::string_view text, std::size_t at) {
    if (text.size() - at < 7 || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return false;
    return std::ranges::all_of(text.substr(at + 2, 4), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, starts_character));
}

/// Calls `visit` with each piece of `text` between the characters in `breaks`.
template <typename Visit>
void for_each_piece(std::string_view text, std::string_view breaks, Visit visit) {
    while (true) {
        const std::size_t end = text.find_first_of(breaks);
        visit(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::string sheet_text(std::string_view text, std::size_t units_max) {
    std::string clean;
    clean.reserve(text.size());
    std::size_t units = 0;
    std::size_t cut = 0;  // where an ellipsis still fits
    for (std::size_t at = 0; at < text.size();) {
        const Character character = decode(text, at);
        std::string_view piece = character.valid ? text.substr(at, character.bytes) : replacement;
        if (character.code == '\t') piece = " ";
        if (is_escape(text, at)) piece = escaped_underscore;
        at += character.bytes;
        if (character.valid && (character.code == 0x7F || (character.code < 0x20 && piece != " " && piece != "\n")))
            continue;
        const std::size_t piece_units = character.code > 0xFFFF ? 2 : length(piece);
        if (units + piece_units > units_max) return clean.substr(0, cut).append(ellipsis);
        clean += piece;
        units += piece_units;
        if (units < units_max) cut = clean.size();
    }
    return clean;
}

std::size_t longest_line(std::string_view text) {
    std::size_t longest = 0;
    for_each_piece(text, "\n", [&longest](std::string_view line) { longest = std::max(longest, length(line)); });
    return longest;
}

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    for_each_piece(text, " \n-", [&longest](std::string_view word) { longest = std::max(longest, length(word)); });
    return longest;
}

std::size_t wrapped_lines(std::string_view text, double width) {
    std::size_t lines = 0;
    for_each_piece(text, "\n", [&](std::string_view line) {
        ++lines;
        double used = 0.0;
        for_each_piece(line, " ", [&](std::string_view word) {
            const double size = static_cast<double>(length(word));
            if (used > 0.0 && used + size > width) {
                ++lines;
                used = 0.0;
            }
            used += size + 1.0;
            while (used - 1.0 > width) {  // a word longer than the line is broken
                used -= width;
                ++lines;
            }
        });
    });
    return lines;
}

}  // namespace begroot::workbook::writing
