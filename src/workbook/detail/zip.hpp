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

/// One part as the central directory describes it.
struct ZipEntry {
    std::string name;  ///< with forward slashes and no leading one
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
    std::uint32_t crc32 = 0;
    std::uint64_t inflated_bytes = 0;
    std::span<const std::byte> stored;  ///< the part's bytes as they lie in the file
};

inline constexpr std::uint16_t zip_method_stored = 0;
inline constexpr std::uint16_t zip_method_deflate = 8;

/// Knows the parts of a zip file; it points into the file's bytes, which must outlive it.
class ZipArchive {
public:
    /// Reads the central directory. Fails on a cut-off file, overlapping or double parts, and more than parts_max
    /// parts.
    [[nodiscard]] static Result<ZipArchive> open(std::span<const std::byte> bytes, const ReadLimits& limits);

    /// Finds a part, upper and lower case being equal as they are to Excel; nullptr where there is none.
    [[nodiscard]] const ZipEntry* find(std::string_view name) const;

    [[nodiscard]] const std::vector<ZipEntry>& entries() const { return entries_; }

private:
    std::vector<ZipEntry> entries_;
    std::map<std::string, std::size_t, std::less<>> index_;  // lower-case name -> entry
};

/// Tells whether bytes begin as a zip file does.
[[nodiscard]] bool looks_like_zip(std::span<const std::byte> bytes);

/// Gives ASCII letters in lower case, for names of parts.
[[nodiscard]] std::string lower_case(std::string_view text);

}  // namespace begroot::workbook::detail
