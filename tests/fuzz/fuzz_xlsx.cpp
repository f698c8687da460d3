// Feeds arbitrary bytes to the workbook reader: as a file, and as the sheet, texts and styles of a workbook that is
// otherwise sound, for a random change to a zip seldom gets past the check sum.

#include "workbook/reader.hpp"
#include "workbook/zip_builder.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace {

using namespace begroot::workbook;

/// Limits that keep a single input fast; the code that watches them is the same.
ReadLimits small_limits() {
    ReadLimits limits;
    limits.part_bytes_max = 16U << 20;
    limits.texts_bytes_max = 16U << 20;
    limits.text_bytes_max = 1U << 14;
    limits.cells_max = 100'000;
    return limits;
}

/// Splits the input at zero bytes into the sheet, the texts and the styles.
std::string workbook_around(std::string_view input) {
    test::WorkbookParts parts;
    const auto take = [&input]() {
        const std::size_t end = std::min(input.find('\0'), input.size());
        std::string piece(input.substr(0, end));
        input.remove_prefix(std::min(end + 1, input.size()));
        return piece;
    };
    parts.sheet_data = take();
    parts.shared_strings = take();
    parts.styles = take();
    parts.after_data = std::string(input);
    return test::zip(test::workbook_parts(parts));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const ReadLimits limits = small_limits();
    (void)read_workbook(test::bytes_of(input), "fuzz.xlsx", {limits});
    (void)read_workbook(test::bytes_of(workbook_around(input)), "fuzz.xlsx", {limits});
    return 0;
}
