#include "workbook/reader.hpp"

#include "workbook/detail/cell_store.hpp"
#include "workbook/detail/errors.hpp"
#include "workbook/detail/file_kind.hpp"
#include "workbook/detail/package.hpp"
#include "workbook/detail/shared_strings.hpp"
#include "workbook/detail/sheet_reader.hpp"
#include "workbook/detail/styles.hpp"
#include "workbook/source_file.hpp"

#include <memory>
#include <new>
#include <utility>

namespace begroot::workbook {

namespace {

using detail::SheetContext;
using detail::ZipArchive;

Result<SheetContext> read_context(const ZipArchive& archive, const detail::WorkbookMap& map, const ReadLimits& limits,
                                  detail::TextArena& arena) {
    SheetContext context;
    context.limits = &limits;
    context.date_1904 = map.date_1904;
    context.arena = &arena;
    context.cells_left = limits.cells_max;
    if (map.styles_part) {
        Result<detail::XmlScanner> scanner = detail::open_part(archive, *map.styles_part, limits);
        if (!scanner) return failure(scanner.error());
        auto styles = detail::read_styles(std::move(*scanner));
        if (!styles) return failure(styles.error());
        context.styles = std::move(*styles);
    }
    if (map.shared_strings_part) {
        Result<detail::XmlScanner> scanner = detail::open_part(archive, *map.shared_strings_part, limits);
        if (!scanner) return failure(scanner.error());
        auto strings = detail::read_shared_strings(std::move(*scanner), arena, limits);
        if (!strings) return failure(strings.error());
        context.shared_strings = std::move(*strings);
    }
    return context;
}

Result<Sheet> read_sheet(const ZipArchive& archive, const detail::SheetEntry& entry, SheetContext& context) {
    Sheet sheet;
    sheet.hidden = entry.hidden;
    Result<detail::XmlScanner> scanner = detail::open_part(archive, entry.part, *context.limits);
    if (!scanner) return failure(scanner.error());
    Result<void> done = detail::SheetReader(std::move(*scanner), context, sheet).read();
    if (done) return sheet;
    done.error().place.sheet = entry.name;
    return failure(std::move(done.error()));
}

Result<Workbook> read_sheets(std::span<const std::byte> bytes, const std::string& shown_as, std::string sha256,
                             const ReadLimits& limits) {
    if (!detail::looks_like_zip(bytes)) return failure(detail::explain_no_zip(bytes, shown_as));
    const Result<ZipArchive> archive = ZipArchive::open(bytes, limits);
    if (!archive) return failure(archive.error());
    const Result<detail::WorkbookMap> map = detail::read_workbook_map(*archive, limits);
    if (!map) return failure(map.error());
    const auto arena = std::make_shared<detail::TextArena>();
    Result<SheetContext> context = read_context(*archive, *map, limits, *arena);
    if (!context) return failure(context.error());

    Workbook workbook;
    workbook.file = shown_as;
    workbook.sha256 = std::move(sha256);
    for (const detail::SheetEntry& entry : map->sheets) {
        Result<Sheet> sheet = read_sheet(*archive, entry, *context);
        if (!sheet) return failure(std::move(sheet.error()));
        sheet->source = std::make_shared<const SourceSheet>(SourceSheet{shown_as, workbook.sha256, entry.name});
        sheet->storage = arena;
        workbook.sheets.push_back(std::move(*sheet));
    }
    return workbook;
}

Result<Workbook> read_hashed(std::span<const std::byte> bytes, const std::string& shown_as, std::string sha256,
                             const ReadLimits& limits) {
    try {
        Result<Workbook> workbook = read_sheets(bytes, shown_as, std::move(sha256), limits);
        if (!workbook) workbook.error().place.file = shown_as;
        return workbook;
    } catch (const std::bad_alloc&) {
        Error error = detail::over_limit("er is niet genoeg geheugen voor deze werkmap", "");
        error.place.file = shown_as;
        return failure(std::move(error));
    }
}

}  // namespace

Result<Workbook> read_workbook(const std::filesystem::path& path, const std::string& shown_as,
                               const ReadLimits& limits) {
    const Result<SourceFile> file = SourceFile::read(path, shown_as, limits.file_bytes_max);
    if (!file) return failure(file.error());
    return read_hashed(file->bytes(), shown_as, file->sha256(), limits);
}

Result<Workbook> read_workbook(std::span<const std::byte> bytes, const std::string& shown_as,
                               const ReadLimits& limits) {
    return read_hashed(bytes, shown_as, sha256_of(bytes), limits);
}

}  // namespace begroot::workbook
