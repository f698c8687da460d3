#include "workbook/detail/ole.hpp"

#include "workbook/detail/little_endian.hpp"

#include <algorithm>
#include <string_view>

namespace begroot::workbook::detail {

namespace {

using Bytes = std::span<const std::byte>;

constexpr std::uint64_t ole_signature = 0xE11AB1A1E011CFD0ULL;
constexpr std::size_t entry_bytes = 128;  // a directory entry; sectors are a multiple of it, so entries lie on a grid
constexpr std::size_t header_bytes = 512;

bool entry_is_named(Bytes entry, std::string_view name) {
    if (little_u16(entry, 64) != 2 * (name.size() + 1)) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (little_u16(entry, 2 * i) != static_cast<unsigned char>(name[i])) return false;
    }
    return true;
}

/// Tells whether the records at the start of a workbook stream, in its first sector, say that it is encrypted.
bool has_password_record(Bytes bytes, Bytes entry) {
    constexpr std::uint16_t password_record = 0x2F;
    constexpr std::uint64_t big_stream_bytes = 4096;  // smaller streams lie elsewhere; no workbook is that small
    const unsigned sector_shift = little_u16(bytes, 30);
    if (sector_shift < 7 || sector_shift > 16 || little_u32(entry, 120) < big_stream_bytes) return false;
    const std::uint64_t start = (std::uint64_t{little_u32(entry, 116)} + 1) << sector_shift;
    if (start >= bytes.size()) return false;
    Bytes records = bytes.subspan(start, std::min<std::size_t>(bytes.size() - start, std::size_t{1} << sector_shift));
    while (records.size() >= 4) {
        if (little_u16(records, 0) == password_record) return true;
        const std::size_t size = std::size_t{4} + little_u16(records, 2);
        if (size >= records.size()) return false;
        records = records.subspan(size);
    }
    return false;
}

}  // namespace

bool looks_like_ole(Bytes bytes) { return bytes.size() >= 8 && little_u64(bytes, 0) == ole_signature; }

OleContents ole_contents(Bytes bytes) {
    OleContents contents = OleContents::other;
    for (std::size_t at = header_bytes; bytes.size() >= entry_bytes && at <= bytes.size() - entry_bytes;
         at += entry_bytes) {
        const Bytes entry = bytes.subspan(at, entry_bytes);
        if (entry_is_named(entry, "EncryptedPackage")) return OleContents::encrypted_package;
        if (entry_is_named(entry, "Workbook") || entry_is_named(entry, "Book")) {
            return has_password_record(bytes, entry) ? OleContents::old_excel_with_password : OleContents::old_excel;
        }
        if (entry_is_named(entry, "WordDocument")) contents = OleContents::old_word;
        if (entry_is_named(entry, "PowerPoint Document")) contents = OleContents::old_powerpoint;
    }
    return contents;
}

bool looks_like_bare_biff(Bytes bytes) {
    if (bytes.size() < 8) return false;
    const std::uint16_t record = little_u16(bytes, 0);
    const std::uint16_t size = little_u16(bytes, 2);
    const bool begin = record == 0x0009 || record == 0x0209 || record == 0x0409 || record == 0x0809;
    return begin && size >= 4 && size <= 16;
}

}  // namespace begroot::workbook::detail
