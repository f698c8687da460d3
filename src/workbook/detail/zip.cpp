#include "workbook/detail/zip.hpp"

#include "workbook/detail/errors.hpp"
#include "workbook/detail/little_endian.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace begroot::workbook::detail {

namespace {

using Bytes = std::span<const std::byte>;

constexpr std::uint32_t end_signature = 0x06054b50;
constexpr std::uint32_t end64_signature = 0x06064b50;
constexpr std::uint32_t locator64_signature = 0x07064b50;
constexpr std::uint32_t entry_signature = 0x02014b50;
constexpr std::uint32_t local_signature = 0x04034b50;
constexpr std::size_t end_bytes = 22;
constexpr std::size_t end64_bytes = 56;
constexpr std::size_t locator64_bytes = 20;
constexpr std::size_t central_entry_bytes = 46;
constexpr std::size_t local_bytes = 30;
constexpr std::size_t comment_bytes_max = 0xFFFF;
constexpr std::uint32_t see_zip64 = 0xFFFFFFFF;

Error damaged_zip(std::string_view why) {
    return input_error(fmt::format("het bestand is onvolledig of beschadigd: {}", why), "een hele werkmap",
                       "haal het bestand opnieuw op of sla het in Excel opnieuw op");
}

/// Where the central directory lies, and how far the file's own offsets are off (something stands before the zip).
struct Directory {
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
    std::uint64_t count = 0;
    std::uint64_t shift = 0;
    Bytes comment = {};
};

std::optional<std::size_t> find_end(Bytes bytes) {
    if (bytes.size() < end_bytes) return std::nullopt;
    const std::size_t last = bytes.size() - end_bytes;
    const std::size_t first = last > comment_bytes_max ? last - comment_bytes_max : 0;
    for (std::size_t at = last + 1; at-- > first;) {
        if (little_u32(bytes, at) == end_signature && at + end_bytes + little_u16(bytes, at + 20) <= bytes.size())
            return at;
    }
    return std::nullopt;
}

/// Replaces the directory's place by that of the zip64 end record, where there is one.
bool read_end64(Bytes bytes, std::size_t end, Directory& directory, std::uint64_t& directory_end) {
    if (end < locator64_bytes || little_u32(bytes, end - locator64_bytes) != locator64_signature) return true;
    const std::uint64_t at = little_u64(bytes, end - locator64_bytes + 8);
    if (at > bytes.size() || bytes.size() - at < end64_bytes) return false;
    if (little_u32(bytes, at) != end64_signature) return false;
    directory.count = little_u64(bytes, at + 32);
    directory.bytes = little_u64(bytes, at + 40);
    directory.offset = little_u64(bytes, at + 48);
    directory_end = at;
    return true;
}

Result<Directory> find_directory(Bytes bytes) {
    const std::optional<std::size_t> end = find_end(bytes);
    if (!end) return failure(damaged_zip("het einde ontbreekt"));
    Directory directory;
    directory.count = little_u16(bytes, *end + 10);
    directory.bytes = little_u32(bytes, *end + 12);
    directory.offset = little_u32(bytes, *end + 16);
    directory.comment = bytes.subspan(*end + end_bytes, little_u16(bytes, *end + 20));
    std::uint64_t directory_end = *end;
    if (!read_end64(bytes, *end, directory, directory_end)) return failure(damaged_zip("de inhoudsopgave ontbreekt"));
    if (directory.bytes > directory_end || directory.offset > directory_end - directory.bytes) {
        return failure(damaged_zip("de inhoudsopgave ontbreekt"));
    }
    directory.shift = directory_end - directory.bytes - directory.offset;
    const bool in_place =
        directory.offset + 4 <= bytes.size() && little_u32(bytes, directory.offset) == entry_signature;
    if (in_place) directory.shift = 0;  // something stands between the directory and its end, not before the zip
    return directory;
}

/// Takes the 64-bit sizes and offset from the extra field for those that did not fit in 32 bits.
void read_extra64(Bytes extra, std::uint64_t& inflated, std::uint64_t& stored, std::uint64_t& offset) {
    std::size_t at = 0;
    while (extra.size() - at >= 4) {
        const std::size_t size = little_u16(extra, at + 2);
        if (extra.size() - at - 4 < size) return;
        if (little_u16(extra, at) == 1) {
            std::size_t field = at + 4;
            for (std::uint64_t* value : {&inflated, &stored, &offset}) {
                if (*value != see_zip64) continue;
                if (field + 8 > at + 4 + size) return;
                *value = little_u64(extra, field);
                field += 8;
            }
            return;
        }
        at += 4 + size;
    }
}

std::string part_name(Bytes raw) {
    std::string name(reinterpret_cast<const char*>(raw.data()), raw.size());
    std::ranges::replace(name, '\\', '/');
    name.erase(0, std::min(name.find_first_not_of('/'), name.size()));
    return name;
}

/// The bytes that an entry takes in the file, its local header included.
struct Extent {
    std::uint64_t first = 0;
    std::uint64_t end = 0;
};

/// Reads one entry of the directory at `at` and moves `at` past it.
Result<Extent> read_entry(Bytes bytes, const Directory& directory, std::uint64_t& at, ZipEntry& entry) {
    const std::uint64_t end = directory.offset + directory.shift + directory.bytes;
    if (end - at < central_entry_bytes || little_u32(bytes, at) != entry_signature) {
        return failure(damaged_zip("de inhoudsopgave klopt niet"));
    }
    const std::size_t name_bytes = little_u16(bytes, at + 28);
    const std::size_t extra_bytes = little_u16(bytes, at + 30);
    const std::size_t comment_bytes = little_u16(bytes, at + 32);
    if (end - at - central_entry_bytes < name_bytes + extra_bytes + comment_bytes) {
        return failure(damaged_zip("de inhoudsopgave klopt niet"));
    }
    entry.flags = little_u16(bytes, at + 8);
    entry.method = little_u16(bytes, at + 10);
    entry.crc32 = little_u32(bytes, at + 16);
    entry.inflated_bytes = little_u32(bytes, at + 24);
    entry.name = part_name(bytes.subspan(at + central_entry_bytes, name_bytes));
    std::uint64_t stored = little_u32(bytes, at + 20);
    std::uint64_t offset = little_u32(bytes, at + 42);
    read_extra64(bytes.subspan(at + central_entry_bytes + name_bytes, extra_bytes), entry.inflated_bytes, stored,
                 offset);
    at += central_entry_bytes + name_bytes + extra_bytes + comment_bytes;

    if (offset > bytes.size() - directory.shift)
        return failure(damaged_part(entry.name, "het ligt buiten het bestand"));
    offset += directory.shift;
    if (bytes.size() - offset < local_bytes || little_u32(bytes, offset) != local_signature) {
        return failure(damaged_part(entry.name, "het begin ontbreekt"));
    }
    const std::uint64_t data = offset + local_bytes + little_u16(bytes, offset + 26) + little_u16(bytes, offset + 28);
    if (data > bytes.size() || bytes.size() - data < stored) {
        return failure(damaged_part(entry.name, "het loopt door na het einde van het bestand"));
    }
    entry.stored = bytes.subspan(data, stored);
    return Extent{offset, data + stored};
}

}  // namespace

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + ('a' - 'A'));
    }
    return lower;
}

bool looks_like_zip(Bytes bytes) {
    if (bytes.size() < 4) return false;
    const std::uint32_t signature = little_u32(bytes, 0);
    return signature == local_signature || signature == end_signature;
}

Result<ZipArchive> ZipArchive::open(Bytes bytes, const ReadLimits& limits) {
    const Result<Directory> directory = find_directory(bytes);
    if (!directory) return failure(directory.error());
    if (directory->count > limits.parts_max) {
        return failure(over_limit(fmt::format("het bestand heeft {} onderdelen", directory->count),
                                  fmt::format("hoogstens {} onderdelen", limits.parts_max)));
    }
    ZipArchive archive;
    std::vector<Extent> extents;
    std::uint64_t at = directory->offset + directory->shift;
    archive.bytes_ = bytes;
    archive.comment_ = directory->comment;
    archive.directory_at_ = at;
    for (std::uint64_t i = 0; i < directory->count; ++i) {
        ZipEntry entry;
        const std::uint64_t record_at = at;
        const Result<Extent> extent = read_entry(bytes, *directory, at, entry);
        if (!extent) return failure(extent.error());
        extents.push_back(*extent);
        archive.records_.push_back({bytes.subspan(record_at, at - record_at), extent->first, no_zip_entry});
        if (entry.name.empty() || entry.name.ends_with('/')) continue;  // a folder
        if (!archive.index_.emplace(lower_case(entry.name), archive.entries_.size()).second) {
            return failure(damaged_part(entry.name, "het komt twee keer voor"));
        }
        archive.records_.back().entry = archive.entries_.size();
        archive.entries_.push_back(std::move(entry));
    }
    std::ranges::sort(extents, {}, &Extent::first);
    for (std::size_t i = 1; i < extents.size(); ++i) {
        if (extents[i].first < extents[i - 1].end) return failure(damaged_zip("onderdelen overlappen elkaar"));
    }
    return archive;
}

const ZipEntry* ZipArchive::find(std::string_view name) const {
    const auto found = index_.find(lower_case(name));
    return found == index_.end() ? nullptr : &entries_[found->second];
}

}  // namespace begroot::workbook::detail
