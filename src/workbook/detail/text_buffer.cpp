#include "workbook/detail/text_buffer.hpp"

#include "base/huge_pages.hpp"
#include "text/encoding.hpp"
#include "workbook/detail/errors.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include <fmt/format.h>

namespace begroot::workbook::detail {

namespace {

constexpr std::string_view end_of_file_mark = "\x1A";
constexpr const char* save_as_utf8_action = "sla het op als CSV UTF-8 of als werkmap (.xlsx)";

Error at_line(std::string_view text, std::size_t offset, std::string found, std::string expected, std::string action) {
    Error error = input_error(std::move(found), std::move(expected), std::move(action));
    error.place.line = line_of(text, offset);
    return error;
}

Error nul_error(std::string_view text, std::size_t offset) {
    return at_line(text, offset, "er staat een NUL-byte in de tekst", "tekst",
                   "haal het bestand opnieuw op; het is beschadigd of geen tekst");
}

/// What one look at all bytes of a text tells.
struct Survey {
    bool high = false;  ///< a byte from 0x80
    bool nul = false;
};

Survey survey(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    constexpr std::uint64_t tops = 0x8080808080808080ULL;
    std::uint64_t high = 0;
    std::uint64_t nul = 0;
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, 8);
        high |= word;
        nul |= (word - ones) & ~word;  // its top bits say whether there is a zero byte, not which
    }
    Survey result{(high & tops) != 0, (nul & tops) != 0};
    for (; i < text.size(); ++i) {
        result.high = result.high || static_cast<unsigned char>(text[i]) >= 0x80;
        result.nul = result.nul || text[i] == '\0';
    }
    return result;
}

/// Counts what in a text is UTF-8 beyond ASCII, and what is not.
struct Utf8Tally {
    std::uint64_t sequences = 0;
    std::uint64_t broken = 0;
    std::size_t first_broken = 0;
};

Utf8Tally tally_utf8(std::string_view text) {
    Utf8Tally tally;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        const bool sound = length == 1 || text::valid_utf8(text.substr(i, length));
        if (sound && length > 1) ++tally.sequences;
        if (!sound && tally.broken++ == 0) tally.first_broken = i;
        i += sound ? length : 1;
    }
    return tally;
}

/// Tells UTF-8 from windows-1252 for a text with bytes from 0x80.
Result<text::Encoding> decide_narrow(std::string_view text, std::optional<text::Encoding> given) {
    constexpr std::uint64_t certain = 4;  // so many broken bytes for every sound sequence: chance made those sequences
    if (given && *given != text::Encoding::utf8) return *given;
    if (text::valid_utf8(text)) return text::Encoding::utf8;
    const Utf8Tally tally = tally_utf8(text);
    if (given != text::Encoding::utf8 && tally.broken >= certain * tally.sequences) return text::Encoding::windows_1252;
    if (tally.sequences == 0) {
        return failure(
            at_line(text, tally.first_broken, "de tekst is geen geldige UTF-8", "UTF-8", save_as_utf8_action));
    }
    return failure(at_line(text, tally.first_broken,
                           "deze letter is geen UTF-8, terwijl andere in het bestand dat wel zijn",
                           "één tekenset in het hele bestand", save_as_utf8_action));
}

Result<TextBlock> from_single_byte(const TextBlock& block, text::Encoding encoding) {
    constexpr std::uint32_t replacement = 0xFFFD;
    const std::string_view text = block.view();
    std::size_t size = text.size();
    for (const char byte : text) size += static_cast<unsigned char>(byte) >= 0x80 ? 2U : 0U;
    const auto out = make_text_bytes(size);
    char* const begin = reinterpret_cast<char*>(out.get());
    char* write = begin;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            *write++ = text[i];
            continue;
        }
        const std::uint32_t scalar = text::single_byte_scalar(encoding, byte);
        if (scalar == replacement) {
            return failure(at_line(text, i, fmt::format("byte 0x{:02X} is geen teken", byte), "UTF-8 of windows-1252",
                                   save_as_utf8_action));
        }
        write += text::put_utf8(scalar, write);
    }
    return TextBlock{out, 0, static_cast<std::size_t>(write - begin)};
}

Result<TextBlock> from_utf16(const TextBlock& block, text::Encoding encoding) {
    const std::string_view text = block.view();
    const std::size_t low = encoding == text::Encoding::utf16_little ? 0 : 1;
    const auto unit_at = [text, low](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i + low])) |
               (static_cast<std::uint32_t>(static_cast<unsigned char>(text[i + 1 - low])) << 8U);
    };
    const auto out = make_text_bytes(text.size() / 2 * 3);
    char* const begin = reinterpret_cast<char*>(out.get());
    char* write = begin;
    const auto broken = [&](std::string found) {
        const std::string_view done(begin, static_cast<std::size_t>(write - begin));
        return failure(at_line(done, done.size(), std::move(found), "geldige UTF-16", save_as_utf8_action));
    };
    std::size_t i = 0;
    for (; i + 2 <= text.size(); i += 2) {
        std::uint32_t unit = unit_at(i);
        if (unit == 0) return broken("er staat een NUL-teken in de tekst");
        if (unit < 0x80) {
            *write++ = static_cast<char>(unit);
            continue;
        }
        if (unit >= 0xD800 && unit <= 0xDFFF) {
            const std::uint32_t second = unit <= 0xDBFF && i + 4 <= text.size() ? unit_at(i + 2) : 0;
            if (second < 0xDC00 || second > 0xDFFF) return broken("hier staat een half teken");
            unit = 0x10000 + ((unit - 0xD800) << 10U) + (second - 0xDC00);
            i += 2;
        }
        write += text::put_utf8(unit, write);
    }
    if (i < text.size()) return broken("de tekst breekt midden in een teken af");
    return TextBlock{out, 0, static_cast<std::size_t>(write - begin)};
}

/// A byte order mark and the encoding that it stands for.
struct Mark {
    std::string_view bytes;
    text::Encoding encoding;
};

std::optional<Mark> byte_order_mark(std::string_view text) {
    constexpr Mark marks[] = {{"\xEF\xBB\xBF", text::Encoding::utf8},
                              {"\xFF\xFE", text::Encoding::utf16_little},
                              {"\xFE\xFF", text::Encoding::utf16_big}};
    for (const Mark& mark : marks) {
        if (text.starts_with(mark.bytes)) return mark;
    }
    return std::nullopt;
}

void drop_end_marks(TextBlock& block) {
    while (block.view().ends_with(end_of_file_mark)) --block.end;
}

}  // namespace

std::shared_ptr<std::byte[]> make_text_bytes(std::size_t count) {
    auto bytes = std::make_shared_for_overwrite<std::byte[]>(count + 1);  // never empty, so that it is a place
    advise_huge_pages(bytes.get(), count);
    return bytes;
}

std::uint32_t line_of(std::string_view text, std::size_t offset) {
    std::uint32_t line = 1;
    for (std::size_t i = 0; i < std::min(offset, text.size()); ++i) {
        if (text[i] == '\n' || (text[i] == '\r' && !text.substr(i + 1).starts_with('\n'))) ++line;
    }
    return line;
}

std::optional<text::Encoding> guess_utf16(std::span<const std::byte> start) {
    constexpr std::size_t looked_bytes = 4096;
    const std::size_t pairs = std::min(start.size(), looked_bytes) / 2;
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < pairs; ++i) {
        if (start[2 * i] == std::byte{0}) ++even;
        if (start[2 * i + 1] == std::byte{0}) ++odd;
    }
    // Letters outside Latin have no zero byte; digits, delimiters and line ends always have one.
    constexpr std::size_t rare = 8;
    if (pairs > 0 && even * rare <= odd && odd * 4 >= pairs * 3) return text::Encoding::utf16_little;
    if (pairs > 0 && odd * rare <= even && even * 4 >= pairs * 3) return text::Encoding::utf16_big;
    return std::nullopt;
}

Result<DecodedText> decode_text(TextBlock block, std::optional<text::Encoding> given) {
    DecodedText decoded;
    if (given == text::Encoding::unknown) given.reset();
    const std::optional<Mark> mark = byte_order_mark(block.view());
    std::optional<text::Encoding> encoding = given;
    if (mark) {
        if (given && *given != mark->encoding) {
            return failure(input_error("het bestand zegt zelf (BOM) dat het een andere tekenset heeft dan gevraagd is",
                                       "dezelfde tekenset", "laat de tekenset weg"));
        }
        encoding = mark->encoding;
        block.start += mark->bytes.size();
        decoded.byte_order_mark = true;
    } else if (!encoding) {
        const std::string_view text = block.view();
        encoding = guess_utf16(std::as_bytes(std::span(text.data(), text.size())));
    }
    if (encoding == text::Encoding::utf16_little || encoding == text::Encoding::utf16_big) {
        Result<TextBlock> converted = from_utf16(block, *encoding);
        if (!converted) return failure(std::move(converted.error()));
        decoded.block = std::move(*converted);
        decoded.encoding = *encoding;
        drop_end_marks(decoded.block);
        return decoded;
    }
    drop_end_marks(block);
    const Survey seen = survey(block.view());
    if (seen.nul) return failure(nul_error(block.view(), block.view().find('\0')));
    decoded.encoding = encoding.value_or(text::Encoding::utf8);
    if (seen.high) {
        const Result<text::Encoding> narrow = decide_narrow(block.view(), encoding);
        if (!narrow) return failure(narrow.error());
        decoded.encoding = *narrow;
        if (*narrow != text::Encoding::utf8) {
            Result<TextBlock> converted = from_single_byte(block, *narrow);
            if (!converted) return failure(std::move(converted.error()));
            decoded.block = std::move(*converted);
            return decoded;
        }
    }
    decoded.block = std::move(block);
    return decoded;
}

}  // namespace begroot::workbook::detail
