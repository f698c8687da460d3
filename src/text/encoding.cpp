#include "text/encoding.hpp"

#include "text/detail/windows_1252.hpp"
#include "text/xml_attributes.hpp"

#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <optional>
#include <utility>

namespace begroot::text {

namespace {

/// Gives the length of the well-formed sequence at the start of `text`, 0 where there is none.
std::size_t sequence_length(std::string_view text) {
    const auto at = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = at(0);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((at(i) & 0xC0) != 0x80) return 0;
    }
    const unsigned char second = at(1);
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
    return overlong || outside ? 0 : length;
}

/// Tells whether 64 bytes are all ASCII; written so that the compiler makes vector code of it.
bool is_ascii_block(const char* bytes) {
    std::uint64_t words[8];
    std::memcpy(words, bytes, sizeof words);
    std::uint64_t all = 0;
    for (const std::uint64_t word : words) all |= word;
    return (all & 0x8080808080808080ULL) == 0;
}

/// Gives the encoding that an XML declaration at the start names, in lower case; nothing where there is none.
std::optional<std::string> declared_encoding(std::string_view text) {
    constexpr std::size_t declaration_max = 1024;
    if (!text.starts_with("<?xml")) return std::nullopt;
    const std::size_t end = text.substr(0, declaration_max).find("?>");
    if (end == std::string_view::npos) return std::nullopt;
    const auto value = find_attribute(text.substr(5, end - 5), "encoding");
    if (!value) return std::nullopt;
    std::string name(*value);
    for (char& letter : name) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    return name;
}

bool is_any(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

/// Gives the encoding of a name in lower case.
Encoding named_encoding(std::string_view name) {
    if (is_any(name, {"utf-8", "utf8", "us-ascii", "ascii"})) return Encoding::utf8;
    if (is_any(name, {"utf-16", "utf16", "utf-16le", "utf-16be", "unicode"})) return Encoding::utf16_little;
    if (is_any(name, {"windows-1252", "cp1252", "cp-1252", "ansi"})) return Encoding::windows_1252;
    if (is_any(name, {"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1"})) return Encoding::iso_8859_1;
    if (is_any(name, {"iso-8859-15", "iso8859-15", "iso_8859-15", "latin9", "latin-9"})) return Encoding::iso_8859_15;
    return Encoding::unknown;
}

bool is_ascii(std::string_view bytes) {
    constexpr std::size_t block = 64;
    // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): 64 bytes are there
    while (bytes.size() >= block && is_ascii_block(bytes.data())) bytes.remove_prefix(block);
    return std::ranges::all_of(bytes, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

/// Tells whether bytes that ISO-8859-1 and ISO-8859-15 leave to control codes occur.
bool has_c1(std::string_view bytes) {
    return std::ranges::any_of(bytes, [](char byte) { return (static_cast<unsigned char>(byte) & 0xE0) == 0x80; });
}

}  // namespace

DetectedEncoding detect_encoding(std::string_view bytes) {
    DetectedEncoding found;
    const auto marked = [&bytes, &found](std::string_view mark, Encoding encoding) {
        if (!bytes.starts_with(mark)) return false;
        found.encoding = encoding;
        found.mark_bytes = mark.size();
        return true;
    };
    if (marked("\xFF\xFE", Encoding::utf16_little) || marked("\xFE\xFF", Encoding::utf16_big)) return found;
    if (marked(std::string_view("<\0", 2), Encoding::utf16_little) ||
        marked(std::string_view("\0<", 2), Encoding::utf16_big)) {
        found.mark_bytes = 0;
        return found;
    }
    (void)marked("\xEF\xBB\xBF", Encoding::utf8);
    const std::string_view text = bytes.substr(found.mark_bytes);
    found.declared = declared_encoding(text).value_or("");
    const Encoding named = found.declared.empty() ? Encoding::utf8 : named_encoding(found.declared);
    if (named == Encoding::unknown && found.mark_bytes == 0) {
        found.encoding = named;
    } else if (named == Encoding::utf8 || named == Encoding::utf16_little || found.mark_bytes > 0) {
        found.encoding = valid_utf8(text) ? Encoding::utf8 : Encoding::windows_1252;
        found.contradicted = !found.declared.empty() && found.encoding != named;
    } else {
        // No text in letters of one byte is well-formed UTF-8 by accident.
        const bool utf8 = !is_ascii(text) && valid_utf8(text);
        const bool wrong = named != Encoding::windows_1252 && has_c1(text);
        found.encoding = utf8 ? Encoding::utf8 : wrong ? Encoding::windows_1252 : named;
        found.contradicted = utf8 || wrong;
    }
    return found;
}

const char* encoding_name(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return "UTF-8";
        case Encoding::utf16_little:
        case Encoding::utf16_big:
            return "UTF-16";
        case Encoding::windows_1252:
            return "windows-1252";
        case Encoding::iso_8859_1:
            return "ISO-8859-1";
        case Encoding::iso_8859_15:
            return "ISO-8859-15";
        case Encoding::unknown:
            break;
    }
    return "";
}

std::uint32_t single_byte_scalar(Encoding encoding, unsigned char byte) {
    constexpr std::uint32_t replacement = 0xFFFD;
    if (encoding == Encoding::iso_8859_15) {
        constexpr std::pair<unsigned char, std::uint32_t> differences[] = {{0xA4, 0x20AC}, {0xA6, 0x160}, {0xA8, 0x161},
                                                                           {0xB4, 0x17D},  {0xB8, 0x17E}, {0xBC, 0x152},
                                                                           {0xBD, 0x153},  {0xBE, 0x178}};
        for (const auto& [from, to] : differences) {
            if (from == byte) return to;
        }
        return byte;
    }
    if (encoding == Encoding::iso_8859_1) return byte;
    const std::uint32_t scalar = windows_1252_scalar(byte);
    return scalar == 0 && byte != 0 ? replacement : scalar;
}

void decode_windows_1252(std::string_view bytes, std::string& out) {
    for (const char byte : bytes) {
        append_utf8(single_byte_scalar(Encoding::windows_1252, static_cast<unsigned char>(byte)), out);
    }
}

std::size_t put_utf8(std::uint32_t scalar, char* out) {
    const auto byte = [](std::uint32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    if (scalar < 0x80) {
        out[0] = byte(scalar);
        return 1;
    }
    if (scalar < 0x800) {
        out[0] = byte(0xC0 | (scalar >> 6));
        out[1] = byte(0x80 | (scalar & 0x3F));
        return 2;
    }
    if (scalar < 0x10000) {
        out[0] = byte(0xE0 | (scalar >> 12));
        out[1] = byte(0x80 | ((scalar >> 6) & 0x3F));
        out[2] = byte(0x80 | (scalar & 0x3F));
        return 3;
    }
    out[0] = byte(0xF0 | (scalar >> 18));
    out[1] = byte(0x80 | ((scalar >> 12) & 0x3F));
    out[2] = byte(0x80 | ((scalar >> 6) & 0x3F));
    out[3] = byte(0x80 | (scalar & 0x3F));
    return 4;
}

void append_utf8(std::uint32_t scalar, std::string& out) {
    char bytes[4];
    out.append(bytes, put_utf8(scalar, bytes));
}

bool valid_utf8(std::string_view text) {
    constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
    while (!text.empty()) {
        // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): 64 bytes are there
        if (text.size() >= 64 && is_ascii_block(text.data())) {
            text.remove_prefix(64);
            continue;
        }
        std::uint64_t word = 0;
        if (text.size() >= 8) {
            std::memcpy(&word, text.data(), 8);
            if ((word & high_bits) == 0) {
                text.remove_prefix(8);
                continue;
            }
        }
        const std::size_t length = sequence_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

}  // namespace begroot::text
