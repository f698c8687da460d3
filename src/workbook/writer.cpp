#include "workbook/writer.hpp"

#include "base/check.hpp"
#include "workbook/detail/grid_sheet.hpp"
#include "workbook/detail/list_join.hpp"
#include "workbook/detail/sheet_chart.hpp"
#include "workbook/detail/sheet_index.hpp"
#include "workbook/detail/sheet_limits.hpp"
#include "workbook/detail/sheet_page.hpp"
#include "workbook/detail/sheet_table.hpp"
#include "workbook/detail/sheet_text.hpp"
#include "workbook/detail/written_zip.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <clocale>
#include <cstdint>
#include <ctime>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <xlsxwriter.h>

namespace begroot::workbook {

namespace {

using namespace writing;

struct FreeWorkbook {
    void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};
using WorkbookHandle = std::unique_ptr<lxw_workbook, FreeWorkbook>;

Error write_error(const std::filesystem::path& path, std::string found, std::string action) {
    return {.place = {.file = path.string(), .sheet = {}, .cell = {}},
            .found = "het bestand kan niet worden geschreven: " + std::move(found),
            .expected = "een map waarin geschreven mag worden, met genoeg ruimte",
            .action = std::move(action)};
}

/// Says in Dutch why the operating system refused.
Error refusal(const std::filesystem::path& path, int code) {
    switch (code) {
        case ENOENT:
        case ENOTDIR:
            return write_error(path, "de map bestaat niet", "maak de map of kies een andere");
        case EACCES:
        case EPERM:
        case EROFS:
            return write_error(path, "daar mag niet worden geschreven", "kies een andere map");
        case EISDIR:
            return write_error(path, "dit is een map", "geef de naam van een bestand");
        case ENOSPC:
        case EFBIG:
        case EDQUOT:
            return write_error(path, "de schijf is vol", "maak ruimte en probeer het opnieuw");
        case ETXTBSY:
        case EBUSY:
            return write_error(path, "het is in gebruik", "sluit het bestand en probeer het opnieuw");
        default:
            return write_error(path, "het besturingssysteem weigert (fout " + std::to_string(code) + ")",
                               "kies een andere map");
    }
}

Error cut_short(const std::filesystem::path& path) {
    return write_error(path, "het schrijven brak af, waarschijnlijk omdat een schijf vol is",
                       "maak ruimte op deze schijf en in de map voor tijdelijke bestanden en probeer het opnieuw");
}

Result<void> save(const std::filesystem::path& path, std::string_view bytes) {
    errno = 0;
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    if (!file) return failure(refusal(path, errno));
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) return failure(refusal(path, errno));
    return {};
}

/// Reads a whole file; what cannot be read is missing from the end.
std::string load(const std::filesystem::path& path) {
    std::error_code unreadable;
    const std::uintmax_t size = std::filesystem::file_size(path, unreadable);
    if (unreadable) return {};
    std::string bytes(size, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return bytes;
}

/// Noon of the day in UTC, so that no time zone moves it.
std::time_t noon(const Day& day) {
    using namespace std::chrono;
    const sys_days date = year{day.year} / static_cast<int>(day.month) / static_cast<int>(day.day);
    return system_clock::to_time_t(sys_time<seconds>{date} + 12h);
}

void set_properties(lxw_workbook* workbook, std::string_view title_text, std::string_view subject_text,
                    const WorkbookProperties& properties) {
    std::string title = sheet_text(title_text);
    std::string subject = sheet_text(subject_text);
    std::string author = sheet_text(properties.author);
    lxw_doc_properties fields{};
    fields.title = title.data();
    fields.subject = subject.data();
    fields.author = author.data();
    fields.created = noon(properties.created);
    expect_written(workbook_set_properties(workbook, &fields));
}

lxw_worksheet* add_sheet(lxw_workbook* workbook, const std::string& name) {
    lxw_worksheet* sheet = workbook_add_worksheet(workbook, name.c_str());
    BEGROOT_CHECK(sheet != nullptr, "libxlsxwriter weigert een bladnaam");
    return sheet;
}

/// Writes each table and, right after it, the charts that draw it.
Result<void> write_sheets(lxw_workbook* workbook, const Document& document) {
    std::vector<SheetLayout> layouts;
    layouts.reserve(document.tables.size());
    for (const Table& table : document.tables) layouts.push_back(lay_out(table));
    const SheetPlan plan{document, layouts};
    FormatBook formats(workbook);
    for (std::size_t i = 0; i < document.tables.size(); ++i) {
        const Table& table = document.tables[i];
        lxw_worksheet* sheet = add_sheet(workbook, table.name);
        if (auto written = write_table(sheet, plan, table, layouts[i], formats); !written) return written;
        if (table.is_hidden) worksheet_hide(sheet);
        const std::size_t columns = std::max<std::size_t>(table.columns.size(), 1);
        set_page(sheet, {.footer_title = document.title,
                         .last_row = layouts[i].last_row,
                         .last_column = static_cast<std::uint16_t>(columns - 1),
                         .repeats_head = true,
                         .head_row = layouts[i].head_row});
        for (std::size_t j = 0; j < document.charts.size(); ++j) {
            if (document.charts[j].table != table.name) continue;
            write_chart(workbook, add_sheet(workbook, chart_sheet_name(document, j)), plan, j, formats);
        }
    }
    return {};
}

/// Starts a workbook where it can be written; refused here, with a reason, rather than by the library.
Result<WorkbookHandle> open_new(const std::filesystem::path& path) {
    BEGROOT_CHECK(std::string_view(std::localeconv()->decimal_point) == ".",
                  "LC_NUMERIC moet C zijn: het bestand kent alleen de punt");
    if (auto writable = save(path, ""); !writable) return failure(writable.error());
    WorkbookHandle workbook(workbook_new(path.c_str()));
    BEGROOT_CHECK(workbook != nullptr, "geen geheugen voor een werkmap");
    return workbook;
}

/// Looks the written file through and puts its sheet index right.
Result<void> finish(const std::filesystem::path& path) {
    const std::string bytes = load(path);
    const auto zip = WrittenZip::open(bytes);
    if (!zip || zip->first_cut_part()) return failure(cut_short(path));
    const auto index = zip->text_of(sheet_index_part);
    if (!index) return failure(cut_short(path));
    return save(path, zip->with_part(sheet_index_part, corrected_sheet_index(*index)));
}

/// Stores outcomes that are errors as such: the library can only store them as text.
Result<void> finish_errors(const std::filesystem::path& path, const GridBook& book) {
    for (std::size_t i = 0; i < book.grids.size(); ++i) {
        if (!has_error_outcome(book.grids[i])) continue;
        const std::string bytes = load(path);
        const auto zip = WrittenZip::open(bytes);
        const std::string part = "xl/worksheets/sheet" + std::to_string(i + 1) + ".xml";
        const auto sheet = zip ? zip->text_of(part) : std::nullopt;
        if (!sheet) return failure(cut_short(path));
        if (auto saved = save(path, zip->with_part(part, with_error_outcomes(*sheet))); !saved) return saved;
    }
    return {};
}

/// Writes a count with a dot between thousands.
std::string with_dots(std::size_t count) {
    constexpr std::size_t group = 3;
    std::string text = std::to_string(count);
    for (std::size_t at = text.size(); at > group; at -= group) text.insert(at - group, 1, '.');
    return text;
}

/// Checks that every list fits below its heads.
Result<void> check_lists(const GridBook& book) {
    for (const Grid& grid : book.grids) {
        if (std::size_t{grid.list.first_row} + grid.list.rows <= sheet_rows_max) continue;
        const std::size_t most = sheet_rows_max - grid.list.first_row;
        return failure({.place = {.file = {}, .sheet = grid.name, .cell = {}},
                        .found = "de lijst telt " + with_dots(grid.list.rows) + " rijen",
                        .expected = "hooguit " + with_dots(most) + " rijen: meer heeft een blad van Excel niet",
                        .action = "neem een grootboek met minder boekingen, bijvoorbeeld van één jaar"});
    }
    return {};
}

/// Puts in the rows of the lists, last of all: until then the file is small.
Result<void> finish_lists(const std::filesystem::path& path, const GridBook& book) {
    if (std::ranges::all_of(book.grids, [](const Grid& grid) { return grid.list.columns.empty(); })) return {};
    const std::string written = load(path);
    switch (join_lists(path, written, book)) {
        case Joined::whole:
            return {};
        case Joined::cut_short:
            return failure(cut_short(path));
        case Joined::too_large:
            return failure(write_error(path, "een blad is groter dan 4 GiB", "neem een model met minder mutaties"));
    }
    return {};
}

}  // namespace

Result<void> write_workbook(const Document& document, const std::filesystem::path& path,
                            const WorkbookProperties& properties) {
    check_document(document);
    const auto with_file = [&path](Error error) {
        error.place.file = path.string();
        return failure(std::move(error));
    };
    if (auto fits = check_limits(document); !fits) return with_file(fits.error());
    auto opened = open_new(path);
    if (!opened) return failure(opened.error());
    WorkbookHandle workbook = std::move(*opened);
    set_properties(workbook.get(), document.title, document.subject, properties);
    if (auto written = write_sheets(workbook.get(), document); !written) return with_file(written.error());
    if (workbook_close(workbook.release()) != LXW_NO_ERROR) return failure(cut_short(path));
    return finish(path);
}

Result<void> write_workbook(const GridBook& book, const std::filesystem::path& path,
                            const WorkbookProperties& properties) {
    if (auto fits = check_lists(book); !fits) {
        fits.error().place.file = path.string();
        return fits;
    }
    auto opened = open_new(path);
    if (!opened) return failure(opened.error());
    WorkbookHandle workbook = std::move(*opened);
    set_properties(workbook.get(), book.title, book.subject, properties);
    write_grids(workbook.get(), book);
    if (workbook_close(workbook.release()) != LXW_NO_ERROR) return failure(cut_short(path));
    if (auto finished = finish(path); !finished) return finished;
    if (auto finished = finish_errors(path, book); !finished) return finished;
    return finish_lists(path, book);
}

}  // namespace begroot::workbook
