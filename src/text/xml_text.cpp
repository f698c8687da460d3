#include "text/xml_text.hpp"

#include "text/encoding.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace begroot::text {

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

}  // namespace

void append_with_line_ends(std::string_view raw, std::string& out) {
    while (true) {
        const std::size_t carriage = std::min(raw.find('\r'), raw.size());
        out.append(raw.substr(0, carriage));
        if (carriage == raw.size()) return;
        out += '\n';
        raw.remove_prefix(carriage + 1);
        if (raw.starts_with('\n')) raw.remove_prefix(1);
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

std::size_t append_leniently(std::string_view raw, std::string& out) {
    constexpr std::size_t entity_max = 12;  // `&#x0010FFFF;`
    std::size_t bare = 0;
    while (true) {
        const std::size_t ampersand = raw.find('&');
        append_with_line_ends(raw.substr(0, ampersand), out);
        if (ampersand == std::string_view::npos) return bare;
        const std::size_t semicolon = raw.substr(ampersand, entity_max).find(';');
        if (semicolon != std::string_view::npos && append_entity(raw.substr(ampersand + 1, semicolon - 1), out)) {
            raw.remove_prefix(ampersand + semicolon + 1);
        } else {
            out += '&';
            ++bare;
            raw.remove_prefix(ampersand + 1);
        }
    }
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_xml_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_xml_space(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace begroot::text
