#pragma once
// In which characters a text is written, whatever it says itself, and how it becomes UTF-8.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace begroot::text {

/// The ways of writing characters that office software still uses.
enum class Encoding : std::uint8_t {
    utf8,
    utf16_little,
    utf16_big,
    windows_1252,
    iso_8859_1,
    iso_8859_15,
    unknown  ///< the text names one that is not read here
};

/// How a text is written, and what it says about that.
struct DetectedEncoding {
    Encoding encoding = Encoding::utf8;
    std::size_t mark_bytes = 0;  ///< of the byte order mark in front
    std::string declared;        ///< what an XML declaration names, in lower case; empty where it names nothing
    bool contradicted = false;   ///< the bytes are not what the declaration names
};

/// Decides how a text is written from all its bytes: a byte order mark, then an XML declaration that they do not
/// contradict, then UTF-8 where it is well-formed (beyond ASCII it wins), else windows-1252: so is ISO-8859-1 with
/// bytes 0x80 to 0x9F and declared UTF-8 that is none. UTF-16 without a mark is seen only where it begins with `<`.
[[nodiscard]] DetectedEncoding detect_encoding(std::string_view bytes);

/// Gives the usual name: `UTF-8`, `windows-1252`.
[[nodiscard]] const char* encoding_name(Encoding encoding);

/// Appends windows-1252 as UTF-8; the five bytes that stand for nothing become U+FFFD.
void decode_windows_1252(std::string_view bytes, std::string& out);

/// Gives the scalar value of a byte of a single-byte encoding (windows_1252, iso_8859_1, iso_8859_15).
[[nodiscard]] std::uint32_t single_byte_scalar(Encoding encoding, unsigned char byte);

/// Writes a scalar value as UTF-8 at `out`, which has room for four bytes, and gives the count.
std::size_t put_utf8(std::uint32_t scalar, char* out);

/// Appends a Unicode scalar value as UTF-8.
void append_utf8(std::uint32_t scalar, std::string& out);

/// Tells whether bytes are well-formed UTF-8 (no surrogates, no overlong forms).
[[nodiscard]] bool valid_utf8(std::string_view text);

}  // namespace begroot::text
