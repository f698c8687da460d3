#include "workbook/detail/escaped_text.hpp"

#include "text/encoding.hpp"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

namespace begroot::workbook::detail {

namespace {

/// Reads the UTF-16 unit of an escape `_xHHHH_` that starts at `at`.
std::optional<std::uint32_t> escaped_unit(std::string_view text, std::size_t at) {
    constexpr std::size_t escape_size = 7;
    const std::string_view escape = text.substr(at, escape_size);
    if (escape.size() < escape_size || !escape.starts_with("_x") || escape.back() != '_') return std::nullopt;
    std::uint32_t value = 0;
    const char* const last = escape.data() + escape_size - 1;
    const auto [end, error] = std::from_chars(escape.data() + 2, last, value, 16);
    if (error != std::errc{} || end != last) return std::nullopt;
    return value;
}

}  // namespace

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
            text::append_utf8(0x10000 + ((*unit - 0xD800) << 10) + (*second - 0xDC00), out);
            at += 14;
        } else if (unit && (*unit < 0xD800 || *unit > 0xDFFF)) {
            text::append_utf8(*unit, out);
            at += 7;
        } else {
            out += text[at++];
        }
    }
    return out;
}

std::string escape(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool no_character = text.substr(at, 3) == "\xEF\xBF\xBE" || text.substr(at, 3) == "\xEF\xBF\xBF";
        if (no_character) {
            out += text[at + 2] == '\xBE' ? "_xFFFE_" : "_xFFFF_";
            at += 2;
        } else if ((byte < 0x20 && byte != '\t' && byte != '\n') || escaped_unit(text, at)) {
            out += fmt::format("_x{:04X}_", byte);
        } else {
            out += text[at];
        }
    }
    return out;
}

}  // namespace begroot::workbook::detail
