#include "workbook/detail/xml_text.hpp"

#include "workbook/detail/utf8_stream.hpp"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace begroot::workbook::detail {

namespace {

bool is_xml_character(std::uint32_t scalar) {
    if (scalar < 0x20) return scalar == 0x9 || scalar == 0xA || scalar == 0xD;
    return scalar < 0xD800 || (scalar > 0xDFFF && scalar < 0xFFFE) || (scalar > 0xFFFF && scalar <= 0x10FFFF);
}

std::optional<std::uint32_t> parse_number(std::string_view digits, int base) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

/// Appends what `&name;` stands for.
bool append_entity(std::string_view name, std::string& out) {
    if (name.starts_with('#')) {
        const bool hexadecimal = name.size() > 1 && name[1] == 'x';
        const auto scalar = parse_number(name.substr(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
        if (!scalar || !is_xml_character(*scalar)) return false;
        append_utf8(*scalar, out);
        return true;
    }
    if (name == "lt")
        out += '<';
    else if (name == "gt")
        out += '>';
    else if (name == "amp")
        out += '&';
    else if (name == "quot")
        out += '"';
    else if (name == "apos")
        out += '\'';
    else
        return false;
    return true;
}

/// Reads the UTF-16 unit of an escape `_xHHHH_` that starts at `at`.
std::optional<std::uint32_t> escaped_unit(std::string_view text, std::size_t at) {
    constexpr std::size_t escape_size = 7;
    const std::string_view escape = text.substr(at, escape_size);
    if (escape.size() < escape_size || !escape.starts_with("_x") || escape.back() != '_') return std::nullopt;
    return parse_number(escape.substr(2, 4), 16);
}

}  // namespace

void append_with_line_ends(std::string_view raw, std::string& out) {
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\r') {
            out += raw[i];
            continue;
        }
        out += '\n';
        if (i + 1 < raw.size() && raw[i + 1] == '\n') ++i;
    }
}

bool append_decoded(std::string_view raw, std::string& out) {
    while (true) {
        const std::size_t ampersand = raw.find('&');
        append_with_line_ends(raw.substr(0, ampersand), out);
        if (ampersand == std::string_view::npos) return true;
        const std::size_t semicolon = raw.find(';', ampersand);
        if (semicolon == std::string_view::npos) return false;
        if (!append_entity(raw.substr(ampersand + 1, semicolon - ampersand - 1), out)) return false;
        raw.remove_prefix(semicolon + 1);
    }
}

std::string unescape(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t next = text.find("_x", at);
        out.append(text.substr(at, next - at));
        if (next == std::string_view::npos) break;
        at = next;
        const auto unit = escaped_unit(text, at);
        const bool high = unit && *unit >= 0xD800 && *unit <= 0xDBFF;
        const auto second = high ? escaped_unit(text, at + 7) : std::nullopt;
        if (second && *second >= 0xDC00 && *second <= 0xDFFF) {
            append_utf8(0x10000 + ((*unit - 0xD800) << 10) + (*second - 0xDC00), out);
            at += 14;
        } else if (unit && (*unit < 0xD800 || *unit > 0xDFFF)) {
            append_utf8(*unit, out);
            at += 7;
        } else {
            out += text[at++];
        }
    }
    return out;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_xml_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_xml_space(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace begroot::workbook::detail
