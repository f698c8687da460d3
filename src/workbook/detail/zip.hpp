#pragma once
// The directory of a zip file: which parts it has and where their bytes lie. Zip64 is read; overlapping parts are
// refused.

#include "base/result.hpp"
#include "workbook/read_limits.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::workbook::detail {

inline constexpr std::uint16_t zip_method_stored = 0;
inline constexpr std::uint16_t zip_method_deflate = 8;
inline constexpr std::size_t no_zip_entry = static_cast<std::size_t>(-1);  ///< of a record that is a folder's

/// One part as the central directory describes it.
struct ZipEntry {
    std::string name;  ///< with forward slashes and no leading one
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
    std::uint32_t crc32 = 0;
    std::uint64_t inflated_bytes = 0;
    std::span<const std::byte> stored;  ///< the part's bytes as they lie in the file
};

/// One record of the central directory as it lies in the file, a folder's too.
struct ZipRecord {
    std::span<const std::byte> bytes;
    std::uint64_t local_at = 0;        ///< where the part's local header begins in the file
    std::size_t entry = no_zip_entry;  ///< its place in ZipArchive::entries()
};

/// Knows the parts of a zip file; it points into the file's bytes, which must outlive it.
class ZipArchive {
public:
    /// Reads the central directory. Fails on a cut-off file, overlapping or double parts, and more than parts_max
    /// parts.
    [[nodiscard]] static Result<ZipArchive> open(std::span<const std::byte> bytes, const ReadLimits& limits);

    /// Finds a part, upper and lower case being equal as they are to Excel; nullptr where there is none.
    [[nodiscard]] const ZipEntry* find(std::string_view name) const;

    [[nodiscard]] const std::vector<ZipEntry>& entries() const { return entries_; }

    /// Gives the records of the central directory in their order.
    [[nodiscard]] const std::vector<ZipRecord>& records() const { return records_; }

    /// Gives the file's bytes.
    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

    /// Tells where the central directory begins.
    [[nodiscard]] std::uint64_t directory_at() const { return directory_at_; }

    /// Gives the comment at the end of the file.
    [[nodiscard]] std::span<const std::byte> comment() const { return comment_; }

private:
    std::vector<ZipEntry> entries_;
    std::vector<ZipRecord> records_;
    std::span<const std::byte> bytes_;
    std::span<const std::byte> comment_;
    std::uint64_t directory_at_ = 0;
    std::map<std::string, std::size_t, std::less<>> index_;  // lower-case name -> entry
};

/// Tells whether bytes begin as a zip file does.
[[nodiscard]] bool looks_like_zip(std::span<const std::byte> bytes);

/// Gives ASCII letters in lower case, for names of parts.
[[nodiscard]] std::string lower_case(std::string_view text);

}  // namespace begroot::workbook::detail
