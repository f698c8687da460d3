#include "workbook/reader.hpp"

#include "workbook/delimited.hpp"
#include "workbook/detail/cell_store.hpp"
#include "workbook/detail/errors.hpp"
#include "workbook/detail/file_kind.hpp"
#include "workbook/detail/package.hpp"
#include "workbook/detail/shared_strings.hpp"
#include "workbook/detail/sheet_reader.hpp"
#include "workbook/detail/styles.hpp"
#include "workbook/detail/table_part.hpp"
#include "workbook/source_file.hpp"

#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace begroot::workbook {

namespace {

using detail::SheetContext;
using detail::ZipArchive;

Result<SheetContext> read_context(const ZipArchive& archive, const detail::WorkbookMap& map, const ReadLimits& limits,
                                  detail::TextArena& arena, const detail::Deadline& deadline) {
    SheetContext context;
    context.limits = &limits;
    context.deadline = &deadline;
    context.date_1904 = map.date_1904;
    context.arena = &arena;
    context.cells_left = limits.cells_max;
    if (map.styles_part) {
        Result<detail::XmlScanner> scanner = detail::open_part(archive, *map.styles_part, limits);
        if (!scanner) return failure(scanner.error());
        auto styles = detail::read_styles(std::move(*scanner), limits);
        if (!styles) return failure(styles.error());
        context.styles = std::move(styles->cells);
        if (!styles->worded.empty())
            context.worded_formats = std::make_shared<const std::vector<WordedFormat>>(std::move(styles->worded));
    }
    if (map.shared_strings_part) {
        Result<detail::XmlScanner> scanner = detail::open_large_part(archive, *map.shared_strings_part, limits);
        if (!scanner) return failure(scanner.error());
        auto strings = detail::read_shared_strings(std::move(*scanner), arena, limits, deadline);
        if (!strings) return failure(strings.error());
        context.shared_texts = std::move(*strings);
    }
    return context;
}

Result<void> read_tables(const ZipArchive& archive, const std::string& part, const ReadLimits& limits, Sheet& sheet) {
    const Result<std::vector<std::string>> tables = detail::parts_of_kind(archive, part, "table", limits);
    if (!tables) return failure(tables.error());
    if (tables->size() > limits.tables_max) {
        return failure(detail::over_limit(fmt::format("het blad heeft {} tabellen", tables->size()),
                                          fmt::format("hoogstens {} tabellen", limits.tables_max)));
    }
    for (const std::string& table : *tables) {
        Result<detail::XmlScanner> scanner = detail::open_part(archive, table, limits);
        if (!scanner) return failure(scanner.error());
        if (auto read = detail::read_table(std::move(*scanner), limits, sheet); !read) return read;
    }
    return {};
}

Result<Sheet> read_sheet(const ZipArchive& archive, const detail::SheetEntry& entry, SheetContext& context,
                         std::shared_ptr<const SourceSheet> source) {
    Sheet sheet;
    sheet.source = std::move(source);
    sheet.visibility = entry.visibility;
    sheet.worded_formats = context.worded_formats;
    Result<detail::XmlScanner> scanner = detail::open_large_part(archive, entry.part, *context.limits);
    if (!scanner) return failure(scanner.error());
    Result<void> done = detail::SheetReader(std::move(*scanner), context, sheet).read();
    if (done) done = read_tables(archive, entry.part, *context.limits, sheet);
    if (done) return sheet;
    done.error().place.sheet = entry.name;
    return failure(std::move(done.error()));
}

/// A workbook whose sheets do not know the hash of their file yet.
struct UnhashedWorkbook {
    Workbook workbook;
    std::vector<std::shared_ptr<SourceSheet>> sources;
};

Result<UnhashedWorkbook> read_sheets(std::span<const std::byte> bytes, const std::string& shown_as,
                                     const ReadOptions& options) {
    const ReadLimits& limits = options.limits;
    const detail::Deadline deadline(options.clock, limits.time_max);
    const Result<ZipArchive> archive = ZipArchive::open(bytes, limits);
    if (!archive) return failure(archive.error());
    Result<detail::WorkbookMap> map = detail::read_workbook_map(*archive, limits);
    if (!map) return failure(map.error());
    const auto arena = std::make_shared<detail::TextArena>();
    Result<SheetContext> context = read_context(*archive, *map, limits, *arena, deadline);
    if (!context) return failure(context.error());
    context->choose_columns = &options.choose_columns;

    UnhashedWorkbook read;
    read.workbook.file = shown_as;
    read.workbook.names = std::move(map->names);
    for (const detail::SheetEntry& entry : map->sheets) {
        read.sources.push_back(std::make_shared<SourceSheet>(SourceSheet{shown_as, "", entry.name}));
        Result<Sheet> sheet = read_sheet(*archive, entry, *context, read.sources.back());
        if (!sheet) return failure(std::move(sheet.error()));
        sheet->storage = arena;
        read.workbook.sheets.push_back(std::move(*sheet));
    }
    return read;
}

/// Reads the bytes of a file; its hash is asked for last, when a second thread has long computed it.
Result<Workbook> read_bytes(std::span<const std::byte> bytes, const std::string& shown_as, const ReadOptions& options,
                            const std::function<std::string()>& sha256) {
    try {
        Result<UnhashedWorkbook> read = read_sheets(bytes, shown_as, options);
        if (!read) {
            read.error().place.file = shown_as;
            return failure(std::move(read.error()));
        }
        read->workbook.sha256 = sha256();
        for (const auto& source : read->sources) source->sha256 = read->workbook.sha256;
        return std::move(read->workbook);
    } catch (const std::bad_alloc&) {
        Error error = detail::over_limit("er is niet genoeg geheugen voor deze werkmap", "");
        error.place.file = shown_as;
        return failure(std::move(error));
    }
}

std::optional<Error> refuse_no_text(std::span<const std::byte> bytes, const std::string& shown_as) {
    std::optional<Error> error = detail::explain_no_text(bytes, shown_as);
    if (error) error->place.file = shown_as;
    return error;
}

}  // namespace

Result<Workbook> read_workbook(const std::filesystem::path& path, const std::string& shown_as,
                               const ReadOptions& options) {
    const Result<SourceFile> file = SourceFile::read(path, shown_as, options.limits.file_bytes_max);
    if (!file) return failure(file.error());
    return read_workbook(*file, shown_as, options);
}

Result<Workbook> read_workbook(const SourceFile& file, const std::string& shown_as, const ReadOptions& options) {
    if (detail::looks_like_zip(file.bytes())) {
        return read_bytes(file.bytes(), shown_as, options, [&file] { return file.sha256(); });
    }
    if (auto error = refuse_no_text(file.bytes(), shown_as)) return failure(std::move(*error));
    return read_delimited(file, shown_as, options);
}

Result<Workbook> read_workbook(std::span<const std::byte> bytes, const std::string& shown_as,
                               const ReadOptions& options) {
    if (detail::looks_like_zip(bytes))
        return read_bytes(bytes, shown_as, options, [bytes] { return sha256_of(bytes); });
    if (auto error = refuse_no_text(bytes, shown_as)) return failure(std::move(*error));
    return read_delimited(bytes, shown_as, options);
}

}  // namespace begroot::workbook
