// The directory of a zip file alone: whatever is accepted has its parts inside the file, none over another, and each is
// found again by its name.

#include "workbook/detail/zip.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <span>
#include <vector>

namespace {

using begroot::workbook::detail::ZipArchive;
using begroot::workbook::detail::ZipEntry;

void check_parts(const ZipArchive& archive, std::span<const std::byte> file) {
    const std::less_equal<const std::byte*> not_after;
    std::vector<std::span<const std::byte>> parts;
    for (const ZipEntry& entry : archive.entries()) {
        const ZipEntry* found = archive.find(entry.name);
        if (found == nullptr || found->name != entry.name) std::abort();
        if (entry.stored.empty()) continue;
        const std::byte* const end = entry.stored.data() + entry.stored.size();
        if (!not_after(file.data(), entry.stored.data()) || !not_after(end, file.data() + file.size())) std::abort();
        parts.push_back(entry.stored);
    }
    std::ranges::sort(parts, {}, [](std::span<const std::byte> part) { return part.data(); });
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (parts[i - 1].data() + parts[i - 1].size() > parts[i].data()) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span file(reinterpret_cast<const std::byte*>(data), size);
    const auto archive = ZipArchive::open(file, {});
    if (archive) check_parts(*archive, file);
    return 0;
}
