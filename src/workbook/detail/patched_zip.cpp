#include "workbook/detail/patched_zip.hpp"

#include "base/check.hpp"
#include "workbook/detail/little_endian.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace begroot::workbook::patching {

namespace {

using Bytes = std::span<const std::byte>;
using detail::little_u16;
using detail::little_u32;
using detail::little_u64;

constexpr std::uint32_t local_signature = 0x04034b50;
constexpr std::uint32_t end_signature = 0x06054b50;
constexpr std::size_t record_bytes = 46;
constexpr std::uint32_t all_but_descriptor = 0xFFF7;  // of the flags
constexpr std::uint32_t see_zip64 = 0xFFFFFFFF;

void put(std::string& out, std::uint64_t value, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i) out += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
}

void overwrite(std::string& out, std::size_t at, std::uint64_t value, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i)
        out[at + i] = static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
}

void append(std::string& out, Bytes bytes) { out.append(reinterpret_cast<const char*>(bytes.data()), bytes.size()); }

std::uint32_t in_32_bits(std::uint64_t value) {
    BEGROOT_CHECK(value < see_zip64, "een zipbestand is groter dan 4 GiB");
    return static_cast<std::uint32_t>(value);
}

Bytes name_of(Bytes record) { return record.subspan(record_bytes, little_u16(record, 28)); }

/// Writes a part that changed: a local header of its own and the packed bytes.
void write_changed(std::string& out, Bytes record, const PackedPart& part) {
    const Bytes name = name_of(record);
    put(out, local_signature, 4);
    put(out, 20, 2);
    put(out, little_u16(record, 8) & all_but_descriptor, 2);
    put(out, detail::zip_method_deflate, 2);
    append(out, record.subspan(12, 4));  // time and day as they were
    put(out, part.crc32, 4);
    put(out, in_32_bits(part.deflated.size()), 4);
    put(out, in_32_bits(part.inflated_bytes), 4);
    put(out, name.size(), 2);
    put(out, 0, 2);
    append(out, name);
    out += part.deflated;
}

/// Writes the directory record of a part that changed; its extra fields spoke of what it was, and go.
void record_changed(std::string& directory, Bytes record, const PackedPart& part, std::uint64_t offset) {
    std::string made;
    append(made, record.first(record_bytes));
    overwrite(made, 8, little_u16(record, 8) & all_but_descriptor, 2);
    overwrite(made, 10, detail::zip_method_deflate, 2);
    overwrite(made, 16, part.crc32, 4);
    overwrite(made, 20, part.deflated.size(), 4);
    overwrite(made, 24, part.inflated_bytes, 4);
    overwrite(made, 30, 0, 2);
    overwrite(made, 42, in_32_bits(offset), 4);
    append(made, name_of(record));
    append(made, record.last(little_u16(record, 32)));  // its comment
    directory += made;
}

/// Finds where a record keeps the 64-bit offset of its part; nothing where 32 bits hold it.
std::optional<std::size_t> offset64_at(Bytes record) {
    if (little_u32(record, 42) != see_zip64) return std::nullopt;
    std::size_t at = record_bytes + little_u16(record, 28);
    const std::size_t end = at + little_u16(record, 30);
    while (end - at >= 4) {
        const std::size_t size = little_u16(record, at + 2);
        if (end - at - 4 < size) return std::nullopt;
        if (little_u16(record, at) == 1) {
            const std::size_t before =
                (little_u32(record, 24) == see_zip64 ? 8U : 0U) + (little_u32(record, 20) == see_zip64 ? 8U : 0U);
            return before + 8 <= size ? std::optional(at + 4 + before) : std::nullopt;
        }
        at += 4 + size;
    }
    return std::nullopt;
}

/// Writes the directory record of a part that only moved.
void record_moved(std::string& directory, Bytes record, std::uint64_t offset) {
    const std::size_t begin = directory.size();
    append(directory, record);
    if (const auto wide = offset64_at(record)) {
        overwrite(directory, begin + *wide, offset, 8);
    } else {
        overwrite(directory, begin + 42, in_32_bits(offset), 4);
    }
}

/// A record and where the bytes behind its part end: at the next part, or at the directory.
struct Stretch {
    std::size_t record = 0;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

std::vector<Stretch> stretches_of(const detail::ZipArchive& archive) {
    std::vector<Stretch> stretches;
    stretches.reserve(archive.records().size());
    for (std::size_t i = 0; i < archive.records().size(); ++i)
        stretches.push_back({i, archive.records()[i].local_at, 0});
    std::ranges::sort(stretches, {}, &Stretch::begin);
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        stretches[i].end = i + 1 < stretches.size() ? stretches[i + 1].begin : archive.directory_at();
    }
    return stretches;
}

}  // namespace

std::string patch_zip(const detail::ZipArchive& archive, const PartChanges& changes) {
    const std::vector<Stretch> stretches = stretches_of(archive);
    std::size_t size = archive.bytes().size();
    for (const auto& [entry, part] : changes) size += part ? part->deflated.size() : 0;
    std::string out;
    out.reserve(size);
    append(out, archive.bytes().first(stretches.empty() ? archive.directory_at() : stretches.front().begin));
    std::vector<std::uint64_t> offsets(archive.records().size());
    for (const Stretch& stretch : stretches) {
        const detail::ZipRecord& record = archive.records()[stretch.record];
        offsets[stretch.record] = out.size();
        const auto change = changes.find(record.entry);
        if (change == changes.end()) {
            append(out, archive.bytes().subspan(stretch.begin, stretch.end - stretch.begin));
        } else if (change->second) {
            write_changed(out, record.bytes, *change->second);
        }
    }
    std::string directory;
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < archive.records().size(); ++i) {
        const detail::ZipRecord& record = archive.records()[i];
        const auto change = changes.find(record.entry);
        const bool goes = change != changes.end() && !change->second;
        if (goes) continue;
        ++count;
        if (change == changes.end()) {
            record_moved(directory, record.bytes, offsets[i]);
        } else {
            record_changed(directory, record.bytes, *change->second, offsets[i]);
        }
    }
    const std::uint32_t directory_at = in_32_bits(out.size());
    out += directory;
    BEGROOT_CHECK(count <= std::numeric_limits<std::uint16_t>::max(), "een zipbestand heeft te veel onderdelen");
    put(out, end_signature, 4);
    put(out, 0, 4);
    put(out, count, 2);
    put(out, count, 2);
    put(out, in_32_bits(directory.size()), 4);
    put(out, directory_at, 4);
    put(out, archive.comment().size(), 2);
    append(out, archive.comment());
    return out;
}

}  // namespace begroot::workbook::patching
