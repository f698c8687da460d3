#pragma once
// A zip file made anew from another: parts that do not change keep every byte, their order and their headers.

#include "workbook/detail/part_deflater.hpp"
#include "workbook/detail/zip.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>

namespace begroot::workbook::patching {

/// What becomes of parts, by their place in ZipArchive::entries(): a new content, or nothing where the part goes.
using PartChanges = std::map<std::size_t, std::optional<PackedPart>>;

/// Writes the archive with these changes. All other parts are copied as they lie, packed, with their local headers and
/// data descriptors; of the directory only offsets change, and the sizes, check sum and method of changed parts. A
/// zip64 file whose sizes need no 64 bits gets an ordinary end.
[[nodiscard]] std::string patch_zip(const detail::ZipArchive& archive, const PartChanges& changes);

}  // namespace begroot::workbook::patching
